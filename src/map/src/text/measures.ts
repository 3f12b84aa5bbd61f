import type { Difference } from '../../generated/bolyst/v1/comparison_service_pb';
import type { Interval, Value } from '../../generated/bolyst/v1/value_pb';
import { statusName } from '../api/statuses';
import { numbers, statusWord, texts } from './speech';

/** A number with its unit, or in words why there is none. */
export function measureText(value: Value | undefined, unit: string): string {
  if (value?.number.case === 'value') return numbers.value.value(value.number.value, unit);
  return value ? statusWord(statusName(value.status)) : '';
}

/** From where to where, without the unit, for places below the number itself; empty if nobody knows. */
export function rangeText(interval: Interval | undefined, unit: string): string {
  return interval ? `${numbers.value.bare(interval.lower, unit)}–${numbers.value.bare(interval.upper, unit)}` : '';
}

/** A difference with its sign; between percentages it is in percentage points. Empty if there is none. */
export function differenceText(difference: Difference | undefined, unit: string): string {
  const result = difference?.difference?.result;
  if (result?.case !== 'value') return '';
  return signed(result.value, size =>
    unit === 'percent' ? `${numbers.value.bare(size, unit)} ${texts.value.points}` : numbers.value.value(size, unit),
  );
}

/** The interval of a difference, each end with its sign and without the unit; empty if nobody knows. */
export function differenceRangeText(difference: Difference | undefined, unit: string): string {
  const interval = difference?.differenceInterval;
  return interval
    ? texts.value.fromTo(
        signed(interval.lower, size => numbers.value.bare(size, unit)),
        signed(interval.upper, size => numbers.value.bare(size, unit)),
      )
    : '';
}

function signed(value: number, write: (size: number) => string): string {
  return `${value < 0 ? '−' : '+'}${write(Math.abs(value))}`;
}
