import { computed } from '@preact/signals';
import { indexesUnkept } from '../api/clients';
import type { ColumnName } from '../api/column';
import type { Within } from '../api/within';
import { catalogue } from '../state/catalogue';
import { coverage, period, subject, zoneSet } from '../state/chosen';
import type { ZonePlace } from '../state/pointed';
import { reading } from '../state/reading';
import { ownQuery, type Shown, shown } from '../state/shown';
import { trying } from '../state/trying';
import { aloneIn, narrowing } from '../state/within';
import { numbers, texts } from '../text/speech';
import { spreadOut } from './compute';
import { aggregationsOf, normalisationsOf, othersOf, weightNoise } from './recipe';

/** Where each zone lies when the choices are made otherwise. Lists by place; NaN without a score. */
export interface Sureness {
  /** The weighing, zone set and period that it is of. */
  readonly of: string;
  readonly lowerRanks: readonly number[];
  readonly upperRanks: readonly number[];
  readonly lowerDeciles: readonly number[];
  readonly upperDeciles: readonly number[];
  readonly replicates: number;
  /** Share of the draws that the intervals hold, 0 to 1. */
  readonly confidence: number;
}

/** Drawing a country's zones again takes longer. */
const manyZones = 5000;

/** Asked when the hand rests: only choices are drawn again, no data. */
export const sureness = reading<Sureness>(() => {
  const choice = subject.value;
  const set = zoneSet.value;
  const known = catalogue.value.value;
  const covered = coverage.value.value;
  if (choice?.kind !== 'own' || trying.value || !set || !known || !covered || coverage.value.busy || !period.value) return undefined;
  const name: ColumnName = { zoneSet: set.key, subject: { kind: choice.kind, key: choice.key }, period: period.value };
  const narrowed = narrowing.value;
  if (!narrowed) return undefined;
  const query = ownQuery(choice, name, covered, known.version, narrowed);
  const { scales, joins } = othersOf(choice.weighing);
  const within = aloneIn(set.key, narrowed);
  const places = within?.places;
  const key = keyOf(name, within);
  const over = (list: readonly number[]) => (places ? spreadOut(list, places, set.zoneCount, Number.NaN) : list);
  return {
    key,
    read: async signal => {
      const answer = await indexesUnkept.analyzeSensitivity(
        {
          query,
          normalisations: normalisationsOf(scales),
          aggregations: aggregationsOf(joins),
          weightNoise,
          replicates: set.zoneCount > manyZones ? 100 : 500,
        },
        { signal },
      );
      return {
        of: key,
        lowerRanks: over(answer.lowerRanks),
        upperRanks: over(answer.upperRanks),
        lowerDeciles: over(answer.lowerDeciles),
        upperDeciles: over(answer.upperDeciles),
        replicates: answer.replicates,
        confidence: answer.confidenceLevel,
      };
    },
  };
});

/** The sureness of what is shown; undefined while that is not known. */
export const current = computed<Sureness | undefined>(() => {
  const name = shown.value.value?.column.name;
  const found = sureness.value.value;
  const narrowed = narrowing.value;
  return found && narrowed && name?.subject.kind === 'own' && found.of === keyOf(name, aloneIn(name.zoneSet, narrowed)) ? found : undefined;
});

/** Whether each zone's decile depends on the choices. */
export const depends = computed<readonly boolean[] | undefined>(() =>
  current.value?.lowerDeciles.map((lower, place) => lower < current.value!.upperDeciles[place]!),
);

/** The decile of a zone, and where it lies with other choices, in words; empty for anything but an own weighing. */
export function weighFacts(place: ZonePlace, of: Shown | undefined = shown.value.value): string[] {
  const decile = of?.deciles?.[place];
  if (decile === undefined || Number.isNaN(decile)) return [];
  const said = texts.value.weigh.decile(numbers.value.count(decile));
  return current.value && of === shown.value.value ? [said, otherwiseText(current.value, place)] : [said];
}

/** Where a zone lies with other choices. */
export function otherwiseText({ lowerRanks, upperRanks, lowerDeciles, upperDeciles }: Sureness, place: ZonePlace): string {
  const { rank, count } = numbers.value;
  const { weigh, fromTo } = texts.value;
  const [lower, upper] = [lowerDeciles[place]!, upperDeciles[place]!];
  if (Number.isNaN(lower)) return '';
  const ranks = fromTo(rank(lowerRanks[place]!), rank(upperRanks[place]!));
  return lower < upper ? weigh.depends(fromTo(count(lower), count(upper)), ranks) : weigh.holds(count(lower), ranks);
}

function keyOf({ zoneSet, subject, period }: Pick<ColumnName, 'zoneSet' | 'subject' | 'period'>, within: Within | undefined): string {
  return `${zoneSet} ${subject.key} ${period} ${within?.kommune.code}`;
}
