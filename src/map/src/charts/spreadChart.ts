import { binX, dot, gridY, plot, rectY, ruleX, text } from '@observablehq/plot';
import type { Numbers } from '../text/numbers';
import { looks } from './looks';

/** A number that is marked in a spread. */
export interface Mark {
  readonly name: string;
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** How many zones have which numbers, with a zone and what it stands beside marked above. */
export function spreadChart(values: readonly number[], marks: readonly Mark[], unit: string, numbers: Numbers, width: number): Element {
  const rows = marks.map((mark, row) => ({ ...mark, row }));
  return plot({
    width,
    height: 120 + 22 * marks.length,
    className: 'plot',
    marginLeft: 32,
    marginTop: 12 + 22 * marks.length,
    x: { label: null, ticks: Math.max(3, Math.floor(width / 90)), tickFormat: value => numbers.tick(value, unit) },
    y: { label: null, ticks: 3, tickFormat: value => (Number.isInteger(value) ? numbers.count(value) : ''), nice: true },
    marks: [
      gridY({ ticks: 3 }),
      rectY(values, { ...binX({ y: 'count' }, { x: (value: number) => value, thresholds: 20 }), fill: 'var(--chart-ground)', inset: 0.5 }),
      ...rows.flatMap(mark => {
        const look = looks[mark.row % looks.length]!;
        const above = { frameAnchor: 'top' as const, dy: -10 - 22 * (marks.length - 1 - mark.row) };
        const right = mark.value > (Math.min(...values) + Math.max(...values)) / 2;
        return [
          ruleX([mark], {
            x: 'value',
            stroke: look.colour,
            strokeWidth: 2,
            strokeDasharray: look.dash,
            insetTop: -10 - 22 * (marks.length - 1 - mark.row),
          }),
          dot([mark], { x: 'value', ...above, r: 4, fill: look.colour, symbol: look.symbol }),
          text([mark], {
            x: 'value',
            ...above,
            dx: right ? -9 : 9,
            textAnchor: right ? 'end' : 'start',
            text: each => `${each.name} ${numbers.value(each.value, unit)}`,
            fill: look.colour,
          }),
        ];
      }),
    ],
  });
}
