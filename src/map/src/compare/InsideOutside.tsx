import type { AreaNumber, InsideOutsideSeries } from '../../generated/bolyst/v1/omradesatsing_service_pb';
import { statusName } from '../api/statuses';
import type { Line, Trend } from '../api/trend';
import { DataTable } from '../charts/DataTable';
import { TrendFigure } from '../charts/TrendFigure';
import { SourceList } from '../sources/SourceList';
import { catalogue } from '../state/catalogue';
import { period } from '../state/chosen';
import { Pending } from '../states/Pending';
import { localized } from '../text/languages';
import { differenceRangeText, differenceText, rangeText } from '../text/measures';
import { language, numbers, statusWord, texts } from '../text/speech';
import { Section } from '../ui/Section';
import { IndicatorButton } from './IndicatorButton';
import { current, insideOutside, measure, sources, zones } from './readings';

/** What is compared, put together, beside the rest of its kommune: through time, in every indicator, with what must be said with it. */
export function InsideOutside() {
  const { compare, story } = texts.value;
  const answer = current(insideOutside.value.value);
  if (zones.value.length === 0) return null;
  if (!answer) return <Pending what={compare.title} of={[insideOutside.value]} lines={8} />;
  const rest = answer.restOf.length > 0 ? compare.restOf(answer.restOf.map(({ name }) => name).join(', ')) : compare.restOfAll;
  const series = answer.series.find(({ indicator }) => indicator?.key === measure.value?.key);
  const name = localized(series?.indicator?.name, language.value);
  const { share, count } = numbers.value;
  const confidence = answer.intervalMethod?.confidenceLevel ?? 0;
  return (
    <Section title={compare.beside(rest)} busy={insideOutside.value.busy}>
      {answer.inside.length === 0 ? (
        <p>{compare.noneInside(share(answer.minimumShare))}</p>
      ) : (
        <p>
          {answer.boundary || answer.inside.some(zone => zone.share < 1) || answer.touched.length > 0
            ? compare.insideBecause(share(answer.minimumShare))
            : compare.insideAre}{' '}
          <strong>{answer.inside.map(({ zone }) => zone?.name).join(', ')}</strong>.
        </p>
      )}
      {answer.touched.length > 0 && <p class="quiet">{compare.onlyTouched(answer.touched.map(({ zone }) => zone?.name).join(', '))}</p>}
      {series && answer.inside.length > 0 && (
        <TrendFigure
          trend={trendOf(series, compare.inside, rest, confidence)}
          caption={compare.insideTrend(name, share(confidence))}
          bands={2}
        />
      )}
      {answer.inside.length > 0 && (
        <DataTable caption={compare.beside(rest)} heads={[story.indicator, compare.inside, rest, story.difference]}>
          <tbody>
            {answer.series.map(each => (
              <Row key={each.indicator?.key} series={each} />
            ))}
          </tbody>
        </DataTable>
      )}
      <h4 class="ds-heading" data-size="2xs">
        {compare.caveats}
      </h4>
      <ul class="caveats">
        {answer.caveats.map(({ code, text }) => (
          <li key={code}>{localized(text, language.value)}</li>
        ))}
      </ul>
      <h4 class="ds-heading" data-size="2xs">
        {story.sources}
      </h4>
      <SourceList deliveries={current(sources.value.value) ?? []} />
      <p class="quiet">
        {texts.value.dataset(String(catalogue.value.value?.version ?? 0n))}
        {answer.boundary && ` · ${compare.boundaryFrom(answer.boundary.source, count(Math.round(answer.boundary.areaM2 / 10_000)))}`}
      </p>
    </Section>
  );
}

/** The period of the map, or the newest before it, or the oldest. */
function Row({ series: { indicator, points } }: { readonly series: InsideOutsideSeries }) {
  const point = points.findLast(each => each.period <= period.value) ?? points[0];
  const unit = indicator?.unit ?? '';
  if (!point) return null;
  return (
    <tr>
      <th scope="row">
        <IndicatorButton of={indicator?.key ?? ''} period={point.period} />
      </th>
      <td class="numeric">
        {areaText(point.inside, unit)}
        <span class="quiet">{rangeText(point.inside?.interval, unit)}</span>
      </td>
      <td class="numeric">{areaText(point.outside, unit)}</td>
      <td class="numeric">
        {differenceText(point.difference, unit) || '–'}
        <span class="quiet">{differenceRangeText(point.difference, unit)}</span>
      </td>
    </tr>
  );
}

function areaText(number: AreaNumber | undefined, unit: string): string {
  const result = number?.value?.result;
  if (result?.case === 'value') return numbers.value.value(result.value, unit);
  return number ? statusWord(statusName(number.status)) : '';
}

function trendOf({ indicator, points, breaks }: InsideOutsideSeries, inside: string, outside: string, confidence: number): Trend {
  const lineOf = (name: string, side: 'inside' | 'outside'): Line => ({
    name,
    breaks: side === 'inside' ? breaks : [],
    points: points.map(point => {
      const number = point[side];
      const result = number?.value?.result;
      return {
        period: point.period,
        value: result?.case === 'value' ? result.value : undefined,
        status: statusName(number!.status),
        ...(number?.interval && { lower: number.interval.lower, upper: number.interval.upper }),
      };
    }),
  });
  return { unit: indicator?.unit ?? '', confidence, lines: [lineOf(inside, 'inside'), lineOf(outside, 'outside')] };
}
