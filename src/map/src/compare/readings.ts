import { computed } from '@preact/signals';
import type { CompareZonesResponse } from '../../generated/bolyst/v1/comparison_service_pb';
import type { GetDeliveryResponse } from '../../generated/bolyst/v1/delivery_service_pb';
import type { CompareInsideOutsideRequest, CompareInsideOutsideResponse } from '../../generated/bolyst/v1/omradesatsing_service_pb';
import { type Indicator, Polarity } from '../../generated/bolyst/v1/value_pb';
import { type Boundaries, readAllBoundaries } from '../api/boundaries';
import { comparisonsUnseen, deliveries, omradesatsingerUnseen } from '../api/clients';
import { readSurroundings } from '../api/surroundings';
import { readTouched, readTouchedBy, type Touched } from '../api/touched';
import { readTrend, type Trend } from '../api/trend';
import { catalogue } from '../state/catalogue';
import { coverage, period, subject, zoneSet } from '../state/chosen';
import { nearestPeriod } from '../state/periods';
import { pickedPlaces } from '../state/pointed';
import { reading } from '../state/reading';
import { column } from '../state/shown';
import { view } from '../state/view';

/** More zones than these are listed with their shares, but not drawn beside each other. */
export const mostZones = 30;

/** More lines than these cannot be told apart. */
export const mostLines = 5;

/** What is compared, as far as it is chosen. */
const chosen = computed(() => {
  const { compare, area, programme } = view.value;
  const set = zoneSet.value;
  const known = catalogue.value.value;
  if (!set || !known) return undefined;
  const base = { set, known, version: known.version };
  if (compare === 'area' && area) return { ...base, key: `${set.key} ${area.srid} ${area.wkt}`, kind: compare, area };
  if (compare === 'programme' && programme) return { ...base, key: `${set.key} ${programme}`, kind: compare, programme };
  const codes = pickedPlaces.value.map(place => column.value!.codes[place]!);
  return compare === 'zones' && codes.length > 0 ? { ...base, key: `${set.key} ${codes}`, kind: compare, codes } : undefined;
});

/** The områdesatsinger that a boundary was delivered for. */
export const withBoundary = reading<Boundaries>(() => {
  const version = catalogue.value.value?.version;
  return version === undefined ? undefined : { key: 'boundaries', read: abort => readAllBoundaries(version, abort) };
});

/** The zones that the area or the områdesatsing touches. */
export const touched = reading<Of<readonly Touched[]>>(() => {
  const of = chosen.value;
  if (!of || of.kind === 'zones') return undefined;
  const { key, set, version } = of;
  const read = (abort: AbortSignal) =>
    of.kind === 'area' ? readTouched(of.area, set, version, abort) : readTouchedBy(of.programme, set, version, abort);
  return { key, read: async abort => ({ of: key, is: await read(abort) }) };
});

/** The zones that stand beside each other: those that are picked, or those that are touched. */
export const zones = computed<readonly { readonly code: string; readonly name: string; readonly touched?: Touched }[]>(() => {
  const of = chosen.value;
  const shown = column.value;
  if (of?.kind === 'zones') return shown ? pickedPlaces.value.map(place => ({ code: shown.codes[place]!, name: shown.names[place]! })) : [];
  return (current(touched.value.value) ?? []).map(each => ({ code: each.code, name: each.name, touched: each }));
});

/** The indicator that charts show: the one on the map, else the first that says something of levekår. */
export const measure = computed<Indicator | undefined>(() => {
  if (subject.value?.kind === 'indicator') return subject.value.indicator;
  return indicators().find(({ polarity }) => polarity === Polarity.HIGHER_IS_WORSE) ?? indicators()[0];
});

/** The zones beside each other, in every indicator, in the period of the map or the nearest before it. */
export const beside = reading<Of<CompareZonesResponse>>(() => {
  const of = chosen.value;
  const covered = coverage.value.value;
  const some = zones.value.slice(0, mostZones);
  if (!of || !covered || some.length < 2 || coverage.value.busy) return undefined;
  const selections = indicators().map(({ key }) => ({ indicator: key, period: nearestPeriod(covered.get(key)!, period.value) }));
  const ids = some.map(({ code }) => ({ zoneSet: of.set.key, code }));
  return {
    key: `${of.key} ${period.value} ${ids.length}`,
    read: async signal => ({
      of: of.key,
      is: await comparisonsUnseen.compareZones({ zones: ids, selections: selections.slice(0, 50), asOf: of.version }, { signal }),
    }),
  };
});

/** The zones through time, with their kommune. */
export const trend = reading<Of<Trend>>(() => {
  const of = chosen.value;
  const what = measure.value;
  const some = zones.value.slice(0, mostLines).map(({ code }) => ({ zoneSet: of?.set.key ?? '', code }));
  if (!of || !what || some.length === 0) return undefined;
  const { known } = of;
  return {
    key: `${of.key} ${what.key} ${some.length}`,
    read: async abort => {
      const around = await readSurroundings(some[0]!, known, abort);
      const kommune = around.filter(({ level }) => level === 'kommune').map(({ id }) => id);
      return { of: `${of.key} ${what.key}`, is: await readTrend(what.key, [...some, ...kommune], of.version, abort) };
    },
  };
});

/** What is compared, put together, beside the rest of its kommune, in every indicator and period. */
export const insideOutside = reading<Of<CompareInsideOutsideResponse>>(() => {
  const of = chosen.value;
  if (!of) return undefined;
  const request = { zoneSet: of.set.key, inside: insideOf(of), srid: of.kind === 'area' ? of.area.srid : 0, asOf: of.version };
  return {
    key: of.key,
    read: async signal => ({ of: of.key, is: await omradesatsingerUnseen.compareInsideOutside(request, { signal }) }),
  };
});

/** The deliveries that brought the numbers. */
export const sources = reading<Of<readonly GetDeliveryResponse[]>>(() => {
  const of = chosen.value;
  const series = current(insideOutside.value.value)?.series;
  if (!of || !series) return undefined;
  const found = series.flatMap(({ points }) => points.flatMap(({ inside }) => inside?.sourceDeliveries ?? []));
  const versions = [...new Set(found)];
  return {
    key: `${of.key} ${versions}`,
    read: async signal => ({ of: of.key, is: await Promise.all(versions.map(version => deliveries.getDelivery({ version }, { signal }))) }),
  };
});

interface Of<T> {
  readonly of: string;
  readonly is: T;
}

/** An answer if it is of what is chosen now: the one before stays while the next is on its way. */
export function current<T>(answer: Of<T> | undefined, more = ''): T | undefined {
  return chosen.value && answer?.of === chosen.value.key + more ? answer.is : undefined;
}

function indicators(): Indicator[] {
  const covered = coverage.value.value;
  return [...(catalogue.value.value?.indicators.values() ?? [])].filter(({ key }) => covered?.has(key));
}

function insideOf(of: NonNullable<typeof chosen.value>): CompareInsideOutsideRequest['inside'] {
  if (of.kind === 'area') return { case: 'polygonWkt', value: of.area.wkt };
  if (of.kind === 'programme') return { case: 'omradesatsing', value: of.programme };
  return { case: 'zones', value: { $typeName: 'bolyst.v1.ZoneCodes', codes: of.codes } };
}
