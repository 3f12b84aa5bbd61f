import { computed } from '@preact/signals';
import { column } from '../state/chosen';
import { dark } from '../state/theme';
import { type Classes, classify } from './classes';
import { type Palette, paletteOf } from './palette';

/** The classes of the numbers that are shown. */
export const classes = computed<Classes | undefined>(() => (column.value.value ? classify(column.value.value) : undefined));

/** The colours of the page's theme for them. */
export const palette = computed<Palette>(() => paletteOf(dark.value, classes.value?.ranges.length ?? 5));
