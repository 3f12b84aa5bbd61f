import type { Geometry, Position } from 'geojson';
import type { TileName } from '../api/tilePyramid';

/**
 * The outline of a piece of a zone as lines, without the edges along which its tile was cut: those of several tiles make the whole outline.
 * @param piece The zone as a tile holds it, in degrees: cut off somewhat outside of the tile.
 */
export function edgesOf(piece: Geometry, tile: TileName): Position[][] {
  const sides = sidesOf(tile);
  const polygons = piece.type === 'Polygon' ? [piece.coordinates] : piece.type === 'MultiPolygon' ? piece.coordinates : [];
  return polygons.flat().flatMap(ring => linesIn(ring, sides));
}

type Sides = readonly [west: number, south: number, east: number, north: number];

function linesIn(ring: readonly Position[], sides: Sides): Position[][] {
  const lines: Position[][] = [];
  let going = false;
  for (let at = 1; at < ring.length; at++) {
    const [from, to] = [ring[at - 1]!, ring[at]!];
    const seen = !beyondOneSide(from, to, sides);
    if (seen && going) lines.at(-1)!.push(to);
    else if (seen) lines.push([from, to]);
    going = seen;
  }
  return lines;
}

/** Whether the whole of an edge lies beyond the same side of the tile, as one does along which it was cut. */
function beyondOneSide(from: Position, to: Position, [west, south, east, north]: Sides): boolean {
  return (
    Math.max(from[0]!, to[0]!) < west ||
    Math.min(from[0]!, to[0]!) > east ||
    Math.max(from[1]!, to[1]!) < south ||
    Math.min(from[1]!, to[1]!) > north
  );
}

function sidesOf({ z, x, y }: TileName): Sides {
  const longitude = (column: number) => (column / 2 ** z) * 360 - 180;
  const latitude = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI;
  return [longitude(x), latitude(y + 1), longitude(x + 1), latitude(y)];
}
