import { computed } from '@preact/signals';
import type { StatusName } from '../api/statuses';
import { view } from '../state/view';
import { en } from './en';
import { type Language, languageOf, languages } from './languages';
import { nb } from './nb';
import { nn } from './nn';
import { type Numbers, numbersIn } from './numbers';
import type { Texts } from './texts';

export const allTexts: Readonly<Record<Language, Texts>> = { nb, nn, en };

/** The language of the page: the one asked for, else the first of the browser's that it speaks, else bokmål. */
export const language = computed<Language>(
  () => view.value.language ?? navigator.languages.map(languageOf).find(spoken => spoken !== undefined) ?? languages[0],
);

/** The sentences of the page in its language. */
export const texts = computed<Texts>(() => allTexts[language.value]);

/** How the page's language writes numbers. */
export const numbers = computed<Numbers>(() => numbersIn(language.value));

/** What stands in a cell, in the page's language. */
export function statusWord(status: StatusName): string {
  const { statuses, notComputable } = texts.value;
  return (statuses as Partial<Record<StatusName, string>>)[status] ?? notComputable;
}
