import { type SubjectChoice, subjects } from '../state/chosen';
import { localized } from '../text/languages';
import { language, texts } from '../text/speech';
import type { OptionGroup } from '../ui/Select';

/** The subjects to choose from, indexes first. */
export function subjectOptions(): readonly OptionGroup[] {
  return [
    { label: texts.value.indexes, options: [...optionsOf('index'), ...optionsOf('own')] },
    { label: texts.value.indicators, options: optionsOf('indicator') },
  ].filter(group => group.options.length > 0);
}

export function idOf(choice: SubjectChoice): string {
  return choice.kind === 'own' ? choice.kind : `${choice.kind} ${choice.key}`;
}

export function nameOf(choice: SubjectChoice): string {
  if (choice.kind === 'own') return texts.value.weigh.name;
  return localized(choice.kind === 'index' ? choice.definition.label : choice.indicator.name, language.value);
}

function optionsOf(kind: SubjectChoice['kind']) {
  return subjects.value.filter(choice => choice.kind === kind).map(choice => ({ value: idOf(choice), text: nameOf(choice) }));
}
