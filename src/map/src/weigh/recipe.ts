import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  AggregateMethod,
  type AggregationSchema,
  type CompositeQuerySchema,
  type NormalisationSchema,
  NormaliseMethod,
} from '../../generated/bolyst/v1/composite_pb';
import type { ZoneId } from '../api/surroundings';
import { withinOf } from '../api/within';
import { goTogether, type Join, type Scale, scales, type Weighing } from './weighing';

type Normalisation = MessageInitShape<typeof NormalisationSchema>;
type Aggregation = MessageInitShape<typeof AggregationSchema>;

/** Min-max begins at 1 and z-scores lie around 100, so that the geometric and the harmonic mean, which need parts above zero, can take them. */
const normalisations: Readonly<Record<Scale, Normalisation>> = {
  min_max: { method: NormaliseMethod.MIN_MAX, lower: 1, optionalUpper: { case: 'upper', value: 100 } },
  z_score: { method: NormaliseMethod.Z_SCORE, mean: 100, standardDeviation: 10 },
  percentile: { method: NormaliseMethod.PERCENTILE_RANK },
  rank: { method: NormaliseMethod.RANK },
  decile: { method: NormaliseMethod.DECILE_SCORE },
  exponential: { method: NormaliseMethod.EXPONENTIAL },
  percent: { method: NormaliseMethod.PERCENT_OF_REFERENCE },
};

const aggregations: Readonly<Record<Join, Aggregation>> = {
  arithmetic: { method: AggregateMethod.ARITHMETIC },
  geometric: { method: AggregateMethod.GEOMETRIC },
  harmonic: { method: AggregateMethod.HARMONIC },
  mazziotta: { method: AggregateMethod.MAZZIOTTA_PARETO, penaltyAdds: true },
  maximum: { method: AggregateMethod.MAXIMUM },
};

/** Choices that are as good as the person's: each is drawn as often. */
const otherScales: readonly Scale[] = ['min_max', 'z_score', 'rank'];
const otherJoins: readonly Join[] = ['arithmetic', 'geometric'];
/** How far each weight may lie from the given one, as a share of it. */
export const weightNoise = 0.25;

/** What the service is asked: one period, and for an indicator without numbers in it the period given in `periodOf`; only the zones within `around`, if it is given. */
export function queryOf(
  { weights, scale, join }: Weighing,
  zoneSet: string,
  period: string,
  periodOf: Readonly<Record<string, string>>,
  around: ZoneId | undefined,
  asOf: bigint,
): MessageInitShape<typeof CompositeQuerySchema> {
  return {
    zoneSet,
    periods: [period],
    periodOf: { ...periodOf },
    asOf,
    ...withinOf(around),
    recipe: {
      case: 'composite',
      value: {
        key: 'own-weighing',
        version: 1,
        indicators: [...weights].map(([indicator, value]) => ({ indicator, optionalWeight: { case: 'weight', value } })),
        normalise: normalisations[scale],
        aggregate: aggregations[join],
      },
    },
  };
}

/** The choices that the deciles are tried against: the person's own among them. */
export function othersOf({ scale, join }: Weighing): { readonly scales: readonly Scale[]; readonly joins: readonly Join[] } {
  const tried = [...new Set([scale, ...otherScales])].sort((left, right) => scales.indexOf(left) - scales.indexOf(right));
  const together = [...new Set([join, ...otherJoins])].filter(each => tried.every(other => goTogether(other, each)));
  return { scales: tried, joins: together };
}

export function normalisationsOf(of: readonly Scale[]): Normalisation[] {
  return of.map(scale => normalisations[scale]);
}

export function aggregationsOf(of: readonly Join[]): Aggregation[] {
  return of.map(join => aggregations[join]);
}
