import { GeometryEncoding, ZoneView } from '../../generated/bolyst/v1/zone_pb';
import { zones } from './clients';

/** A ring as x, y in turn, in metres of Web Mercator; not closed. */
export type Ring = Float64Array;

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

interface Delta {
  readonly resolution: number;
  readonly vertexCounts: readonly number[];
  readonly deltas: readonly number[];
}

function ringsOf({ resolution, vertexCounts, deltas }: Delta): Ring[] {
  let [x, y, at] = [0, 0, 0];
  return vertexCounts.map(count => {
    const ring = new Float64Array(2 * count);
    for (let vertex = 0; vertex < 2 * count; vertex += 2) {
      x += deltas[at++]!;
      y += deltas[at++]!;
      ring[vertex] = x * resolution;
      ring[vertex + 1] = y * resolution;
    }
    return ring;
  });
}
