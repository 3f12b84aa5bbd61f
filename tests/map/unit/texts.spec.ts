import { expect, test } from '@playwright/test';
import { en } from '../../../src/map/src/text/en';
import { nb } from '../../../src/map/src/text/nb';
import { nn } from '../../../src/map/src/text/nn';

/** Every sentence with the path of its name; functions are left to the compiler. */
function* sentences(texts: object, path = ''): Generator<[string, string]> {
  for (const [name, value] of Object.entries(texts)) {
    if (typeof value === 'string') yield [path + name, value];
    else if (typeof value === 'object' && value !== null) yield* sentences(value, `${path}${name}.`);
  }
}

// Whether a sentence is there is the compiler's to say.
test('no sentence is empty', () => {
  for (const texts of [nb, nn, en]) for (const [name, text] of sentences(texts)) expect(text.trim(), name).not.toBe('');
});

test('nynorsk does not use the words of bokmål', () => {
  const bokmaal =
    /\b(ikke|hva|fra|hvor|hvem|noen|mer|flere|vanskeligere|også|jeg|uten|kommuner|indekser|indikatorer|områdesatsinger|skjult av hensyn)\b/i;
  for (const [name, text] of sentences(nn)) expect(text, name).not.toMatch(bokmaal);
});
