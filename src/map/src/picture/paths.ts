import type { Ring } from '../api/rings';
import { type Extent, type Size, toMercator } from './mercator';

/** The `d` of a path for rings within a picture; empty if none of them reaches into it. */
export function pathOf(rings: readonly Ring[], extent: Extent, size: Size): string {
  const scale = size.width / (extent.east - extent.west);
  let path = '';
  for (const ring of rings) {
    if (!touches(ring, extent)) continue;
    let [lastX, lastY] = [Number.NaN, Number.NaN];
    let begun = false;
    for (let at = 0; at < ring.length; at += 2) {
      const x = Math.round((ring[at]! - extent.west) * scale * 10) / 10;
      const y = Math.round((extent.north - ring[at + 1]!) * scale * 10) / 10;
      if (x === lastX && y === lastY) continue;
      path += `${begun ? 'L' : 'M'}${x} ${y}`;
      [begun, lastX, lastY] = [true, x, y];
    }
    path += 'Z';
  }
  return path;
}

/** Rings of a GeoJSON polygon or multipolygon in degrees. */
export function ringsOf(geometry: unknown): Ring[] {
  const { type, coordinates } = geometry as { type: string; coordinates: unknown };
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as [number, number][][][];
  return polygons.flat().map(ring => Float64Array.from(ring.flatMap(([longitude, latitude]) => toMercator(longitude, latitude))));
}

function touches(ring: Ring, { west, south, east, north }: Extent): boolean {
  let [left, bottom, right, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < ring.length; at += 2) {
    left = Math.min(left, ring[at]!);
    right = Math.max(right, ring[at]!);
    bottom = Math.min(bottom, ring[at + 1]!);
    top = Math.max(top, ring[at + 1]!);
  }
  return left <= east && right >= west && bottom <= north && top >= south;
}
