import { expect, test } from '@playwright/test';
import { Polarity } from '../../../src/map/generated/bolyst/v1/value_pb';
import { nearestPeriod } from '../../../src/map/src/state/periods';
import { sideOf } from '../../../src/map/src/zone/story/sides';

type Row = Parameters<typeof sideOf>[0];

function row(polarity: Polarity, difference: number, interval?: readonly [number, number], value: number | undefined = 10): Row {
  return {
    indicator: { polarity },
    value: { number: value === undefined ? { case: undefined } : { case: 'value', value } },
    difference: {
      difference: { result: { case: 'value', value: difference } },
      differenceInterval: interval && { lower: interval[0], upper: interval[1] },
    },
  } as unknown as Row;
}

test('a number is better or harder only where the interval of the difference leaves zero out', () => {
  expect(sideOf(row(Polarity.HIGHER_IS_WORSE, 3, [1, 5]))).toBe('harder');
  expect(sideOf(row(Polarity.HIGHER_IS_WORSE, -3, [-5, -1]))).toBe('better');
  expect(sideOf(row(Polarity.HIGHER_IS_BETTER, 3, [1, 5]))).toBe('better');
  expect(sideOf(row(Polarity.HIGHER_IS_BETTER, -3, [-5, -1]))).toBe('harder');
  for (const polarity of [Polarity.HIGHER_IS_WORSE, Polarity.HIGHER_IS_BETTER]) {
    expect(sideOf(row(polarity, 3, [-1, 7]))).toBe('alike');
    expect(sideOf(row(polarity, 3, [0, 7]))).toBe('alike');
  }
});

test('without an interval, as between shares without their counts, nobody knows', () => {
  expect(sideOf(row(Polarity.HIGHER_IS_WORSE, 3))).toBe('unsure');
  expect(sideOf(row(Polarity.HIGHER_IS_BETTER, 3))).toBe('unsure');
  expect(sideOf({ ...row(Polarity.HIGHER_IS_WORSE, 3), difference: undefined })).toBe('unsure');
});

test('context is never better or worse, and a missing number never low', () => {
  expect(sideOf(row(Polarity.CONTEXT_ONLY, 3, [1, 5]))).toBe('context');
  expect(sideOf(row(Polarity.NEUTRAL, 3, [1, 5]))).toBe('context');
  expect(sideOf({ ...row(Polarity.HIGHER_IS_WORSE, 3), value: undefined })).toBe('missing');
});

test('the nearest period is the one asked for, else the newest before it, else the oldest', () => {
  const covered = [
    { period: '2013', zonesWithValue: 5 },
    { period: '2015', zonesWithValue: 5 },
    { period: '2016', zonesWithValue: 0 },
    { period: '2017', zonesWithValue: 5 },
  ];
  expect(['2015', '2016', '2020', '2012'].map(wanted => nearestPeriod(covered, wanted))).toEqual(['2015', '2015', '2017', '2013']);
});
