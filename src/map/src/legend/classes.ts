import { ObservationStatus } from '../../generated/bolyst/v1/value_pb';
import { type Column, hasNumber } from '../api/column';

/** Why a zone has no colour. Each has a pattern of its own. */
export const gaps = ['missing', 'suppressed', 'below-limit'] as const;

export type Gap = (typeof gaps)[number];

/** A column divided into classes. */
export interface Classes {
  /** For each class from low to high its limits, both of them values that occur, and how many zones it has. */
  readonly ranges: readonly { readonly from: number; readonly to: number; readonly zones: number }[];
  /** How many zones have no number, and why. */
  readonly gaps: Readonly<Record<Gap, number>>;
  /** For each zone its class from 0, or -1 for `missing`, -2 for `suppressed`, -3 for `below-limit`. */
  readonly ofZone: Int8Array;
}

/** Divides by quantiles: about as many zones in each class; equal values are never parted. */
export function classify(column: Column, wanted = 5): Classes {
  const sorted = Float64Array.from(column.values.filter((_, zone) => hasNumber(column.statuses[zone]!))).sort();
  const tops: number[] = [];
  for (let k = 1; k <= wanted && sorted.length > 0; k++) {
    const top = sorted[Math.ceil((k * sorted.length) / wanted) - 1]!;
    if (top !== tops.at(-1)) tops.push(top);
  }

  const ranges = tops.map(top => ({ from: Number.POSITIVE_INFINITY, to: top, zones: 0 }));
  const counted: Record<Gap, number> = { missing: 0, suppressed: 0, 'below-limit': 0 };
  const ofZone = new Int8Array(column.codes.length);
  for (let zone = 0; zone < ofZone.length; zone++) {
    const status = column.statuses[zone]!;
    if (hasNumber(status)) {
      const value = column.values[zone]!;
      const at = tops.findIndex(top => value <= top);
      const range = ranges[at]!;
      range.from = Math.min(range.from, value);
      range.zones++;
      ofZone[zone] = at;
    } else {
      const gap = gapOf(status);
      counted[gap]++;
      ofZone[zone] = -1 - gaps.indexOf(gap);
    }
  }

  return { ranges, gaps: counted, ofZone };
}

export function gapOf(status: ObservationStatus): Gap {
  return status === ObservationStatus.SUPPRESSED
    ? 'suppressed'
    : status === ObservationStatus.BELOW_POPULATION_LIMIT
      ? 'below-limit'
      : 'missing';
}
