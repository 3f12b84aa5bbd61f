import { computed } from '@preact/signals';
import type { Coverage } from '../api/catalogue';
import { type Classes, readClasses } from '../api/classes';
import { type Column, type ColumnName, readColumn } from '../api/column';
import type { Within } from '../api/within';
import { classesPerMillion } from '../legend/classesPerMillion';
import type { Language } from '../text/languages';
import { perMillion } from '../text/numbers';
import { language, numbers, statusWord, texts } from '../text/speech';
import { classesOf } from '../weigh/classes';
import { layOut, pick, readOwn } from '../weigh/compute';
import { olderPeriods } from '../weigh/offered';
import { queryOf } from '../weigh/recipe';
import { catalogue } from './catalogue';
import { coverage, coverageOf, type OwnChoice, own, period, subject, zoneSet } from './chosen';
import { nearestPeriod } from './periods';
import { reading } from './reading';
import { view } from './view';
import { aloneIn, type Narrowing, narrowing } from './within';

/** Numbers with the classes that the map and the legend put them in. */
export interface Shown {
  readonly column: Column;
  readonly classes: Classes;
  /** The zones of the chosen kommune, which alone are counted; undefined: all. */
  readonly within: Within | undefined;
  /** By place, for a person's own weighing: 1 for the hardest tenth. */
  readonly deciles?: readonly number[];
}

/** How everything is shown, whatever it is. */
export interface Manner {
  /** The period, and its zone set, whose classes are taken, so that years can be held against each other; undefined: each has its own. */
  readonly common: { readonly zoneSet: string; readonly period: string } | undefined;
  readonly narrowed: Narrowing;
  readonly words: Language;
  readonly version: bigint;
}

/** The period whose classes every year takes; undefined: each has its own. */
export const commonPeriod = computed<string | undefined>(() => {
  const alone = view.value.layout === 'map' || view.value.layout === 'table';
  if (subject.value?.kind === 'own') return undefined;
  return alone && view.value.scale === 'year' ? undefined : subject.value?.periods.at(-1);
});

/** Undefined while it is not known, or while the coverage that lists the subject may still be that of the zone set before. */
export const manner = computed<Manner | undefined>(() => {
  const version = catalogue.value.value?.version;
  const narrowed = narrowing.value;
  if (version === undefined || !narrowed || coverage.value.busy) return undefined;
  const period = commonPeriod.value;
  const zoneSet = period && subject.value?.setOf.get(period);
  return { common: zoneSet ? { zoneSet, period } : undefined, narrowed, words: language.value, version };
});

/** What is shown. It may be what was asked for before while the next is on its way: the column's name says which it is. */
export const shown = reading<Shown>(() => {
  const [set, choice, how] = [zoneSet.value?.key, subject.value, manner.value];
  if (!set || !choice || !how || !period.value) return undefined;
  const name: ColumnName = { zoneSet: set, subject: { kind: choice.kind, key: choice.key }, period: period.value };
  return { key: keyOf(name, how), paced: choice.kind === 'own', read: readShown(name, how) };
});

/** Equal keys are shown alike. */
export function keyOf({ zoneSet, subject, period }: ColumnName, { common, narrowed, words }: Manner): string {
  const within = narrowed.within.get(zoneSet);
  return [zoneSet, subject.kind, subject.key, period, words, common?.period, within?.kommune.code, within && narrowed.alone].join(' ');
}

/** Reads numbers and classes. */
export function readShown(name: ColumnName, how: Manner) {
  const weighed = name.subject.kind === 'own' && own.peek();
  if (weighed) return readWeighed(name, weighed, coverageOf(name.zoneSet), how);
  return async (abort: AbortSignal): Promise<Shown> => {
    const [column, classes] = await Promise.all([readColumn(name, how.version, abort), readClassesOf(name, how, abort)]);
    const told = column.unit === perMillion ? classesPerMillion(classes, how.words, texts.peek(), numbers.peek()) : classes;
    return { column, classes: told, within: how.narrowed.within.get(name.zoneSet) };
  };
}

/** Classes with the counts of the zones that are shown; their breaks may be those of another period, or of the whole division. */
async function readClassesOf(name: ColumnName, { common, narrowed, words, version }: Manner, abort: AbortSignal): Promise<Classes> {
  const kommune = narrowed.within.get(name.zoneSet)?.kommune.code;
  const source = { ...name, ...common };
  if (source.period === name.period && (!kommune || narrowed.alone)) return readClasses(name, { kommune }, words, version, abort);
  const from = await readClasses(source, { kommune: aloneIn(source.zoneSet, narrowed)?.kommune.code }, words, version, abort);
  const breaks = from.breaks.length > 0 ? from.breaks : undefined;
  const classes = await readClasses(name, { kommune, breaks }, words, version, abort);
  return breaks ? { ...classes, method_text: from.method_text } : classes;
}

/** Scores of one period make no classes for another: each lies on a scale of its own zones. */
function readWeighed(name: ColumnName, choice: OwnChoice, covered: Coverage, { narrowed, version }: Manner) {
  return async (abort: AbortSignal): Promise<Shown> => {
    const answer = await readOwn(name, ownQuery(choice, name, covered, version, narrowed), abort);
    const within = narrowed.within.get(name.zoneSet);
    const counted = within && !narrowed.alone ? pick(answer, within.places) : answer;
    const all = within && narrowed.alone ? layOut(answer, within.places, await readAxis(name, choice, covered, version, abort)) : answer;
    const classes = classesOf(counted, texts.peek(), numbers.peek(), statusWord);
    return { column: all.column, classes, within, deciles: all.deciles };
  };
}

/** Codes and names of the whole division, from the numbers of an indicator that is weighed. */
function readAxis(name: ColumnName, { weighing }: OwnChoice, covered: Coverage, version: bigint, abort: AbortSignal) {
  const key = [...weighing.weights.keys()][0]!;
  const period = nearestPeriod(covered.get(key) ?? [], name.period);
  return readColumn({ ...name, subject: { kind: 'indicator', key }, period }, version, abort);
}

/** What the service is asked for an own weighing. */
export function ownQuery(
  { weighing }: OwnChoice,
  { zoneSet, period }: Pick<ColumnName, 'zoneSet' | 'period'>,
  covered: Coverage,
  version: bigint,
  narrowed: Narrowing,
) {
  const around = aloneIn(zoneSet, narrowed)?.kommune;
  return queryOf(weighing, zoneSet, period, olderPeriods(weighing.weights.keys(), covered, period), around, version);
}

/** The numbers of what is shown. */
export const column = computed<Column | undefined>(() => shown.value.value?.column);
