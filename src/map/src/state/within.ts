import { computed } from '@preact/signals';
import { readWithin, type Within } from '../api/within';
import { catalogue } from './catalogue';
import { division } from './divisions';
import { kommune, kommuneSet } from './kommune';
import { reading } from './reading';
import { view } from './view';

/** Levels whose zones lie in no kommune: choosing one narrows nothing. */
const notWithin: ReadonlySet<string> = new Set(['kommune', 'fylke', 'land']);

/** The division and the kommune that are chosen. */
const asked = computed(() => {
  const [of, place, kommuner] = [division.value, kommune.value, kommuneSet.value];
  return of && place && kommuner && !notWithin.has(of.newest.level)
    ? { sets: of.sets, around: { zoneSet: kommuner.key, code: place.code, name: place.name }, key: `${of.key} ${place.code}` }
    : undefined;
});

/** The zones of the kommune in each generation of the division. */
export const withinReading = reading<{ readonly key: string; readonly generations: readonly Within[] }>(() => {
  const version = catalogue.value.value?.version;
  const of = asked.value;
  if (!of || version === undefined) return undefined;
  return {
    key: of.key,
    read: async abort => ({
      key: of.key,
      generations: await Promise.all(of.sets.map(set => readWithin(set.key, set.zoneCount, of.around, version, abort))),
    }),
  };
});

/** What the chosen kommune leaves of the division. */
export interface Narrowing {
  /** By key of the zone set; not those whose zones all lie in the kommune, or none. */
  readonly within: ReadonlyMap<string, Within>;
  /** Whether its zones alone make the classes, and are weighed alone. */
  readonly alone: boolean;
}

/** Undefined while that is not known. */
export const narrowing = computed<Narrowing | undefined>(() => {
  const alone = view.value.classesFrom === 'kommune';
  const of = asked.value;
  if (!of) return { within: new Map(), alone };
  const answer = withinReading.value.value;
  if (answer?.key !== of.key) return undefined;
  const some = answer.generations.filter(({ places, inside }) => places.length > 0 && places.length < inside.length);
  return { within: new Map(some.map(within => [within.zoneSet, within])), alone };
});

/** The zones of a zone set that are weighed and ranked alone; undefined: all. */
export function aloneIn(zoneSet: string, { within, alone }: Narrowing): Within | undefined {
  return alone ? within.get(zoneSet) : undefined;
}
