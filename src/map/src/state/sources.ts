import { computed } from '@preact/signals';
import { type Classes, readClasses } from '../api/classes';
import { language } from '../text/speech';
import { catalogue } from './catalogue';
import { coverageOf, own, period, zoneSet } from './chosen';
import { nearestPeriod } from './periods';
import { reading } from './reading';
import { shown } from './shown';

type Source = Classes['sources'][number];

/** Sources of the indicators that a person weighs: asked for once whatever they weigh. */
const weighed = reading<readonly Source[]>(() => {
  const version = catalogue.value.value?.version;
  const isOwn = shown.value.value?.column.name.subject.kind === 'own';
  const [set, choice, words, when] = [zoneSet.value?.key, own.value, language.value, period.value];
  if (!isOwn || version === undefined || !set || !choice || !when) return undefined;
  const keys = [...choice.weighing.weights.keys()].sort();
  const covered = coverageOf(set);
  return {
    key: [set, when, words, ...keys].join(' '),
    read: async abort => {
      const all = await Promise.all(
        keys.map(key => {
          const name = { zoneSet: set, subject: { kind: 'indicator' as const, key }, period: nearestPeriod(covered.get(key) ?? [], when) };
          return readClasses(name, {}, words, version, abort);
        }),
      );
      return [...new Map(all.flatMap(({ sources }) => sources).map(source => [source.text, source])).values()];
    },
  };
});

/** Where the numbers that are shown come from; empty while that is on its way. */
export const sources = computed<readonly Source[]>(() => {
  const now = shown.value.value;
  return now?.column.name.subject.kind === 'own' ? (weighed.value.value ?? []) : (now?.classes.sources ?? []);
});
