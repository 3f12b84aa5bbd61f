/** Reads a DeltaGeometry: polygons, each a list of rings, each a closed list of [x, y] in the srid of the geometry. */
export function polygonsOf({ resolution, ring_counts, vertex_counts, deltas }) {
  let [x, y, at, ring] = [0, 0, 0, 0];
  const vertex = () => {
    x += deltas[at++];
    y += deltas[at++];
    return [x * resolution, y * resolution];
  };
  const nextRing = () => {
    const vertices = Array.from({ length: vertex_counts[ring++] }, vertex);
    return [...vertices, vertices[0]];
  };
  return ring_counts.map((rings) => Array.from({ length: rings }, nextRing));
}
