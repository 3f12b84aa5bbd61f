import { useCallback } from 'preact/hooks';
import { TrendBreakKind } from '../../generated/bolyst/v1/comparison_service_pb';
import type { Line, Trend } from '../api/trend';
import { language, numbers, statusWord, texts } from '../text/speech';
import { Chart } from './Chart';
import { DataTable } from './DataTable';
import { trendChart } from './trendChart';

interface Properties {
  readonly trend: Trend;
  readonly caption: string;
  /** How many of the lines, from the first, show their intervals as bands. */
  readonly bands?: number;
}

/** Series through time as a chart and as a table, with what breaks them in words. */
export function TrendFigure({ trend, caption, bands = 1 }: Properties) {
  const draw = useCallback((width: number) => trendChart(trend, numbers.value, bands, width), [trend, bands, language.value]);
  const { zonePanel, story } = texts.value;
  const periods = [...new Set(trend.lines.flatMap(({ points }) => points.map(({ period }) => period)))].sort();
  const breaks = trend.lines.flatMap(({ name, breaks }) => breaks.map(each => ({ name, ...each })));
  const points = trend.lines.flatMap(line => line.points);
  const [first] = points;
  if (first && points.every(({ value }) => value === undefined)) return <p class="quiet">{statusWord(first.status)}.</p>;
  return (
    <>
      <Chart is="trend" caption={caption} draw={draw}>
        <DataTable caption={caption} heads={[zonePanel.period, ...trend.lines.map(({ name }) => name)]}>
          <tbody>
            {periods.map(period => (
              <tr key={period}>
                <th scope="row">{period}</th>
                {trend.lines.map(line => (
                  <td key={line.name} class="numeric">
                    <PointCell line={line} period={period} unit={trend.unit} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Chart>
      {breaks.map(({ name, period, kind }) => (
        <p key={name + period + kind} class="quiet">
          {name}, {period}: {story.breaks[breakName(kind)]}
        </p>
      ))}
    </>
  );
}

function PointCell({ line, period, unit }: { readonly line: Line; readonly period: string; readonly unit: string }) {
  const point = line.points.find(each => each.period === period);
  if (!point) return '–';
  if (point.value === undefined) return statusWord(point.status);
  const { value, lower, upper } = point;
  return (
    <>
      {numbers.value.value(value, unit)}
      {lower !== undefined && upper !== undefined && (
        <span class="quiet">{texts.value.fromTo(numbers.value.bare(lower, unit), numbers.value.bare(upper, unit))}</span>
      )}
    </>
  );
}

function breakName(kind: TrendBreakKind): keyof typeof texts.value.story.breaks {
  return kind === TrendBreakKind.BORDER_CHANGE ? 'border_change' : kind === TrendBreakKind.NOT_SUMMABLE ? 'not_summable' : 'marked';
}
