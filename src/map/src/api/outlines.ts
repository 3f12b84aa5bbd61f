import { GeometryEncoding, ZoneView } from '../../generated/bolyst/v1/zone_pb';
import { zones } from './clients';
import { type Ring, ringsOf } from './rings';

/** The outlines of a zone set, in the order of codes; a zone without one has no rings. */
export interface Outlines {
  readonly zoneSet: string;
  readonly rings: readonly (readonly Ring[])[];
}

/** @param tolerance How coarse, in metres of Web Mercator: about what a pixel covers. */
export async function readOutlines(zoneSet: string, tolerance: number, asOf: bigint, signal: AbortSignal): Promise<Outlines> {
  const rings: Ring[][] = [];
  const geometry = { encoding: GeometryEncoding.DELTA, srid: 3857, simplificationM: tolerance };
  for await (const batch of zones.streamZones({ zoneSet, view: ZoneView.FULL, geometry, batchSize: 1000, asOf }, { signal })) {
    for (const { geometry } of batch.zones) {
      rings.push(geometry?.encoding.case === 'delta' ? ringsOf(geometry.encoding.value) : []);
    }
  }
  return { zoneSet, rings };
}
