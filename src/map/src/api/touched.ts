import { type ZoneSet, ZoneView } from '../../generated/bolyst/v1/zone_pb';
import type { LookupZonesResponse } from '../../generated/bolyst/v1/zone_service_pb';
import type { Area } from '../state/address';
import { omradesatsinger, zonesUnseen } from './clients';
import { dayOf } from './lookup';

/** A zone that an area touches. */
export interface Touched {
  readonly code: string;
  readonly name: string;
  /** Share of the zone that the area covers, above 0 and up to 1. */
  readonly ofZone: number;
  /** Share of the area that lies in the zone, above 0 and up to 1. */
  readonly ofArea: number;
}

/** The zones of a set that an area touches, those with the most of it first. */
export async function readTouched(area: Area, set: ZoneSet, asOf: bigint, signal: AbortSignal): Promise<readonly Touched[]> {
  const place = { case: 'polygonWkt' as const, value: area.wkt };
  return touchedOf(await zonesUnseen.lookupZones({ place, srid: area.srid, zoneSets: [set.key], date: dayOf(set), asOf }, { signal }));
}

/** The zones of a set that the newest boundary of an områdesatsing touches, those with the most of it first. */
export async function readTouchedBy(programme: string, set: ZoneSet, asOf: bigint, signal: AbortSignal): Promise<readonly Touched[]> {
  const { boundaries } = await omradesatsinger.getOmradesatsing({ key: programme, view: ZoneView.FULL, asOf }, { signal });
  const outline = boundaries.at(-1)?.geometry;
  if (outline?.encoding.case !== 'wkb') return [];
  const place = { case: 'polygonWkb' as const, value: outline.encoding.value };
  return touchedOf(await zonesUnseen.lookupZones({ place, srid: outline.srid, zoneSets: [set.key], date: dayOf(set), asOf }, { signal }));
}

function touchedOf({ overlaps }: LookupZonesResponse): readonly Touched[] {
  return overlaps
    .map(({ zone, shares }) => ({
      code: zone?.ref?.code ?? '',
      name: zone?.name ?? '',
      ofZone: shares?.ofZone ?? 0,
      ofArea: shares?.ofPolygon ?? 0,
    }))
    .sort((left, right) => right.ofArea - left.ofArea);
}
