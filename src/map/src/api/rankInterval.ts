import { AggregateMethod, NormaliseMethod } from '../../generated/bolyst/v1/composite_pb';
import type { IndexDefinition } from '../../generated/bolyst/v1/index_pb';
import { FactorReading } from '../../generated/bolyst/v1/index_pb';
import { type Indicator, MeasureForm, Polarity } from '../../generated/bolyst/v1/value_pb';
import { indexes } from './clients';
import type { ColumnName } from './column';
import type { ZoneId } from './surroundings';
import { withinOf } from './within';

/** Where a zone's rank surely lies; rank 1 is the highest value. */
export interface RankInterval {
  readonly lower: number;
  readonly upper: number;
  /** Share of the draws that the interval holds, 0 to 1. */
  readonly confidence: number;
}

interface Part {
  readonly indicator: string;
  readonly denominator?: string;
}

/**
 * Draws the counts behind the numbers again and says where the zone's rank then lies. A product of factors is ranked as their geometric mean.
 * @param around The zone whose zones are ranked; undefined for all of the set.
 * @returns `unsure` if a number behind the ranks came without counts: nobody knows how sure they are. Undefined for what is not drawn: context that is
 * never ranked, an index that is no plain product.
 */
export async function readRankInterval(
  name: ColumnName,
  code: string,
  subject: Indicator | IndexDefinition,
  around: ZoneId | undefined,
  asOf: bigint,
  signal: AbortSignal,
): Promise<RankInterval | 'unsure' | undefined> {
  if (subject.$typeName === 'bolyst.v1.Indicator' && subject.form === MeasureForm.BARE_RATE) return 'unsure';
  const parts = subject.$typeName === 'bolyst.v1.Indicator' ? partsOfIndicator(subject) : partsOfIndex(subject);
  if (parts.length === 0) return undefined;
  const answer = await indexes.analyzeSensitivity(
    {
      query: {
        zoneSet: name.zoneSet,
        periods: [name.period],
        asOf,
        ...withinOf(around),
        recipe: {
          case: 'composite',
          value: {
            key: 'rank',
            indicators: parts.map(part => ({ ...part, direction: 1 })),
            normalise: { method: NormaliseMethod.NONE },
            aggregate: { method: parts.length > 1 ? AggregateMethod.GEOMETRIC : AggregateMethod.ARITHMETIC },
          },
        },
      },
      sampleValues: true,
    },
    { signal },
  );
  if (answer.heldFixed.length > 0) return 'unsure';
  const place = answer.codes.indexOf(code);
  const [lower, upper] = [answer.lowerRanks[place], answer.upperRanks[place]];
  if (lower === undefined || upper === undefined || Number.isNaN(lower)) return undefined;
  return { lower, upper, confidence: answer.confidenceLevel };
}

function partsOfIndicator({ key, form, polarity, concernsEthnicity }: Indicator): Part[] {
  const drawn = form === MeasureForm.RATE && polarity !== Polarity.CONTEXT_ONLY && !concernsEthnicity;
  return drawn ? [{ indicator: key }] : [];
}

function partsOfIndex({ recipe }: IndexDefinition): Part[] {
  if (recipe.case !== 'product') return [];
  const plain = recipe.value.factors.every(({ reading }) => reading === FactorReading.UNSPECIFIED || reading === FactorReading.AS_IS);
  return plain ? recipe.value.factors.map(({ indicator, per }) => (per ? { indicator, denominator: per } : { indicator })) : [];
}
