import { axisY, barX, plot, ruleX, text } from '@observablehq/plot';

/** A part of a whole; below 0 it pulls the other way. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly words: string;
}

/** Parts as bars from zero, the largest first, each with its name above and its number beside. */
export function barChart(bars: readonly Bar[], width: number): Element {
  return plot({
    width,
    height: 12 + 42 * bars.length,
    className: 'plot',
    marginLeft: 4,
    // The words stand beyond the bars.
    marginRight: 10 + 7 * Math.max(...bars.map(({ words }) => words.length)),
    marginTop: 8,
    marginBottom: 4,
    x: { axis: null, domain: [Math.min(0, ...bars.map(({ value }) => value)), Math.max(0.01, ...bars.map(({ value }) => value))] },
    y: { domain: bars.map(({ name }) => name), padding: 0.62, label: null },
    marks: [
      axisY({ anchor: 'left', tickSize: 0, textAnchor: 'start', dx: 12, dy: -15, lineWidth: width / 13 }),
      barX(bars, { y: 'name', x: 'value', fill: each => (each.value < 0 ? 'var(--chart-ground)' : 'var(--chart-1)') }),
      text(bars, { y: 'name', x: each => Math.max(0, each.value), text: 'words', textAnchor: 'start', dx: 6 }),
      ruleX([0]),
    ],
  });
}
