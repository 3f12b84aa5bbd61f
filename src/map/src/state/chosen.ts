import { computed } from '@preact/signals';
import type { IndexDefinition } from '../../generated/bolyst/v1/index_pb';
import { type Indicator, Polarity } from '../../generated/bolyst/v1/value_pb';
import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import { type Coverage, readCoverage } from '../api/catalogue';
import type { Subject } from '../api/column';
import { offeredOf, periodsOfWeighing } from '../weigh/offered';
import { alike, readWeighing, type Weighing, writeWeighing } from '../weigh/weighing';
import { catalogue } from './catalogue';
import { type Dated, datedOf } from './dated';
import { type Division, division } from './divisions';
import { type Reading, reading } from './reading';
import { trying } from './trying';
import { view } from './view';

/** What the generations of a division have numbers for, in their order. */
interface Covered {
  readonly division: Division;
  readonly generations: readonly { readonly set: ZoneSet; readonly coverage: Coverage }[];
}

const covered = reading<Covered>(() => {
  const of = division.value;
  const version = catalogue.value.value?.version;
  if (!of || version === undefined) return undefined;
  return {
    key: of.sets.map(({ key }) => key).join(' '),
    read: async abort => ({
      division: of,
      generations: await Promise.all(of.sets.map(async set => ({ set, coverage: await readCoverage(set.key, version, abort) }))),
    }),
  };
});

/** What is asked to be shown, if anything is. */
const wanted = computed<Subject | undefined>(() => trying.value ?? view.value.subject);

/** A person's own weighing: the one that is asked for, else all that can be weighed alike. Undefined where there is nothing to weigh. */
export const own = computed<OwnChoice | undefined>(() => {
  const known = catalogue.value.value;
  const generations = covered.value.value?.generations;
  if (!known || !generations) return undefined;
  const offered = [...known.indicators.values()].filter(indicator =>
    generations.some(({ coverage }) => offeredOf([indicator], coverage).length > 0),
  );
  if (offered.length < 2) return undefined;
  const keys = offered.map(({ key }) => key);
  const key = [wanted.value, view.value.secondSubject].find(each => each?.kind === 'own')?.key ?? writeWeighing(alike(keys));
  const asked = readWeighing(key);
  // What this division has no numbers of stays in the address, for the next division may have them.
  const weighing = { ...asked, weights: new Map([...asked.weights].filter(([indicator]) => keys.includes(indicator))) };
  return {
    kind: 'own',
    key,
    weighing,
    offered,
    ...dated(coverage => periodsOfWeighing([...weighing.weights.keys()], coverage), generations),
  };
});

/** The subjects that the division has numbers for. */
export const subjects = computed<readonly SubjectChoice[]>(() => {
  const known = catalogue.value.value;
  const generations = covered.value.value?.generations;
  if (!known || !generations) return [];
  const choices: SubjectChoice[] = [
    ...[...known.indexes.values()].map(definition => ({
      kind: 'index' as const,
      key: definition.key,
      definition,
      ...dated(coverage => sharedPeriods(inputsOf(definition), coverage), generations),
    })),
    ...[...known.indicators.values()].map(indicator => ({
      kind: 'indicator' as const,
      key: indicator.key,
      indicator,
      ...dated(coverage => periodsOf(indicator.key, coverage), generations),
    })),
  ];
  return [...choices.filter(choice => choice.periods.length > 0), ...(own.value ? [own.value] : [])];
});

export interface OwnChoice extends Dated {
  readonly kind: 'own';
  readonly key: string;
  readonly weighing: Weighing;
  /** What can be weighed. */
  readonly offered: readonly Indicator[];
}

export type SubjectChoice =
  | OwnChoice
  | (Dated & { readonly kind: 'index'; readonly key: string; readonly definition: IndexDefinition })
  | (Dated & { readonly kind: 'indicator'; readonly key: string; readonly indicator: Indicator });

/** The subject that is shown: the chosen one if the division has it, else an index, else the first indicator that says something of levekår. */
export const subject = computed<SubjectChoice | undefined>(() => {
  const choices = subjects.value;
  return findSubject(choices, wanted.value) ?? choices.find(choice => choice.kind === 'index') ?? choices.find(saysHowHard) ?? choices[0];
});

/** The period that is shown: the chosen one if there are numbers for it, else the newest; of the zone set that is named, if it has any. */
export const period = computed<string>(() => {
  const { periods = [], setOf } = subject.value ?? {};
  if (periods.includes(view.value.period)) return view.value.period;
  return periods.findLast(each => setOf?.get(each) === view.value.zoneSet) ?? periods.at(-1) ?? '';
});

/** The zone set that is shown: the generation of the division that the period is measured on. Undefined while that is not known. */
export const zoneSet = computed<ZoneSet | undefined>(() => {
  const of = division.value;
  if (!of || of.sets.length === 1) return of?.newest;
  if (covered.value.value?.division.key !== of.key) return undefined;
  const key = subject.value?.setOf.get(period.value) ?? view.value.zoneSet;
  return of.sets.find(set => set.key === key) ?? of.newest;
});

/** What the zone set has numbers for; that of the division before while the next is on its way. */
export const coverage = computed<Reading<Coverage>>(() => {
  const { value, busy, fault } = covered.value;
  const known = value?.generations.find(({ set }) => set.key === zoneSet.value?.key) ?? value?.generations.at(-1);
  return { value: known?.coverage, busy, fault };
});

/** What one of the generations of the division has numbers for. */
export function coverageOf(zoneSet: string): Coverage {
  return covered.peek().value?.generations.find(({ set }) => set.key === zoneSet)?.coverage ?? new Map();
}

/** The choice that is wanted; there is one own weighing, whatever its weights are. */
export function findSubject(choices: readonly SubjectChoice[], wanted: Subject | undefined): SubjectChoice | undefined {
  return wanted && choices.find(choice => choice.kind === wanted.kind && (choice.kind === 'own' || choice.key === wanted.key));
}

function dated(periodsIn: (coverage: Coverage) => readonly string[], generations: Covered['generations']): Dated {
  return datedOf(generations.map(({ set, coverage }) => ({ set, periods: periodsIn(coverage) })));
}

function saysHowHard(choice: SubjectChoice): boolean {
  return choice.kind === 'indicator' && choice.indicator.polarity === Polarity.HIGHER_IS_WORSE;
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
