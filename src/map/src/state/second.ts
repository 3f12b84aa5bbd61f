import { computed } from '@preact/signals';
import { language } from '../text/speech';
import { catalogue } from './catalogue';
import { commonPeriod, coverage, findSubject, readShown, type Shown, type SubjectChoice, subject, subjects, zoneSet } from './chosen';
import { reading } from './reading';
import { view } from './view';

/** What the second map shows: the chosen subject, else that of the first map. */
export const secondSubject = computed<SubjectChoice | undefined>(
  () => findSubject(subjects.value, view.value.secondSubject) ?? subject.value,
);

/** The period of the second map: the chosen one if there are numbers for it, else the oldest, to see what has changed. */
export const secondPeriod = computed<string>(() => {
  const periods = secondSubject.value?.periods ?? [];
  return periods.includes(view.value.secondPeriod) ? view.value.secondPeriod : (periods[0] ?? '');
});

/** What the second map shows, in the classes of the first where the subject is the same. */
export const secondShown = reading<Shown>(() => {
  const version = catalogue.value.value?.version;
  const set = zoneSet.value?.key;
  const choice = secondSubject.value;
  const period = secondPeriod.value;
  const words = language.value;
  const two = view.value.layout === 'beside' || view.value.layout === 'swipe';
  if (!two || version === undefined || !set || !choice || !period || coverage.value.busy) return undefined;
  const common = choice.key === subject.value?.key ? commonPeriod.value : undefined;
  const name = { zoneSet: set, subject: { kind: choice.kind, key: choice.key }, period };
  return {
    key: `${set} ${choice.kind} ${choice.key} ${period} ${words} ${common}`,
    read: readShown(name, common, words, version),
  };
});
