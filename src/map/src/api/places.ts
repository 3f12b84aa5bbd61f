import { toDegrees } from '../map/utm';
import { readZones } from './zones';

/** The zones of a set on the ground, in the order of codes. */
export interface Places {
  readonly zoneSet: string;
  readonly names: readonly string[];
  /** A point that is surely inside each: metres east and north in EPSG:25833; NaN for a zone without an outline. */
  readonly east: Float64Array;
  readonly north: Float64Array;
}

export async function readPlaces(zoneSet: string, asOf: bigint): Promise<Places> {
  const zones = await readZones(zoneSet, asOf);
  return {
    zoneSet,
    names: zones.map(({ name }) => name),
    east: Float64Array.from(zones, ({ inside }) => inside?.x ?? Number.NaN),
    north: Float64Array.from(zones, ({ inside }) => inside?.y ?? Number.NaN),
  };
}

/** Longitude and latitude of a zone's point; undefined if it has none. */
export function pointOf(places: Pick<Places, 'east' | 'north'>, place: number): [number, number] | undefined {
  const [east, north] = [places.east[place], places.north[place]];
  return east === undefined || north === undefined || Number.isNaN(east) ? undefined : toDegrees(east, north);
}
