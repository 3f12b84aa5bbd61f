import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import { zones } from './clients';
import { type Box, readZones } from './zones';

/** A kommune that one may choose. */
export interface Kommune {
  readonly code: string;
  readonly name: string;
  readonly box: Box;
  /** A point inside, in EPSG:25833. */
  readonly inside: { readonly x: number; readonly y: number };
}

/** The kommuner of a division, by code; those without an outline cannot be shown and are left out. */
export async function readKommuner(zoneSet: string, asOf: bigint): Promise<ReadonlyMap<string, Kommune>> {
  const named = await readZones(zoneSet, asOf);
  return new Map(named.flatMap(({ code, name, box, inside }) => (box && inside ? [[code, { code, name, box, inside }]] : [])));
}

/** The zone sets that a kommune lies in, whenever they are valid. */
export async function readSetsAt(
  kommune: Kommune,
  sets: readonly ZoneSet[],
  asOf: bigint,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const days = [...new Set(sets.map(set => set.validFrom))];
  const place = { case: 'point' as const, value: kommune.inside };
  const answers = await Promise.all(days.map(date => zones.lookupZones({ place, srid: 25833, date, asOf }, { signal })));
  return new Set(answers.flatMap(({ overlaps }) => overlaps.map(({ zone }) => zone?.ref?.zoneSet ?? '')));
}
