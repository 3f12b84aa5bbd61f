import { type Classes, type Pattern, patterns } from '../api/classes';
import type { Column } from '../api/column';
import { hasNumber, type StatusName } from '../api/statuses';

/** A zone outside the chosen kommune, among the numbers of `shade`, and its fill: unlike every class and pattern, in both themes. */
export const outside = -100;
export const outsideFill = '#c4c9ce';

/**
 * How each zone is painted: the class from 0, -1 - the place of its pattern in `patterns`, or `outside`. A break belongs to the class above it.
 * @param column The numbers.
 * @param classes Breaks, and which status has which pattern.
 * @param inside By zone, whether it is one of those that are shown; undefined for all.
 */
export function shade(
  column: Pick<Column, 'values' | 'statuses'>,
  { breaks, without_number }: Pick<Classes, 'breaks' | 'without_number'>,
  inside?: readonly boolean[],
): Int8Array {
  const patternOf = new Map<StatusName, number>();
  for (const group of without_number) for (const { status } of group.statuses) patternOf.set(status, paintOf(group.pattern));
  return Int8Array.from(column.values, (value, zone) => {
    if (inside && !inside[zone]) return outside;
    const status = column.statuses[zone]!;
    return hasNumber(status) ? breaks.filter(limit => value >= limit).length : (patternOf.get(status) ?? paintOf('dots'));
  });
}

/**
 * The fill of a zone.
 * @param paint One of the numbers of `shade`.
 * @param classes Their colours.
 * @param fillOfPattern What a pattern is called where it is drawn.
 */
export function fillOf(paint: number, { classes }: Pick<Classes, 'classes'>, fillOfPattern: (pattern: Pattern) => string): string {
  return paint === outside ? outsideFill : paint < 0 ? fillOfPattern(patterns[-1 - paint]!) : classes[paint]!.colour;
}

/** A pattern among the numbers of `shade`. */
export function paintOf(pattern: Pattern): number {
  return -1 - patterns.indexOf(pattern);
}
