import type { Language } from './languages';

/** How a language writes numbers. */
export interface Numbers {
  /** A value in a unit, with the unit where it is short: `12,4 %`, `1 204`, `31 500 kr`. */
  readonly value: (value: number, unit: string) => string;
  /** A value without its unit, for columns whose head says it. */
  readonly bare: (value: number, unit: string) => string;
  /** A value at an axis: no more digits than it has, up to one decimal. */
  readonly tick: (value: number, unit: string) => string;
  /** A whole number, such as a count of zones. */
  readonly count: (count: number) => string;
  /** A rank; halves are possible. */
  readonly rank: (rank: number) => string;
  /** A share of 1 as percent, such as a confidence level. */
  readonly share: (share: number) => string;
  /** A day, `2020-01-31`, as people write it. */
  readonly day: (day: string) => string;
  /** Compares names as the language sorts them. */
  readonly compare: (left: string, right: string) => number;
}

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const suffixes: Readonly<Record<string, string>> = { percent: '\u00a0%', per1000: '\u00a0‰', kroner: '\u00a0kr' };
/** A product of shares is so small that it is told in millionths. */
export const perMillion = 'per_million';
export const perMillionWord: Readonly<Record<Language, string>> = { nb: 'milliondeler', nn: 'milliondelar', en: 'per million' };
/** Decimals by unit. Others get three significant digits. */
const decimals: Readonly<Record<string, number>> = { percent: 1, per1000: 1, count: 0, kroner: 0, points: 1 };

const made = new Map<Language, Numbers>();

export function numbersIn(language: Language): Numbers {
  const known = made.get(language) ?? make(language);
  made.set(language, known);
  return known;
}

function make(language: Language): Numbers {
  const locale = locales[language];
  const written = (options: Intl.NumberFormatOptions) => once(() => new Intl.NumberFormat(locale, options));
  const byDecimals = [0, 1].map(digits => written({ minimumFractionDigits: digits, maximumFractionDigits: digits }));
  const significant = written({ maximumSignificantDigits: 3 });
  const rank = written({ maximumFractionDigits: 1 });
  const share = written({ style: 'percent', maximumFractionDigits: 1 });
  const day = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
  const collator = once(() => new Intl.Collator(locale, { numeric: true }));
  const bare = (value: number, unit: string) =>
    (unit === perMillion && value >= 100 ? byDecimals[0]! : (byDecimals[decimals[unit] ?? -1] ?? significant))().format(value);
  const suffix = (unit: string) => (unit === perMillion ? `\u00a0${perMillionWord[language]}` : (suffixes[unit] ?? ''));
  return {
    bare,
    value: (value, unit) => bare(value, unit) + suffix(unit),
    tick: (value, unit) => rank().format(value) + (suffixes[unit] ?? ''),
    count: count => byDecimals[0]!().format(count),
    rank: position => rank().format(position),
    share: of => share().format(of),
    day: date => day().format(new Date(`${date}T00:00:00Z`)),
    compare: (left, right) => collator().compare(left, right),
  };
}

/** Made at the first use: the first page needs one of these, and all of them take a slow phone a tenth of a second. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
