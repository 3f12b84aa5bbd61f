import { computed } from '@preact/signals';
import type { ProfileZoneResponse, SummarizeDistributionResponse } from '../../../generated/bolyst/v1/comparison_service_pb';
import type { GetDeliveryResponse } from '../../../generated/bolyst/v1/delivery_service_pb';
import type { CompositeExplanation, ExplainIndexResponse } from '../../../generated/bolyst/v1/index_service_pb';
import { comparisons, deliveries, indexes, indexesUnkept } from '../../api/clients';
import { readGathering } from '../../api/gathering';
import { readRankInterval } from '../../api/rankInterval';
import { keyOf, readSurroundings, type Surrounding, type ZoneId } from '../../api/surroundings';
import { readIndexTrend, readTrend, type Trend } from '../../api/trend';
import { type Within, withinOf } from '../../api/within';
import { catalogue } from '../../state/catalogue';
import { coverage, coverageOf, findSubject, type OwnChoice, subjects } from '../../state/chosen';
import { periodsOn } from '../../state/dated';
import { nearestPeriod } from '../../state/periods';
import { rankedWithin, selectedPlace } from '../../state/pointed';
import { type Question, reading } from '../../state/reading';
import { column, ownQuery } from '../../state/shown';
import { trying } from '../../state/trying';
import { aloneIn, narrowing } from '../../state/within';
import { readOwnTrend } from '../../weigh/ownTrend';

/** The zone whose panel is open, with what is shown of it. */
export const zone = computed(() => {
  const shown = column.value;
  const place = selectedPlace.value;
  const known = catalogue.value.value;
  if (!shown || place === undefined || !known) return undefined;
  const choice = findSubject(subjects.value, shown.name.subject);
  const id: ZoneId = { zoneSet: shown.name.zoneSet, code: shown.codes[place]! };
  return choice && { id, name: shown.name, choice, known };
});

/** The larger zones around it. */
export const surroundings = reading<Of<readonly Surrounding[]>>(() => {
  const of = zone.value;
  return of && { key: keyOf(of.id), read: async abort => ({ of: keyOf(of.id), is: await readSurroundings(of.id, of.known, abort) }) };
});

/** The kommune around it, or the largest zone that is known. */
export const kommune = computed<Surrounding | undefined>(() => {
  const around = current(surroundings.value.value);
  return around?.find(({ level }) => level === 'kommune') ?? around?.at(-1);
});

/** The zone through time, with the kommune and the country. */
export const trend = reading<Of<Trend>>(() => {
  const of = zone.value;
  const around = current(surroundings.value.value);
  if (!of || !around) return undefined;
  const beside = around.filter(({ level }) => level === 'kommune' || level === 'land').map(({ id }) => id);
  const { choice } = of;
  const { version } = of.known;
  if (choice.kind === 'own') return ownTrendOf(of.id, choice, version);
  return {
    key: `${keyOf(of.id)} ${choice.kind} ${choice.key}`,
    read: async abort => ({
      of: keyOf(of.id),
      is:
        choice.kind === 'indicator'
          ? await readTrend(choice.key, [of.id, ...beside], version, abort)
          : await readIndexTrend(choice.definition, of.id, periodsOn(choice, of.id.zoneSet), version, abort),
    }),
  };
});

/** An own weighing through time, once the hand rests: each year is weighed as the map shows it. */
function ownTrendOf(id: ZoneId, choice: OwnChoice, version: bigint): Question<Of<Trend>> | undefined {
  const narrowed = narrowing.value;
  const alone = narrowed && aloneIn(id.zoneSet, narrowed);
  if (!narrowed || trying.value || (alone && !alone.inside[selectedPlace.value!])) return undefined;
  const periods = periodsOn(choice, id.zoneSet);
  const queries = periods.map(period => ownQuery(choice, { zoneSet: id.zoneSet, period }, coverageOf(id.zoneSet), version, narrowed));
  return {
    key: `${keyOf(id)} own ${choice.key} ${alone?.kommune.code}`,
    read: async abort => ({ of: keyOf(id), is: await readOwnTrend(queries, periods, id.code, abort) }),
  };
}

/** Every indicator of the zone, beside the kommune, in the period that is shown or the nearest before it. */
export const profile = reading<Of<ProfileZoneResponse>>(() => {
  const of = zone.value;
  const covered = coverage.value.value;
  if (!of || !covered || !current(surroundings.value.value)) return undefined;
  const selections = [...covered].map(([indicator, periods]) => ({ indicator, period: nearestPeriod(periods, of.name.period) }));
  const reference = kommune.value?.id;
  const asOf = of.known.version;
  return {
    key: `${keyOf(of.id)} ${of.name.period}`,
    read: async signal => ({
      of: keyOf(of.id),
      is: await comparisons.profileZone({ zone: of.id, selections, asOf, ...(reference && { reference }) }, { signal }),
    }),
  };
});

