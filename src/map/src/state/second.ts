import { computed } from '@preact/signals';
import { findSubject, type SubjectChoice, subject, subjects, zoneSet } from './chosen';
import { periodsOn } from './dated';
import { reading } from './reading';
import { keyOf, manner, readShown, type Shown } from './shown';
import { view } from './view';

/** Subjects with numbers on the zone set of the first map: two maps show the same zones. */
export const secondSubjects = computed<readonly SubjectChoice[]>(() =>
  subjects.value.filter(choice => periodsOn(choice, zoneSet.value?.key ?? '').length > 0),
);

/** The periods that the second map can show. */
export const secondPeriods = computed<readonly string[]>(() =>
  secondSubject.value ? periodsOn(secondSubject.value, zoneSet.value?.key ?? '') : [],
);

/** What the second map shows: the chosen subject, else that of the first map. */
export const secondSubject = computed<SubjectChoice | undefined>(
  () => findSubject(secondSubjects.value, view.value.secondSubject) ?? subject.value,
);

/** The period of the second map: the chosen one if there are numbers for it, else the oldest, to see what has changed. */
export const secondPeriod = computed<string>(() => {
  const periods = secondPeriods.value;
  return periods.includes(view.value.secondPeriod) ? view.value.secondPeriod : (periods[0] ?? '');
});

/** What the second map shows, in the classes of the first where the subject is the same. */
export const secondShown = reading<Shown>(() => {
  const [set, choice, of] = [zoneSet.value?.key, secondSubject.value, manner.value];
  const period = secondPeriod.value;
  const two = view.value.layout === 'beside' || view.value.layout === 'swipe';
  if (!two || !set || !choice || !period || !of) return undefined;
  const how = { ...of, common: choice.key === subject.value?.key ? of.common : undefined };
  const name = { zoneSet: set, subject: { kind: choice.kind, key: choice.key }, period };
  return { key: keyOf(name, how), read: readShown(name, how) };
});
