import type { Subject } from '../api/column';
import { catalogue } from '../state/catalogue';
import type { SubjectChoice } from '../state/chosen';
import { localized } from '../text/languages';
import { language, texts } from '../text/speech';
import type { OptionGroup } from '../ui/Select';

/** Subjects to choose from, indexes first. */
export function subjectOptions(choices: readonly SubjectChoice[]): readonly OptionGroup[] {
  return [
    { label: texts.value.indexes, options: [...optionsOf('index', choices), ...optionsOf('own', choices)] },
    { label: texts.value.indicators, options: optionsOf('indicator', choices) },
  ].filter(group => group.options.length > 0);
}

export function idOf(choice: SubjectChoice): string {
  return choice.kind === 'own' ? choice.kind : `${choice.kind} ${choice.key}`;
}

export function nameOf({ kind, key }: Subject): string {
  if (kind === 'own') return texts.value.weigh.name;
  const known = catalogue.value.value;
  return localized(kind === 'index' ? known?.indexes.get(key)?.label : known?.indicators.get(key)?.name, language.value);
}

function optionsOf(kind: SubjectChoice['kind'], choices: readonly SubjectChoice[]) {
  return choices.filter(choice => choice.kind === kind).map(choice => ({ value: idOf(choice), text: nameOf(choice) }));
}
