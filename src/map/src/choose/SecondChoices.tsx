import { secondPeriod, secondPeriods, secondSubject, secondSubjects } from '../state/second';
import { go } from '../state/view';
import { texts } from '../text/speech';
import { Select } from '../ui/Select';
import { idOf, subjectOptions } from './subjects';

/** What the second of two maps shows. */
export function SecondChoices() {
  const { secondMap } = texts.value.layouts;
  const choice = secondSubject.value;
  return (
    <>
      <Select
        label={`${secondMap}: ${texts.value.subject.toLowerCase()}`}
        value={choice ? idOf(choice) : ''}
        options={subjectOptions(secondSubjects.value)}
        choose={id => {
          const chosen = secondSubjects.value.find(one => idOf(one) === id);
          if (chosen) go({ secondSubject: { kind: chosen.kind, key: chosen.key } });
        }}
      />
      <Select
        label={`${secondMap}: ${texts.value.year.toLowerCase()}`}
        value={secondPeriod.value}
        options={secondPeriods.value.toReversed().map(year => ({ value: year, text: year }))}
        choose={year => go({ secondPeriod: year })}
      />
    </>
  );
}
