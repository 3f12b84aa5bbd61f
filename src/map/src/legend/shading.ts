import { computed } from '@preact/signals';
import type { Classes } from '../api/classes';
import { column, shown } from '../state/chosen';
import { shade } from './shade';

/** The classes of what is shown. */
export const classes = computed<Classes | undefined>(() => shown.value.value?.classes);

/** How each zone of what is shown is painted. */
export const shading = computed<Int8Array | undefined>(() =>
  column.value && classes.value ? shade(column.value, classes.value) : undefined,
);
