import { computed, signal } from '@preact/signals';
import { type NamedZone, readZones } from '../api/zones';
import { catalogue } from '../state/catalogue';
import { zoneSet } from '../state/chosen';
import { reading } from '../state/reading';

/** Names are read when somebody first looks for one. */
export const looking = signal(false);

/** Zones of other sets that names are read of, together; the set that is shown is read whatever its size. */
const mostZones = 20_000;

/** The set that is shown, and the other sets in force, the smallest first, as far as there is room. */
const searched = computed<readonly string[]>(() => {
  const shown = zoneSet.value?.key;
  if (!shown) return [];
  let room = mostZones;
  const others = [...(catalogue.value.value?.zoneSets.values() ?? [])]
    .filter(set => set.key !== shown && set.validTo === '' && set.outlineCount > 0)
    .sort((left, right) => left.zoneCount - right.zoneCount)
    .filter(set => {
      room -= set.zoneCount;
      return room >= 0;
    });
  return [shown, ...others.map(set => set.key)];
});

/** Every zone that can be found by its name or code. */
export const namedZones = reading<readonly NamedZone[]>(() => {
  const version = catalogue.value.value?.version;
  const sets = searched.value;
  if (!looking.value || version === undefined || sets.length === 0) return undefined;
  return {
    key: sets.join(' '),
    read: async () => (await Promise.all(sets.map(set => readZones(set, version)))).flat(),
  };
});
