import type { Classes } from '../api/classes';
import type { Language } from '../text/languages';
import { type Numbers, perMillion, perMillionWord } from '../text/numbers';
import type { Texts } from '../text/texts';

/** Classes of a product of shares, which the service makes of the bare product, told in millionths as its numbers are on the page. */
export function classesPerMillion(classes: Classes, language: Language, { classBounds }: Texts, numbers: Numbers): Classes {
  const breaks = classes.breaks.map(limit => limit * 1e6);
  const written = breaks.map(limit => numbers.bare(limit, perMillion));
  return {
    ...classes,
    unit_text: perMillionWord[language],
    breaks,
    classes: classes.classes.map((each, place) => ({
      ...each,
      text:
        breaks.length > 0
          ? classBounds(written[place - 1], written[place])
          : [each.least, each.greatest].map(end => numbers.bare((end ?? 0) * 1e6, perMillion)).join(' – '),
    })),
  };
}
