import { half, toMercator } from '../picture/mercator';
import type { Box } from './zones';

/** A tile of the usual pyramid. */
export interface TileName {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Tiles across a box at most: together finer than a screen, and no more than four to ask for. */
const most = 2;
const finestZoom = 14;

/** The finest tiles that cover a box with few. */
export function tilesOver([west, south, east, north]: Box): TileName[] {
  const [left, bottom] = toMercator(west, south);
  const [right, top] = toMercator(east, north);
  for (let z = finestZoom; ; z--) {
    const side = (2 * half) / 2 ** z;
    const [fromX, toX] = [Math.floor((left + half) / side), Math.floor((right + half) / side)];
    const [fromY, toY] = [Math.floor((half - top) / side), Math.floor((half - bottom) / side)];
    if (z > 0 && (toX - fromX >= most || toY - fromY >= most)) continue;
    return span(fromX, toX).flatMap(x => span(fromY, toY).map(y => ({ z, x, y })));
  }
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
