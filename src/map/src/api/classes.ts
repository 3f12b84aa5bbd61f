import type { Language } from '../text/languages';
import type { ColumnName } from './column';
import type { StatusName } from './statuses';
import { readJson } from './web';

/** A column divided into classes, with the colours, patterns and words of a legend: the service's `/styles/…/classes.json`. */
export interface Classes {
  readonly unit_text: string;
  readonly reading: 'higher_is_worse' | 'higher_is_better' | 'neutral' | 'context_only' | 'first_is_highest';
  readonly reading_text: string;
  readonly caveat: string;
  readonly periods: readonly string[];
  readonly method_text: string;
  /** Between the classes, one less than those; a break belongs to the class above it. */
  readonly breaks: readonly number[];
  /** The lowest first. */
  readonly classes: readonly {
    readonly zones: number;
    readonly colour: string;
    readonly text: string;
    /** The lowest and the highest number in it. */
    readonly least?: number | null;
    readonly greatest?: number | null;
  }[];
  readonly zones_with_number: number;
  /** Every pattern that the column may need, also those that no zone has. */
  readonly without_number: readonly PatternGroup[];
  readonly pattern_look: { readonly ground: string; readonly ink: string; readonly outline: string };
  /** Statuses of zones that have a number with a reservation. */
  readonly marked: readonly StatusCount[];
  readonly sources: readonly {
    readonly supplier: string;
    readonly table: string | null;
    readonly licence: string;
    readonly text: string;
  }[];
}

export const patterns = ['dots', 'diagonal', 'cross', 'horizontal', 'vertical'] as const;

/** How zones without a number are drawn, by the reason why. */
export type Pattern = (typeof patterns)[number];

export interface PatternGroup {
  readonly pattern: Pattern;
  readonly zones: number;
  readonly statuses: readonly StatusCount[];
}

export interface StatusCount {
  readonly status: StatusName;
  readonly zones: number;
  readonly text: string;
}

/** How classes are wanted. */
export interface ClassChoice {
  readonly method?: 'quantile' | 'jenks';
  readonly classes?: number;
  /** Given breaks, such as those of another year: then nothing is found anew. */
  readonly breaks?: readonly number[] | undefined;
  /** Code of the kommune whose zones alone are counted. */
  readonly kommune?: string | undefined;
}

export function readClasses(
  name: ColumnName,
  choice: ClassChoice,
  language: Language,
  asOf: bigint,
  signal: AbortSignal,
): Promise<Classes> {
  const query = new URLSearchParams({ period: name.period, lang: language, as_of: String(asOf) });
  if (choice.breaks) query.set('breaks', choice.breaks.join(','));
  if (choice.kommune) query.set('kommune', choice.kommune);
  if (choice.method) query.set('method', choice.method);
  if (choice.classes) query.set('classes', String(choice.classes));
  return readJson(`styles/${name.zoneSet}/${name.subject.key.replaceAll('-', '_')}/classes.json?${query}`, signal);
}
