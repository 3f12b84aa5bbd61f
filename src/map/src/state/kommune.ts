import { computed } from '@preact/signals';
import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import { type Kommune, readKommuner, readSetsAt } from '../api/kommuner';
import { catalogue } from './catalogue';
import { reading } from './reading';
import { view } from './view';

/** The newest division into kommuner. */
export const kommuneSet = computed<ZoneSet | undefined>(() =>
  [...(catalogue.value.value?.zoneSets.values() ?? [])]
    .filter(set => set.level === 'kommune' && set.outlineCount > 0)
    .toSorted((left, right) => (left.validFrom < right.validFrom ? 1 : -1))
    .at(0),
);

/** The kommuner to choose from. */
export const kommuner = reading<ReadonlyMap<string, Kommune>>(() => {
  const set = kommuneSet.value?.key;
  const version = catalogue.value.value?.version;
  return set && version !== undefined ? { key: set, read: () => readKommuner(set, version) } : undefined;
});

/** The kommune that is chosen, if there is such a one. */
export const kommune = computed<Kommune | undefined>(() => kommuner.value.value?.get(view.value.kommune));

/** The zone sets of the chosen kommune. */
export const setsThere = reading<{ readonly code: string; readonly sets: ReadonlySet<string> }>(() => {
  const chosen = kommune.value;
  const known = catalogue.value.value;
  return chosen && known
    ? {
        key: chosen.code,
        read: async abort => ({ code: chosen.code, sets: await readSetsAt(chosen, [...known.zoneSets.values()], known.version, abort) }),
      }
    : undefined;
});

/** The zone sets to choose from: those of the chosen kommune, else all. None while that is not known. */
export const zoneSets = computed<readonly ZoneSet[]>(() => {
  const all = [...(catalogue.value.value?.zoneSets.values() ?? [])];
  const there = setsThere.value.value;
  if (view.value.kommune === '' || (!kommune.value && kommuner.value.value)) return all;
  return there && there.code === kommune.value?.code ? all.filter(set => there.sets.has(set.key)) : [];
});
