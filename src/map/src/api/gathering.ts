import type { ExplainIndexResponse } from '../../generated/bolyst/v1/index_service_pb';
import { type Indicator, Polarity } from '../../generated/bolyst/v1/value_pb';
import { indexes } from './clients';
import type { ZoneId } from './surroundings';
import { withinOf } from './within';

/** The share of zones, with the hardest numbers, that counts as hardest. */
export const hardestShare = 0.1;

/**
 * On how many indicators a zone is among the tenth of zones where the numbers are hardest, with each of them.
 * @param around The zone among whose zones it is counted; undefined for all of the set.
 */
export async function readGathering(
  { zoneSet, code }: ZoneId,
  of: readonly Indicator[],
  periodOf: Readonly<Record<string, string>>,
  around: ZoneId | undefined,
  asOf: bigint,
  signal: AbortSignal,
): Promise<ExplainIndexResponse | undefined> {
  const criteria = of.filter(countable).map(({ key }) => ({ indicator: key, rule: { case: 'worstShare' as const, value: hardestShare } }));
  if (criteria.length === 0) return undefined;
  const recipe = { case: 'thresholdCount' as const, value: { criteria } };
  return indexes.explainIndex({ query: { zoneSet, recipe, periodOf, asOf, ...withinOf(around) }, code }, { signal });
}

/** Only what says that levekår are harder or better is counted, and immigrant background never. */
function countable({ polarity, concernsEthnicity }: Indicator): boolean {
  return !concernsEthnicity && (polarity === Polarity.HIGHER_IS_WORSE || polarity === Polarity.HIGHER_IS_BETTER);
}
