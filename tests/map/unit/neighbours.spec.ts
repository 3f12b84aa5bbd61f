import { expect, test } from '@playwright/test';
import { nextIn } from '../../../src/map/src/map/neighbours';

//   2
// 3 0 1    and 4 far to the right, a little above; 5 has no outline
const places = { zoneSet: '', east: Float64Array.of(0, 10, 0, -10, 30, Number.NaN), north: Float64Array.of(0, 0, 10, 0, 5, Number.NaN) };

test('each arrow goes to the nearest zone in its direction', () => {
  expect(nextIn('right', 0, places)).toBe(1);
  expect(nextIn('left', 0, places)).toBe(3);
  expect(nextIn('up', 0, places)).toBe(2);
  expect(nextIn('right', 1, places)).toBe(4);
});

test('at the edge one stays', () => {
  expect(nextIn('down', 0, places)).toBeUndefined();
  expect(nextIn('right', 4, places)).toBeUndefined();
});