/** On how many indicators the zone is among the tenth where the numbers are hardest. */
export const gathering = reading<Of<Gathered | undefined>>(() => {
  const of = zone.value;
  const covered = coverage.value.value;
  if (!of || !covered) return undefined;
  const indicators = [...of.known.indicators.values()].filter(({ key }) => covered.has(key));
  const periodOf = Object.fromEntries(indicators.map(({ key }) => [key, nearestPeriod(covered.get(key)!, of.name.period)]));
  const within = rankedWithin.value;
  return {
    key: `${keyOf(of.id)} ${of.name.period} ${within?.kommune.code}`,
    read: async abort => {
      const explained = await readGathering(of.id, indicators, periodOf, within?.kommune, of.known.version, abort);
      return { of: keyOf(of.id), is: explained && { explained, within } };
    },
  };
});

/** How the indicator that is shown is spread over the zones that the zone is ranked among. */
export const spread = reading<Of<Spread>>(() => {
  const of = zone.value;
  if (of?.choice.kind !== 'indicator') return undefined;
  const { zoneSet, period } = of.name;
  const selection = { indicator: of.choice.key, period };
  const within = rankedWithin.value;
  return {
    key: `${keyOf(of.id)} ${of.choice.key} ${period} ${within?.kommune.code}`,
    read: async signal => ({
      of: keyOf(of.id),
      is: {
        within,
        summary: await comparisons.summarizeDistribution(
          { zoneSet, selection, asOf: of.known.version, ...withinOf(within?.kommune) },
          { signal },
        ),
      },
    }),
  };
});

/** What the index that is shown is made of in the zone. */
export const explanation = reading<Of<ExplainIndexResponse>>(() => {
  const of = zone.value;
  if (of?.choice.kind !== 'index') return undefined;
  const { zoneSet, period } = of.name;
  const query = { zoneSet, period, recipe: { case: 'definition' as const, value: of.choice.key }, asOf: of.known.version };
  return {
    key: `${keyOf(of.id)} ${of.choice.key} ${period}`,
    read: async signal => ({ of: keyOf(of.id), is: await indexes.explainIndex({ query, code: of.id.code }, { signal }) }),
  };
});

/** What the score of a person's own weighing is made of in the zone. */
export const ownExplanation = reading<Of<CompositeExplanation | undefined>>(() => {
  const of = zone.value;
  const covered = coverage.value.value;
  if (of?.choice.kind !== 'own' || !covered) return undefined;
  const narrowed = narrowing.value;
  // Weighed alone, the zones of a kommune say nothing of a zone elsewhere.
  const alone = narrowed && aloneIn(of.id.zoneSet, narrowed);
  if (!narrowed || (alone && !alone.inside[selectedPlace.value!])) return undefined;
  const query = ownQuery(of.choice, of.name, covered, of.known.version, narrowed);
  return {
    key: `${keyOf(of.id)} ${of.choice.key} ${of.name.period} ${alone?.kommune.code}`,
    read: async signal => ({
      of: keyOf(of.id),
      is: (await indexesUnkept.computeIndex({ query, explain: [of.id.code] }, { signal })).explanations[0],
    }),
  };
});

/** Where the zone's rank surely lies. */
export const rankInterval = reading(() => {
  const of = zone.value;
  if (!of || of.choice.kind === 'own') return undefined;
  const subject = of.choice.kind === 'index' ? of.choice.definition : of.choice.indicator;
  const around = rankedWithin.value?.kommune;
  return {
    key: `${keyOf(of.id)} ${of.choice.kind} ${of.choice.key} ${of.name.period} ${around?.code}`,
    read: async abort => ({ of: keyOf(of.id), is: await readRankInterval(of.name, of.id.code, subject, around, of.known.version, abort) }),
  };
});

/** The deliveries that brought the zone's numbers. */
export const sources = reading<Of<readonly GetDeliveryResponse[]>>(() => {
  const of = zone.value;
  const rows = current(profile.value.value)?.rows;
  if (!of || !rows) return undefined;
  const versions = [...new Set(rows.map(({ value }) => value?.sourceDelivery ?? 0n))].filter(version => version > 0n);
  return {
    key: `${keyOf(of.id)} ${versions}`,
    read: async signal => ({
      of: keyOf(of.id),
      is: await Promise.all(versions.map(version => deliveries.getDelivery({ version }, { signal }))),
    }),
  };
});

/** What gathers in a zone, with the kommune whose zones it is told among; undefined: all of the set. */
export interface Gathered {
  readonly within: Within | undefined;
  readonly explained: ExplainIndexResponse;
}

/** A spread, with the kommune whose zones it is of; undefined: all of the set. */
export interface Spread {
  readonly within: Within | undefined;
  readonly summary: SummarizeDistributionResponse;
}

/** An answer, with the zone that it is of. */
export interface Of<T> {
  readonly of: string;
  readonly is: T;
}

/** An answer if it is of the zone whose panel is open: the one before stays while the next is on its way. */
export function current<T>(answer: Of<T> | undefined): T | undefined {
  return zone.value && answer?.of === keyOf(zone.value.id) ? answer.is : undefined;
}
