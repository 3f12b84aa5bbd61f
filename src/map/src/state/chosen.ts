import { computed } from '@preact/signals';
import type { IndexDefinition } from '../../generated/bolyst/v1/index_pb';
import { type Indicator, Polarity } from '../../generated/bolyst/v1/value_pb';
import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import { type Coverage, readCoverage } from '../api/catalogue';
import type { Subject } from '../api/column';
import { offeredOf, periodsOfWeighing } from '../weigh/offered';
import { alike, readWeighing, type Weighing, writeWeighing } from '../weigh/weighing';
import { catalogue } from './catalogue';
import { kommune, zoneSets } from './kommune';
import { reading } from './reading';
import { trying } from './trying';
import { view } from './view';

/** The zone set that is shown: the chosen one, else the level that a coordinator works at. */
export const zoneSet = computed<ZoneSet | undefined>(() => {
  const sets = zoneSets.value;
  return (
    sets.find(set => set.key === view.value.zoneSet) ??
    preferredOf(sets, catalogue.value.value?.withNumbers ?? new Set(), kommune.value !== undefined)
  );
});

/** What the zone set has numbers for. */
export const coverage = reading<Coverage>(() => {
  const set = zoneSet.value?.key;
  const version = catalogue.value.value?.version;
  return set && version !== undefined ? { key: set, read: abort => readCoverage(set, version, abort) } : undefined;
});

/** What is asked to be shown, if anything is. */
const wanted = computed<Subject | undefined>(() => trying.value ?? view.value.subject);

/** A person's own weighing: the one that is asked for, else all that can be weighed alike. Undefined where there is nothing to weigh. */
export const own = computed<OwnChoice | undefined>(() => {
  const known = catalogue.value.value;
  const covered = coverage.value.value;
  if (!known || !covered) return undefined;
  const offered = offeredOf(known.indicators.values(), covered);
  if (offered.length < 2) return undefined;
  const keys = offered.map(({ key }) => key);
  const key = [wanted.value, view.value.secondSubject].find(each => each?.kind === 'own')?.key ?? writeWeighing(alike(keys));
  const asked = readWeighing(key);
  // What this zone set has no numbers of stays in the address, for the next zone set may have them.
  const weighing = { ...asked, weights: new Map([...asked.weights].filter(([indicator]) => keys.includes(indicator))) };
  return { kind: 'own', key, weighing, offered, periods: periodsOfWeighing([...weighing.weights.keys()], covered) };
});

/** The subjects that the zone set has numbers for. */
export const subjects = computed<readonly SubjectChoice[]>(() => {
  const known = catalogue.value.value;
  const covered = coverage.value.value;
  if (!known || !covered) return [];
  const choices: SubjectChoice[] = [
    ...[...known.indexes.values()]
      .filter(definition => inputsOf(definition).every(indicator => covered.has(indicator)))
      .map(definition => ({
        kind: 'index' as const,
        key: definition.key,
        definition,
        periods: sharedPeriods(inputsOf(definition), covered),
      })),
    ...[...known.indicators.values()]
      .filter(indicator => covered.has(indicator.key))
      .map(indicator => ({ kind: 'indicator' as const, key: indicator.key, indicator, periods: periodsOf(indicator.key, covered) })),
  ];
  return [...choices.filter(choice => choice.periods.length > 0), ...(own.value ? [own.value] : [])];
});

export interface OwnChoice {
  readonly kind: 'own';
  readonly key: string;
  readonly weighing: Weighing;
  /** What can be weighed. */
  readonly offered: readonly Indicator[];
  readonly periods: readonly string[];
}

export type SubjectChoice = { readonly periods: readonly string[] } & (
  | OwnChoice
  | { readonly kind: 'index'; readonly key: string; readonly definition: IndexDefinition }
  | { readonly kind: 'indicator'; readonly key: string; readonly indicator: Indicator }
);

/** The subject that is shown: the chosen one if the zone set has it, else an index, else the first indicator that says something of levekår. */
export const subject = computed<SubjectChoice | undefined>(() => {
  const choices = subjects.value;
  return findSubject(choices, wanted.value) ?? choices.find(choice => choice.kind === 'index') ?? choices.find(saysHowHard) ?? choices[0];
});

/** The period that is shown: the chosen one if there are numbers for it, else the newest. */
export const period = computed<string>(() => {
  const periods = subject.value?.periods ?? [];
  return periods.includes(view.value.period) ? view.value.period : (periods.at(-1) ?? '');
});

/** The choice that is wanted; there is one own weighing, whatever its weights are. */
export function findSubject(choices: readonly SubjectChoice[], wanted: Subject | undefined): SubjectChoice | undefined {
  return wanted && choices.find(choice => choice.kind === wanted.kind && (choice.kind === 'own' || choice.key === wanted.key));
}

function saysHowHard(choice: SubjectChoice): boolean {
  return choice.kind === 'indicator' && choice.indicator.polarity === Polarity.HIGHER_IS_WORSE;
}

/**
 * The zone set to begin with, of those with numbers and outlines: levekårssoner where there are some, else the newest with more than one zone; for one
 * kommune not the kommuner.
 */
function preferredOf(sets: readonly ZoneSet[], withNumbers: ReadonlySet<string>, oneKommune: boolean): ZoneSet | undefined {
  const newest = sets.filter(set => set.outlineCount > 0).toSorted((left, right) => (left.validFrom < right.validFrom ? 1 : -1));
  const numbered = newest.filter(set => withNumbers.has(set.key));
  return (
    numbered.find(set => set.level === 'levekarssone') ??
    (oneKommune ? numbered.find(set => set.level !== 'kommune') : undefined) ??
    numbered.find(set => set.zoneCount > 1) ??
    numbered[0] ??
    newest[0] ??
    sets[0]
  );
}

function inputsOf(definition: IndexDefinition): string[] {
  const { recipe } = definition;
  return recipe.case === 'product'
    ? recipe.value.factors.flatMap(factor => (factor.per ? [factor.indicator, factor.per] : [factor.indicator]))
    : (recipe.value?.criteria ?? []).map(criterion => criterion.indicator);
}

function periodsOf(indicator: string, covered: Coverage): string[] {
  return (covered.get(indicator) ?? []).filter(entry => entry.zonesWithValue > 0).map(entry => entry.period);
}

function sharedPeriods(inputs: readonly string[], covered: Coverage): string[] {
  const [first = [], ...others] = inputs.map(indicator => periodsOf(indicator, covered));
  return first.filter(candidate => others.every(other => other.includes(candidate)));
}
