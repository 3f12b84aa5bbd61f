import { signal } from '@preact/signals';
import type { Box } from '../api/zones';

/** Where the map is sent, such as to a zone that was found; a new object each time. The map takes it from here and leaves it empty. */
export const wanted = signal<Box | undefined>(undefined);
