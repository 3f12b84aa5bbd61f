import type { Column } from '../api/column';
import { hasNumber } from '../api/statuses';
import type { ZonePlace } from '../state/pointed';
import { numbers, statusWord, texts } from './speech';

/** A zone's number with its unit, or in words why there is none. */
export function valueText(column: Column, place: ZonePlace): string {
  const status = column.statuses[place]!;
  return hasNumber(status) ? numbers.value.value(column.values[place]!, column.unit) : statusWord(status);
}

/** How sure a zone's number is; empty if nobody knows. */
export function intervalText(column: Column, place: ZonePlace): string {
  const lower = column.lower[place];
  const upper = column.upper[place];
  if (lower === undefined || upper === undefined || Number.isNaN(lower) || Number.isNaN(upper)) return '';
  return texts.value.interval(
    numbers.value.share(column.confidence),
    numbers.value.bare(lower, column.unit),
    numbers.value.value(upper, column.unit),
  );
}

/** What must be known beside a number; empty for a plain one, and where the number's place already says it. */
export function remarkText(column: Column, place: ZonePlace): string {
  const status = column.statuses[place]!;
  return hasNumber(status) && status !== 'value' ? statusWord(status) : '';
}

/** A zone's name, number, interval and remark, as briefly as they can be said. */
export function factsOf(column: Column, place: ZonePlace): string[] {
  const facts = [column.names[place] ?? '', valueText(column, place), intervalText(column, place), remarkText(column, place)];
  return facts.filter(fact => fact !== '');
}
