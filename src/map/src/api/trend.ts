import type { GetTrendResponse, TrendBreakKind } from '../../generated/bolyst/v1/comparison_service_pb';
import type { IndexDefinition } from '../../generated/bolyst/v1/index_pb';
import { comparisons, indexes, indicators } from './clients';
import { reasonName, type StatusName, statusName } from './statuses';
import { keyOf, type ZoneId } from './surroundings';

/** A series through time, ready to be drawn and told. */
export interface Trend {
  readonly unit: string;
  /** Confidence level of the intervals, 0 to 1; 0 where the first line has none. */
  readonly confidence: number;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly name: string;
  readonly points: readonly Point[];
  readonly breaks: readonly { readonly period: string; readonly kind: TrendBreakKind }[];
}

export interface Point {
  readonly period: string;
  /** Undefined where there is none, and then the status says why. */
  readonly value: number | undefined;
  readonly lower?: number;
  readonly upper?: number;
  readonly status: StatusName;
}

/** An indicator through time in several zones; those whose set has no numbers of it are left out. */
export async function readTrend(indicator: string, of: readonly ZoneId[], asOf: bigint, signal: AbortSignal): Promise<Trend> {
  const covered = await Promise.all(
    of.map(
      async ({ zoneSet }) => (await indicators.getCoverage({ zoneSet, indicators: [indicator], asOf }, { signal })).periods.length > 0,
    ),
  );
  const zones = [...new Map(of.filter((_, position) => covered[position]).map(id => [keyOf(id), id])).values()];
  const answer = await comparisons.getTrend({ zones, indicator, asOf }, { signal });
  const lines = answer.series.map(lineOf);
  const unsure = lines[0]?.points.some(({ lower }) => lower !== undefined);
  return { unit: answer.indicator?.unit ?? '', confidence: (unsure && answer.intervalMethod?.confidenceLevel) || 0, lines };
}

function lineOf(series: GetTrendResponse['series'][number]): Line {
  return {
    name: series.zone?.name ?? '',
    points: series.points.map(({ period, value }) => ({
      period,
      value: value?.number.case === 'value' ? value.number.value : undefined,
      status: statusName(value!.status),
      ...(value?.interval && { lower: value.interval.lower, upper: value.interval.upper }),
    })),
    breaks: series.breaks,
  };
}

/** An index through time, as a ratio to all zones of the set together: the ratios of different periods can be put beside each other. */
export async function readIndexTrend(
  definition: IndexDefinition,
  { zoneSet, code }: ZoneId,
  periods: readonly string[],
  asOf: bigint,
  signal: AbortSignal,
): Promise<Trend> {
  const answers = await Promise.all(
    periods.map(period =>
      indexes.explainIndex({ query: { zoneSet, period, recipe: { case: 'definition', value: definition.key }, asOf }, code }, { signal }),
    ),
  );
  const points = answers.map((answer, position): Point => {
    const measured = (definition.recipe.case === 'product' ? answer.ratioToReference : answer.raw)?.result;
    return {
      period: periods[position]!,
      value: measured?.case === 'value' ? measured.value : undefined,
      status: measured?.case === 'reason' ? reasonName(measured.value.code) : 'value',
    };
  });
  return { unit: 'index', confidence: 0, lines: [{ name: answers[0]?.zone?.name ?? code, points, breaks: [] }] };
}
