import type { Classes, Pattern, PatternGroup } from '../api/classes';
import { hasNumber, type StatusName } from '../api/statuses';
import type { Numbers } from '../text/numbers';
import type { Texts } from '../text/texts';
import type { Own } from './compute';

/** The colours and the look of patterns that the service gives an index where high is harder (`/styles`); a test holds them equal. */
export const colours = ['#ffffd4', '#fed98e', '#fe9929', '#d95f0e', '#993404'] as const;
export const patternLook = { ground: '#f5f5f5', ink: '#6e6e6e', outline: '#595959' } as const;

/** Five classes of two deciles each, the hardest the darkest; classes without zones are left out. */
export function classesOf({ column, deciles }: Own, texts: Texts, numbers: Numbers, wordOf: (status: StatusName) => string): Classes {
  const fifths = colours.map((colour, fifth) => {
    const tenths = [10 - 2 * fifth - 1, 10 - 2 * fifth];
    const scores = column.values.filter((_, place) => tenths.includes(deciles[place]!));
    return {
      colour,
      scores,
      tenths,
      lowest: scores.reduce((least, score) => Math.min(least, score), Number.POSITIVE_INFINITY),
      highest: scores.reduce((greatest, score) => Math.max(greatest, score), Number.NEGATIVE_INFINITY),
    };
  });
  const filled = fifths.filter(({ scores }) => scores.length > 0);
  const bare = (score: number) => numbers.bare(score, column.unit);
  return {
    unit_text: texts.weigh.score,
    reading: 'higher_is_worse',
    reading_text: texts.darkMeans.higher_is_worse,
    caveat: texts.weigh.notOfficial,
    periods: [column.name.period],
    method_text: texts.weigh.byDeciles,
    breaks: filled.slice(1).map(({ lowest }) => lowest),
    classes: filled.map(({ colour, scores, tenths, lowest, highest }) => ({
      colour,
      zones: scores.length,
      text: texts.weigh.decileClass(tenths.join('–'), bare(lowest), bare(highest)),
    })),
    zones_with_number: column.statuses.filter(hasNumber).length,
    without_number: missing(column.statuses, wordOf),
    pattern_look: patternLook,
    marked: [],
    sources: [],
  };
}

/** As for any index: dots where an input is missing, lines where the score cannot be computed for another reason. */
function missing(statuses: readonly StatusName[], wordOf: (status: StatusName) => string): PatternGroup[] {
  const counts = new Map<StatusName, number>();
  for (const status of statuses) if (!hasNumber(status)) counts.set(status, (counts.get(status) ?? 0) + 1);
  const groups: Readonly<Partial<Record<Pattern, StatusName[]>>> = {
    dots: [...counts.keys()].filter(status => status === 'input_missing'),
    vertical: [...counts.keys()].filter(status => status !== 'input_missing'),
  };
  return (Object.entries(groups) as [Pattern, StatusName[]][]).map(([pattern, found]) => ({
    pattern,
    zones: found.reduce((all, status) => all + counts.get(status)!, 0),
    statuses: found.map(status => ({ status, zones: counts.get(status)!, text: wordOf(status) })),
  }));
}
