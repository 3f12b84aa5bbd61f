import type { DeltaGeometry } from '../../generated/bolyst/v1/zone_pb';

/** A ring as x, y in turn; not closed. */
export type Ring = Float64Array;

/** The rings of an outline, as the contract says to read them. */
export function ringsOf({ resolution, vertexCounts, deltas }: Pick<DeltaGeometry, 'resolution' | 'vertexCounts' | 'deltas'>): Ring[] {
  let [at, x, y] = [0, 0, 0];
  return vertexCounts.map(count => {
    const ring = new Float64Array(2 * count);
    for (let place = 0; place < ring.length; place += 2) {
      x += deltas[at++]!;
      y += deltas[at++]!;
      ring[place] = x * resolution;
      ring[place + 1] = y * resolution;
    }
    return ring;
  });
}
