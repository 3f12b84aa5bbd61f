import { computed, signal } from '@preact/signals';
import { type BaseMap, readSettings, type Settings } from '../api/settings';
import { reading } from './reading';
import { go, view } from './view';

/** What whoever runs the service has decided. */
export const settings = reading<Settings>(() => ({ key: 'settings', read: readSettings }));

/** The base map did not answer when it was last switched on. */
export const baseMapAway = signal(false);

/** The base map, while it is on. */
export const baseMap = computed<BaseMap | undefined>(() => (view.value.base ? (settings.value.value?.base_map ?? undefined) : undefined));

/** Takes the base map away again, and says that it did not come. */
export function giveUpBaseMap(): void {
  baseMapAway.value = true;
  go({ base: false }, 'same');
}
