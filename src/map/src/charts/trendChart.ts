import { areaY, dot, gridY, line, plot, ruleX, ruleY, text } from '@observablehq/plot';
import type { Line, Trend } from '../api/trend';
import type { Numbers } from '../text/numbers';
import { looks } from './looks';

/** Lines through time, each with its own dashes, marks and name; the intervals of the first few are bands, and a number that is missing is a gap. */
export function trendChart({ lines, unit }: Trend, numbers: Numbers, bands: number, width: number): Element {
  const periods = [...new Set(lines.flatMap(({ points }) => points.map(({ period }) => period)))].sort();
  const every = Math.ceil(periods.length / Math.max(2, Math.floor((width - 120) / 44)));
  const labels = spread(lines.flatMap(lastOf));
  return plot({
    width,
    height: Math.min(300, Math.max(180, width * 0.5)),
    className: 'plot',
    marginLeft: 52,
    marginRight: Math.min(130, 16 + 7 * Math.max(...lines.map(({ name }) => Math.min(name.length, 16)))),
    marginTop: 12,
    x: {
      type: 'point',
      domain: periods,
      ticks: periods.filter((_, position) => (periods.length - 1 - position) % every === 0),
      label: null,
    },
    y: { zero: true, nice: true, ticks: 4, tickFormat: value => numbers.tick(value, unit), label: null },
    marks: [
      gridY({ ticks: 4 }),
      ruleY([0]),
      ...lines.flatMap(({ breaks }) => ruleX(breaks, { x: 'period', stroke: 'currentColor', strokeDasharray: '1 3' })),
      ...lines.slice(0, bands).map(({ points }, position) =>
        areaY(points, {
          x: 'period',
          y1: ({ lower }) => lower ?? Number.NaN,
          y2: ({ upper }) => upper ?? Number.NaN,
          fill: looks[position]!.colour,
          fillOpacity: 0.18,
        }),
      ),
      ...lines.toReversed().flatMap((each, behind) => {
        const look = looks[(lines.length - 1 - behind) % looks.length]!;
        const value = { x: 'period', y: (point: Line['points'][number]) => point.value ?? Number.NaN };
        return [
          line(each.points, {
            ...value,
            stroke: look.colour,
            strokeWidth: behind === lines.length - 1 ? 2.5 : 1.75,
            strokeDasharray: look.dash,
          }),
          dot(each.points, { ...value, r: 2.5, fill: look.colour, symbol: look.symbol }),
        ];
      }),
      ...labels.map(({ place, look, ...end }) =>
        text([end], {
          x: 'period',
          y: place,
          text: 'name',
          textAnchor: 'start',
          dx: 8,
          fill: look.colour,
          lineWidth: 11,
          textOverflow: 'ellipsis',
        }),
      ),
    ],
  });

  /** Names at the ends of lines, moved apart by a share of what the chart spans. */
  function spread(ends: readonly ReturnType<typeof lastOf>[number][]) {
    const top = Math.max(...lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0)), 0);
    const step = top * 0.12;
    const moved = ends.map(end => ({ ...end }));
    const order = moved.toSorted((left, right) => left.place - right.place);
    for (let next = 1; next < order.length; next++) order[next]!.place = Math.max(order[next]!.place, order[next - 1]!.place + step);
    return moved;
  }

  function lastOf({ name, points }: Line, position: number) {
    const last = points.findLast(({ value }) => value !== undefined);
    return last ? [{ name, period: last.period, place: last.value!, look: looks[position % looks.length]! }] : [];
  }
}
