import { computed, effect, signal } from '@preact/signals';
import { zoneSet } from '../state/chosen';
import { baseMap } from '../state/settings';

/** Zones that the light map begins with: see docs/decisions/0053. */
const mostLight = 600;

/** Whether the light map draws what is chosen as soon as MapLibre would; false while that is not known. */
export const few = computed(() => (zoneSet.value?.zoneCount ?? Number.POSITIVE_INFINITY) <= mostLight);

/**
 * Whether MapLibre is wanted: once a person has moved the map, for a base map, and for more zones than the light map can hold. It is then kept for the
 * rest of the visit.
 */
export const awake = signal(false);

/** Why MapLibre does not draw, although it is wanted: the browser has no WebGL, or the file did not come. */
export const lacking = signal<'webGl' | 'file' | undefined>(undefined);

effect(() => {
  if (baseMap.value || (zoneSet.value && !few.value)) awake.value = true;
});
