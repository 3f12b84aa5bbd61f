import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import { covers } from './divisions';

/** The periods of a subject, and the zone set that each is measured on. */
export interface Dated {
  /** Oldest first. */
  readonly periods: readonly string[];
  /** Key of the zone set, by period. */
  readonly setOf: ReadonlyMap<string, string>;
}

/** Periods of the generations of a division in one row. One that several have is that of the zone set then in force, else of the newest. */
export function datedOf(generations: readonly { readonly set: ZoneSet; readonly periods: readonly string[] }[]): Dated {
  const setOf = new Map<string, string>();
  const settled = new Set<string>();
  for (const { set, periods } of generations) {
    for (const period of periods) {
      if (settled.has(period)) continue;
      setOf.set(period, set.key);
      if (covers(set, period)) settled.add(period);
    }
  }
  return { periods: [...setOf.keys()].sort(), setOf };
}

/** The periods that are measured on one zone set. */
export function periodsOn({ periods, setOf }: Dated, zoneSet: string): readonly string[] {
  return periods.filter(period => setOf.get(period) === zoneSet);
}

/** Where borders changed: each pair of periods, one after the other, that are measured on different zone sets. */
export function changesOf({ periods, setOf }: Dated): readonly (readonly [before: string, after: string])[] {
  return periods.slice(1).flatMap((after, place) => {
    const before = periods[place]!;
    return setOf.get(before) === setOf.get(after) ? [] : [[before, after] as const];
  });
}
