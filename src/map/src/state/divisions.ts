import { computed } from '@preact/signals';
import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import { catalogue } from './catalogue';
import { kommune, zoneSets } from './kommune';
import { view } from './view';

/** A way to divide the ground into zones, with its generations: zone sets of one level, one after the other. */
export interface Division {
  /** Key of its newest zone set. */
  readonly key: string;
  /** Its zone sets, the oldest first. */
  readonly sets: readonly ZoneSet[];
  readonly newest: ZoneSet;
}

/** The divisions to choose from, in the order of the zone sets. A single zone that nobody has drawn, such as a country, divides nothing. */
export const divisions = computed<readonly Division[]>(() =>
  divisionsOf(zoneSets.value).filter(({ newest }) => newest.outlineCount > 0 || newest.zoneCount > 1),
);

/** The division that is chosen, by the key of any of its zone sets; else the one that a coordinator works at. */
export const division = computed<Division | undefined>(() => {
  const all = divisions.value;
  return (
    all.find(each => each.key === view.value.zoneSet) ??
    all.find(({ sets }) => sets.some(set => set.key === view.value.zoneSet)) ??
    preferredOf(all, catalogue.value.value?.withNumbers ?? new Set(), kommune.value !== undefined)
  );
});

/** Puts zone sets together that follow each other. One that none follows begins a division; two may have followed the same. */
export function divisionsOf(all: readonly ZoneSet[]): readonly Division[] {
  const byKey = new Map(all.map(set => [set.key, set]));
  const followed = new Set(all.map(({ predecessor }) => predecessor));
  return all
    .filter(({ key }) => !followed.has(key))
    .map(newest => {
      const sets = [newest];
      for (let before = byKey.get(newest.predecessor); before; before = byKey.get(before.predecessor)) sets.unshift(before);
      return { key: newest.key, sets, newest };
    });
}

/** Whether a zone set is valid at the end of a period, such as a year; one that is valid now is good for every later period too. */
export function covers(set: ZoneSet, during: string): boolean {
  const day = `${during.slice(0, 4)}-12-31`;
  return set.validFrom <= day && (set.validTo === '' || day <= set.validTo);
}

/**
 * The division to begin with, of those with numbers and outlines: levekårssoner where there are some, else the newest with more than one zone; for one
 * kommune not the kommuner.
 */
function preferredOf(all: readonly Division[], withNumbers: ReadonlySet<string>, oneKommune: boolean): Division | undefined {
  const drawn = all
    .filter(({ newest }) => newest.outlineCount > 0)
    .toSorted((left, right) => (left.newest.validFrom < right.newest.validFrom ? 1 : -1));
  const numbered = drawn.filter(({ sets }) => sets.some(({ key }) => withNumbers.has(key)));
  return (
    numbered.find(({ newest }) => newest.level === 'levekarssone') ??
    (oneKommune ? numbered.find(({ newest }) => newest.level !== 'kommune') : undefined) ??
    numbered.find(({ newest }) => newest.zoneCount > 1) ??
    numbered[0] ??
    drawn[0] ??
    all[0]
  );
}
