import type { GetIndexResponse } from '../../generated/bolyst/v1/index_service_pb';
import { ReasonCode } from '../../generated/bolyst/v1/measured_pb';
import { perMillion } from '../text/numbers';
import { indexes, indicators } from './clients';
import { reasonName, type StatusName, statusName } from './statuses';

/** What the map shows: an indicator, an index by its definition, or a person's own weighing as it is written in an address. */
export interface Subject {
  readonly kind: 'indicator' | 'index' | 'own';
  readonly key: string;
}

/** What is asked for; equal columns have equal names. */
export interface ColumnName {
  readonly zoneSet: string;
  readonly subject: Subject;
  readonly period: string;
}

/** One number for each zone of a set, in the order of codes: the zone with feature id n in the tiles stands at n - 1. */
export interface Column {
  readonly name: ColumnName;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** In the unit; NaN where there is none, and then the status says why. */
  readonly values: readonly number[];
  readonly statuses: readonly StatusName[];
  /** Limits of the intervals in the unit, NaN where there is none; empty if the column has none at all. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Confidence level of the intervals, 0 to 1; 0 without intervals. */
  readonly confidence: number;
  readonly unit: string;
}

/** Reads an indicator or a defined index. */
export async function readColumn(name: ColumnName, asOf: bigint, signal: AbortSignal): Promise<Column> {
  return name.subject.kind === 'indicator' ? readIndicator(name, asOf, signal) : readIndex(name, asOf, signal);
}

async function readIndicator(name: ColumnName, asOf: bigint, signal: AbortSignal): Promise<Column> {
  const { zoneSet, subject, period } = name;
  const answer = await indicators.getIndicatorValues(
    { zoneSet, selections: [{ indicator: subject.key, period }], includeIntervals: true, asOf },
    { signal },
  );
  const column = answer.columns[0];
  if (!column) throw new Error('The service answered without the column that was asked for.');
  return {
    name,
    codes: answer.codes,
    names: answer.names,
    values: column.values,
    statuses: column.statuses.map(statusName),
    lower: column.lower,
    upper: column.upper,
    confidence: answer.intervalMethod?.confidenceLevel ?? 0,
    unit: column.unit,
  };
}

async function readIndex(name: ColumnName, asOf: bigint, signal: AbortSignal): Promise<Column> {
  const { zoneSet, subject, period } = name;
  const answer = await indexes.getIndex({ definition: subject.key, zoneSet, period, asOf }, { signal });
  if (answer.definition?.recipe.case !== 'product') return scoresOf(name, answer, 'index');
  return scoresOf(name, { ...answer, scores: answer.scores.map(score => score * 1e6) }, perMillion);
}

/** Scores that the service answered with, as a column; a zone without a score has the reason as its status. */
export function scoresOf(name: ColumnName, answer: Pick<GetIndexResponse, 'codes' | 'names' | 'scores' | 'missing'>, unit: string): Column {
  const statuses = answer.codes.map((): StatusName => 'value');
  for (const missing of answer.missing) statuses[missing.position] = reasonName(missing.reason?.code ?? ReasonCode.INPUT_MISSING);
  return {
    name,
    codes: answer.codes,
    names: answer.names,
    values: answer.scores,
    statuses,
    lower: [],
    upper: [],
    confidence: 0,
    unit,
  };
}
