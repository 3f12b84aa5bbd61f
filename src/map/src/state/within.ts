import { computed } from '@preact/signals';
import { readWithin, type Within } from '../api/within';
import { catalogue } from './catalogue';
import { zoneSet } from './chosen';
import { kommune, kommuneSet } from './kommune';
import { reading } from './reading';
import { view } from './view';

/** Levels whose zones lie in no kommune: choosing one narrows nothing. */
const notWithin: ReadonlySet<string> = new Set(['kommune', 'fylke', 'land']);

/** The division and the kommune that are chosen. */
const asked = computed(() => {
  const [set, place, kommuner] = [zoneSet.value, kommune.value, kommuneSet.value];
  return set && place && kommuner && !notWithin.has(set.level) ? { set, place, kommuner, key: `${set.key} ${place.code}` } : undefined;
});

export const withinReading = reading<Within>(() => {
  const version = catalogue.value.value?.version;
  const of = asked.value;
  if (!of || version === undefined) return undefined;
  const around = { zoneSet: of.kommuner.key, code: of.place.code, name: of.place.name };
  return { key: of.key, read: abort => readWithin(of.set.key, of.set.zoneCount, around, version, abort) };
});

/** What the chosen kommune leaves of the division. */
export interface Narrowing {
  readonly within: Within;
  /** Whether its zones alone make the classes, and are weighed and ranked alone. */
  readonly alone: boolean;
}

/** `waiting` while that is not known; undefined where all zones of the division are shown, or they all lie in the kommune. */
export const narrowing = computed<Narrowing | undefined | 'waiting'>(() => {
  const of = asked.value;
  if (!of) return undefined;
  const answer = withinReading.value.value;
  if (!answer || `${answer.zoneSet} ${answer.kommune.code}` !== of.key) return 'waiting';
  const some = answer.places.length > 0 && answer.places.length < answer.inside.length;
  return some ? { within: answer, alone: view.value.classesFrom === 'kommune' } : undefined;
});
