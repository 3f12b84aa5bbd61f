import type { ProfileRow } from '../../../generated/bolyst/v1/comparison_service_pb';
import { Polarity } from '../../../generated/bolyst/v1/value_pb';

/** How a zone's number stands beside the kommune's, as the indicator is read. */
export type Side = 'better' | 'alike' | 'harder' | 'unsure' | 'context' | 'missing';

/** The strengths come first. */
export const sides: readonly Side[] = ['better', 'alike', 'harder', 'unsure', 'context', 'missing'];

/**
 * Better or harder only when the interval of the difference leaves zero out; unsure where there is none, such as between shares without their counts.
 * Numbers that are neither better nor worse are context.
 */
export function sideOf({ indicator, value, difference }: Pick<ProfileRow, 'indicator' | 'value' | 'difference'>): Side {
  if (value?.number.case !== 'value') return 'missing';
  const better = indicator?.polarity === Polarity.HIGHER_IS_BETTER ? 1 : indicator?.polarity === Polarity.HIGHER_IS_WORSE ? -1 : 0;
  if (better === 0) return 'context';
  if (!difference?.differenceInterval) return 'unsure';
  const { lower, upper } = difference.differenceInterval;
  if (lower <= 0 && upper >= 0) return 'alike';
  return Math.sign(lower) === better ? 'better' : 'harder';
}
