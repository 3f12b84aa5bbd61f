import type { Division } from '../state/divisions';
import { localized } from '../text/languages';
import { language, texts } from '../text/speech';

/** What a division is called: one with generations by its level, unless another has the same; else by its zone set's own name, which may name the years. */
export function nameOfDivision({ newest, sets }: Division, all: readonly Division[]): string {
  const level = (texts.value.levels as Partial<Record<string, string>>)[newest.level];
  const only = all.filter(other => other.newest.level === newest.level).length === 1;
  return sets.length > 1 && level && only ? level : localized(newest.name, language.value);
}
