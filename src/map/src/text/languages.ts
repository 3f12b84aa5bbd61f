import type { LocalizedText } from '../../generated/bolyst/v1/text_pb';

export const languages = ['nb', 'nn', 'en'] as const;

export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** The language of a tag such as `nn-NO`; undefined if the page does not speak it. */
export function languageOf(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split('-')[0];
  return primary === 'no' ? 'nb' : languages.find(language => language === primary);
}

/** A delivered text in a language, else in bokmål, which every name has. */
export function localized(text: LocalizedText | undefined, language: Language): string {
  return text ? text[language] || text.nb : '';
}
