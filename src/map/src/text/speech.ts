import { computed } from '@preact/signals';
import { ObservationStatus } from '../../generated/bolyst/v1/value_pb';
import { view } from '../state/view';
import { en } from './en';
import { type Language, languageOf, languages } from './languages';
import { nb } from './nb';
import { nn } from './nn';
import { type Numbers, numbersIn } from './numbers';
import type { Statuses, Texts } from './texts';

export const allTexts: Readonly<Record<Language, Texts>> = { nb, nn, en };

/** The language of the page: the one asked for, else the first of the browser's that it speaks, else bokmål. */
export const language = computed<Language>(
  () => view.value.language ?? navigator.languages.map(languageOf).find(spoken => spoken !== undefined) ?? languages[0],
);

/** The sentences of the page in its language. */
export const texts = computed<Texts>(() => allTexts[language.value]);

/** How the page's language writes numbers. */
export const numbers = computed<Numbers>(() => numbersIn(language.value));

const statusTexts: Readonly<Record<ObservationStatus, keyof Statuses>> = {
  [ObservationStatus.UNSPECIFIED]: 'notDelivered',
  [ObservationStatus.VALUE]: 'value',
  [ObservationStatus.BELOW_HALF_UNIT]: 'belowHalfUnit',
  [ObservationStatus.NOT_DELIVERED]: 'notDelivered',
  [ObservationStatus.NOT_APPLICABLE]: 'notApplicable',
  [ObservationStatus.NOT_YET_AVAILABLE]: 'notYetAvailable',
  [ObservationStatus.SUPPRESSED]: 'suppressed',
  [ObservationStatus.BELOW_POPULATION_LIMIT]: 'belowPopulationLimit',
  [ObservationStatus.BREAK_IN_SERIES]: 'breakInSeries',
  [ObservationStatus.IMPUTED]: 'imputed',
};

/** What stands in a cell, in the page's language. */
export function statusWord(status: ObservationStatus): string {
  return texts.value.statuses[statusTexts[status]];
}

/** A unit in the page's language; one that the page does not know is shown as it was delivered. */
export function unitText(unit: string): string {
  return texts.value.units[unit] ?? unit;
}
