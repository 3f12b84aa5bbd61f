import type { Pattern } from '../api/classes';
import { drawTile, type RepeatedTile } from './tile';

const rising = 'M-1 9L9-1M-5 5L5-5M3 13L13 3';
const falling = 'M-1-1L9 9M3-5L13 5M-5 3L5 13';

/** The lines of each pattern, and how wide they are; a dot is a ring without a hole. */
const lines: Readonly<Record<Pattern, readonly [mark: string, width: number]>> = {
  dots: ['M3.4 4a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0', 1.2],
  diagonal: [rising, 1],
  cross: [rising + falling, 1],
  horizontal: ['M0 4H8', 1],
  vertical: ['M4 0V8', 1],
};

/** One tile of a pattern. */
export function patternTile(pattern: Pattern, ground: string, ink: string): RepeatedTile {
  const [mark, width] = lines[pattern];
  return { side: 8, ground, mark, inks: [[ink, width]] };
}

export function drawPattern(pattern: Pattern, ground: string, ink: string, density: number): ImageData {
  return drawTile(patternTile(pattern, ground, ink), density);
}
