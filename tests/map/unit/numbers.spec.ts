import { expect, test } from '@playwright/test';
import { numbersIn } from '../../../src/map/src/text/numbers';

// Spaces are those of the language's own form: a no-break space before the unit and between thousands, a minus sign of its own.
const cases = [
  ['nb', 12.44, 'percent', '12,4 %'],
  ['nn', 1204, 'count', '1 204'],
  ['nb', 31499.6, 'kroner', '31 500 kr'],
  ['en', 12.44, 'percent', '12.4 %'],
  ['en', 31499.6, 'kroner', '31,500 kr'],
  ['nb', 7.25, 'per1000', '7,3 ‰'],
  ['nb', 0.0123456, 'index', '0,0123'],
  ['nb', 1.5, 'ratio', '1,5'],
  ['nb', 3, 'a unit of a delivery', '3'],
] as const;

for (const [language, value, unit, written] of cases) {
  test(`${value} ${unit} in ${language} is ${written}`, () => {
    expect(
      numbersIn(language)
        .value(value, unit)
        .replaceAll(/[\u00a0\u202f]/g, ' '),
    ).toBe(written);
  });
}

test('days are written as people say them', () => {
  expect(numbersIn('nb').day('2024-01-31')).toBe('31. januar 2024');
  expect(numbersIn('en').day('2024-01-31')).toBe('31 January 2024');
});

test('å stands last in Norwegian and numbers stand in order', () => {
  const names = ['Ås 10', 'Ås 9', 'Aker', 'Øyra', 'Zeta'];
  expect(names.toSorted(numbersIn('nb').compare)).toEqual(['Aker', 'Zeta', 'Øyra', 'Ås 9', 'Ås 10']);
});
