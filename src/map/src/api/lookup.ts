import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import { zonesUnseen } from './clients';

/** A place as the service takes it: longitude and latitude in degrees (4326), or metres east and north in UTM 33 or 32. */
export interface Place {
  readonly srid: 4326 | 25833 | 25832;
  readonly x: number;
  readonly y: number;
}

export interface ZoneName {
  readonly code: string;
  readonly name: string;
}

/** The zones of a set that a place lies in: one, or none outside of all; several where a set overlaps itself. */
export async function lookUp(place: Place, zoneSet: ZoneSet, asOf: bigint, signal: AbortSignal): Promise<readonly ZoneName[]> {
  const { overlaps } = await zonesUnseen.lookupZones(
    { place: { case: 'point', value: { x: place.x, y: place.y } }, srid: place.srid, zoneSets: [zoneSet.key], date: dayOf(zoneSet), asOf },
    { signal },
  );
  return overlaps.map(({ zone }) => ({ code: zone!.ref!.code, name: zone!.name }));
}

/** A day on which the set is valid, today if it is. */
export function dayOf({ validFrom, validTo }: ZoneSet): string {
  const today = new Date().toISOString().slice(0, 10);
  return today < validFrom ? validFrom : validTo !== '' && validTo < today ? validTo : '';
}
