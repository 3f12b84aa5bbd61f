import { computed, effect, signal } from '@preact/signals';
import type { StatusName } from '../api/statuses';
import { view } from '../state/view';
import { type Language, languageOf, languages } from './languages';
import { nb } from './nb';
import { type Numbers, numbersIn } from './numbers';
import type { Texts } from './texts';

/** Bokmål comes with the page; the others in files of their own. */
const files = {
  nn: () => import('./nn').then(({ nn }) => nn),
  en: () => import('./en').then(({ en }) => en),
};

/** The one asked for, else the first of the browser's that the page speaks, else bokmål. */
const wanted = computed<Language>(
  () => view.value.language ?? navigator.languages.map(languageOf).find(known => known !== undefined) ?? languages[0],
);

/** What is asked for meanwhile is asked in the language that is on its way. */
const spoken = signal<{ readonly language: Language; readonly texts: Texts }>({ language: wanted.peek(), texts: nb });

/** Speaks a language once its sentences are there; if they do not come, the language before. */
async function speak(language: Language): Promise<void> {
  const texts = language === 'nb' ? nb : await files[language]().catch(() => undefined);
  if (language !== wanted.peek()) return;
  if (texts) spoken.value = { language, texts };
  else if (spoken.peek().texts === nb) spoken.value = { language: 'nb', texts: nb };
}

/** Done when the page can say its first words. */
export const firstWords: Promise<void> = speak(wanted.peek());

effect(() => {
  if (wanted.value !== spoken.peek().language) void speak(wanted.value);
});

/** The language of the page. */
export const language = computed<Language>(() => spoken.value.language);

/** The sentences of the page in its language. */
export const texts = computed<Texts>(() => spoken.value.texts);

/** How the page's language writes numbers. */
export const numbers = computed<Numbers>(() => numbersIn(language.value));

/** What stands in a cell, in the page's language. */
export function statusWord(status: StatusName): string {
  const { statuses, notComputable } = texts.value;
  return (statuses as Partial<Record<StatusName, string>>)[status] ?? notComputable;
}
