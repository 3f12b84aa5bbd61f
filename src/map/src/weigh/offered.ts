import type { IndexDefinition } from '../../generated/bolyst/v1/index_pb';
import { type Indicator, Polarity } from '../../generated/bolyst/v1/value_pb';
import type { Coverage } from '../api/catalogue';
import { nearestPeriod } from '../state/periods';
import { alike, type Scale, type Weighing } from './weighing';

/** The indicators that can be weighed: those that say that levekår are harder or better. Context and immigrant background never. */
export function offeredOf(indicators: Iterable<Indicator>, covered: Coverage): Indicator[] {
  return [...indicators].filter(
    ({ key, polarity, concernsEthnicity }) =>
      (polarity === Polarity.HIGHER_IS_WORSE || polarity === Polarity.HIGHER_IS_BETTER) &&
      !concernsEthnicity &&
      periodsOf(key, covered).length > 0,
  );
}

/** The periods of a weighing, oldest first: those in which each of its indicators has a number, or had one before; none while nothing weighs. */
export function periodsOfWeighing(indicators: readonly string[], covered: Coverage): string[] {
  const each = indicators.map(indicator => periodsOf(indicator, covered));
  return [...new Set(each.flat())].sort().filter(period => each.every(periods => periods[0]! <= period));
}

/** The indicators that have no number in a period, each with the newest period before it. */
export function olderPeriods(indicators: Iterable<string>, covered: Coverage, period: string): Record<string, string> {
  const nearest = [...indicators].map(indicator => [indicator, nearestPeriod(covered.get(indicator) ?? [], period)] as const);
  return Object.fromEntries(nearest.filter(([, found]) => found !== period));
}

/** Scales that the indicators can take: a percentage of the whole has no mirror for an indicator that is better when it is high. */
export function takes(scale: Scale, weighing: Weighing, offered: readonly Indicator[]): boolean {
  return scale !== 'percent' || !offered.some(({ key, polarity }) => polarity === Polarity.HIGHER_IS_BETTER && weighing.weights.has(key));
}

/** A ready definition as something to begin with. */
export interface Start {
  readonly definition: IndexDefinition;
  /** Keys of indicators that cannot be weighed here; with any, one cannot begin with it. */
  readonly lacking: readonly string[];
  readonly weighing: Weighing;
}

/**
 * A product ranks as the geometric mean of its factors, each in percent of the whole; criteria that are counted become indicators that weigh alike by
 * decile.
 */
export function startOf(definition: IndexDefinition, offered: readonly Indicator[]): Start {
  const { recipe } = definition;
  const used = recipe.case === 'product' ? recipe.value.factors : (recipe.value?.criteria ?? []);
  const keys = used.map(({ indicator }) => indicator);
  const weighing = recipe.case === 'product' ? alike(keys, 'percent', 'geometric') : alike(keys, 'decile', 'arithmetic');
  return {
    definition,
    lacking: keys.filter(key => !offered.some(indicator => indicator.key === key)),
    weighing: takes(weighing.scale, weighing, offered) ? weighing : alike(keys, 'min_max', 'geometric'),
  };
}

function periodsOf(indicator: string, covered: Coverage): string[] {
  return (covered.get(indicator) ?? []).filter(({ zonesWithValue }) => zonesWithValue > 0).map(({ period }) => period);
}
