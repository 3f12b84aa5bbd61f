import { type Classes, type Pattern, patterns } from '../api/classes';
import type { Column } from '../api/column';
import { hasNumber, type StatusName } from '../api/statuses';

/**
 * How each zone is painted: the class from 0, or -1 - the place of its pattern in `patterns`. A break belongs to the class above it.
 * @param column The numbers.
 * @param classes Breaks, and which status has which pattern.
 */
export function shade(
  column: Pick<Column, 'values' | 'statuses'>,
  { breaks, without_number }: Pick<Classes, 'breaks' | 'without_number'>,
): Int8Array {
  const patternOf = new Map<StatusName, number>();
  for (const group of without_number) for (const { status } of group.statuses) patternOf.set(status, paintOf(group.pattern));
  return Int8Array.from(column.values, (value, zone) => {
    const status = column.statuses[zone]!;
    return hasNumber(status) ? breaks.filter(limit => value >= limit).length : (patternOf.get(status) ?? paintOf('dots'));
  });
}

/** A pattern among the numbers of `shade`. */
export function paintOf(pattern: Pattern): number {
  return -1 - patterns.indexOf(pattern);
}
