import { expect, test } from '@playwright/test';
import type { StatusName } from '../../../src/map/src/api/statuses';
import { paintOf, shade } from '../../../src/map/src/legend/shade';

const breaks = [5, 10];
const without_number = [
  { pattern: 'dots' as const, zones: 1, statuses: [{ status: 'not_delivered' as const, zones: 1, text: '' }] },
  { pattern: 'diagonal' as const, zones: 1, statuses: [{ status: 'suppressed' as const, zones: 1, text: '' }] },
];

function shadeOf(value: number, status: StatusName): number {
  return shade({ values: [value], statuses: [status] }, { breaks, without_number })[0]!;
}

test('a break belongs to the class above it', () => {
  expect([4.999, 5, 9.999, 10, 99].map(value => shadeOf(value, 'value'))).toEqual([0, 1, 1, 2, 2]);
});

test('a number with a reservation has a colour', () => {
  for (const status of ['below_half_unit', 'imputed', 'break_in_series'] as const) expect(shadeOf(7, status)).toBe(1);
});

test('each reason has its own pattern, and none is a low number', () => {
  expect(shadeOf(Number.NaN, 'not_delivered')).toBe(paintOf('dots'));
  expect(shadeOf(Number.NaN, 'suppressed')).toBe(paintOf('diagonal'));
  expect(shadeOf(Number.NaN, 'suppressed')).toBeLessThan(0);
});
