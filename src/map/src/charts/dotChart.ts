import { axisY, dot, gridX, plot, ruleY, text } from '@observablehq/plot';
import type { Numbers } from '../text/numbers';

/** A zone's number, or in words why there is none. */
export interface DotRow {
  readonly name: string;
  readonly value: number | undefined;
  readonly lower?: number;
  readonly upper?: number;
  readonly words: string;
}

/** Numbers beside each other on one scale, each with its interval as a line through it; a number that is missing says why. */
export function dotChart(rows: readonly DotRow[], unit: string, numbers: Numbers, width: number): Element {
  const known = rows.filter(({ value }) => value !== undefined);
  const names = Math.min(width * 0.4, 22 + 7.2 * Math.max(...rows.map(({ name }) => name.length)));
  return plot({
    width,
    height: 44 + 26 * rows.length,
    className: 'plot',
    marginLeft: names,
    marginRight: 56,
    marginTop: 4,
    x: { zero: true, nice: true, ticks: Math.max(3, Math.floor(width / 110)), tickFormat: value => numbers.tick(value, unit), label: null },
    y: { type: 'point', domain: rows.map(({ name }) => name), label: null },
    marks: [
      gridX({ ticks: 4 }),
      axisY({ tickSize: 0, lineWidth: names / 9, textOverflow: 'ellipsis' }),
      ruleY(
        known.filter(({ lower }) => lower !== undefined),
        { y: 'name', x1: 'lower', x2: 'upper', stroke: 'var(--chart-1)', strokeWidth: 6, strokeOpacity: 0.3 },
      ),
      dot(known, { y: 'name', x: 'value', r: 5, fill: 'var(--chart-1)' }),
      text(known, { y: 'name', x: each => each.upper ?? each.value, text: 'words', textAnchor: 'start', dx: 8 }),
      text(
        rows.filter(({ value }) => value === undefined),
        { y: 'name', frameAnchor: 'left', text: 'words', textAnchor: 'start', dx: 6, fontStyle: 'italic' },
      ),
    ],
  });
}
