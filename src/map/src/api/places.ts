import { toDegrees } from '../map/utm';
import { zones } from './clients';

/** A point that is surely inside each zone, in the order of codes: metres east and north in EPSG:25833; NaN for a zone without an outline. */
export interface Places {
  readonly zoneSet: string;
  readonly east: Float64Array;
  readonly north: Float64Array;
}

export async function readPlaces(zoneSet: string, count: number, asOf: bigint, signal: AbortSignal): Promise<Places> {
  const places = { zoneSet, east: new Float64Array(count).fill(Number.NaN), north: new Float64Array(count).fill(Number.NaN) };
  let at = 0;
  for await (const batch of zones.streamZones({ zoneSet, batchSize: 1000, asOf }, { signal })) {
    for (const { shape } of batch.zones) {
      if (shape) {
        places.east[at] = shape.insideX;
        places.north[at] = shape.insideY;
      }
      at++;
    }
  }
  return places;
}

/** Longitude and latitude of a zone's point; undefined if it has none. */
export function pointOf(places: Places, place: number): [number, number] | undefined {
  const [east, north] = [places.east[place], places.north[place]];
  return east === undefined || north === undefined || Number.isNaN(east) ? undefined : toDegrees(east, north);
}
