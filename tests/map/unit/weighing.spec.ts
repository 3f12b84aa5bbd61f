import { expect, test } from '@playwright/test';
import {
  alike,
  goTogether,
  readWeighing,
  shareOf,
  type Weighing,
  withScale,
  withWeight,
  writeWeighing,
} from '../../../src/map/src/weigh/weighing';

const some: Weighing = {
  weights: new Map([
    ['unemployed', 60],
    ['employed', 20],
  ]),
  scale: 'z_score',
  join: 'geometric',
};

test('a weighing that goes through the address comes back whole, and its order does not matter', () => {
  expect(writeWeighing(some)).toBe('employed.20,unemployed.60,z_score,geometric');
  expect(readWeighing(writeWeighing(some))).toEqual(some);
});

for (const nonsense of ['', 'x', 'unemployed.', 'unemployed.-1', 'unemployed.101', 'unemployed.0.5x', '.5', 'unemployed.0', ',,,']) {
  test(`“${nonsense}” weighs nothing`, () => {
    expect(readWeighing(nonsense)).toEqual({ weights: new Map(), scale: 'min_max', join: 'arithmetic' });
  });
}

test('only proportions count', () => {
  expect(shareOf(some, 'unemployed')).toBe(0.75);
  expect(shareOf(some, 'turnout')).toBe(0);
  expect(shareOf(alike(['a', 'b', 'c', 'd']), 'c')).toBe(0.25);
});

test('what weighs nothing is left out', () => {
  expect([...withWeight(some, 'employed', 0).weights.keys()]).toEqual(['unemployed']);
});

test('a scale that begins at zero takes no mean that needs more, and the join gives way', () => {
  expect(goTogether('percentile', 'geometric')).toBe(false);
  expect(withScale(some, 'percentile').join).toBe('arithmetic');
  expect(readWeighing('unemployed.5,exponential,harmonic').join).toBe('arithmetic');
});
