import type { Pattern } from '../api/classes';
import type { RepeatedTile } from '../legend/tile';

/** The strokes of each pattern within a square of 8; empty for the dot, which is a circle. */
export const patternMark: Readonly<Record<Pattern, string>> = {
  dots: '',
  diagonal: 'M-1 9L9-1M-5 5L5-5M3 13L13 3',
  cross: 'M-1 9L9-1M-5 5L5-5M3 13L13 3M-1-1L9 9M3-5L13 5M-5 3L5 13',
  horizontal: 'M0 4H8',
  vertical: 'M4 0V8',
};

/** A pattern as an SVG paint server, as the map draws it. */
export function patternMarkup(pattern: Pattern, ground: string, ink: string): string {
  const mark = pattern === 'dots' ? `<circle cx="4" cy="4" r="1.2" fill="${ink}"/>` : `<path d="${patternMark[pattern]}" stroke="${ink}"/>`;
  return (
    `<pattern id="${pattern}" width="8" height="8" patternUnits="userSpaceOnUse">` +
    `<rect width="8" height="8" fill="${ground}"/>${mark}</pattern>`
  );
}

/** A repeating square as an SVG paint server. */
export function tileMarkup(id: string, { side, ground, mark, inks }: RepeatedTile): string {
  const lines = inks.map(([colour, width]) => `<path d="${mark}" stroke="${colour}" stroke-width="${width}" fill="none"/>`).join('');
  const under = ground ? `<rect width="${side}" height="${side}" fill="${ground}"/>` : '';
  return `<pattern id="${id}" width="${side}" height="${side}" patternUnits="userSpaceOnUse">${under}${lines}</pattern>`;
}
