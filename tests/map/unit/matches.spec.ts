import { expect, test } from '@playwright/test';
import { matchesOf } from '../../../src/map/src/find/matches';

const zone = (code: string, name: string, zoneSet = 'kretser') => ({ zoneSet, code, name, box: undefined, inside: undefined });
const zones = [
  zone('0101', 'Nordre Dal'),
  zone('0102', 'Dalmoen'),
  zone('0103', 'Dal'),
  zone('0104', 'Mandal'),
  zone('01', 'Dalmoen', 'bydeler'),
  zone('02', 'Åsen', 'bydeler'),
];
const found = (written: string, shown = 'kretser') => matchesOf(zones, written, shown, 10).map(({ code }) => code);

test('a whole name comes before a beginning, a word and a middle', () => {
  expect(found('dal')).toEqual(['0103', '0102', '01', '0101', '0104']);
});

test('among equals the set that is shown comes first', () => {
  expect(found('Dalmoen')).toEqual(['0102', '01']);
  expect(found('Dalmoen', 'bydeler')).toEqual(['01', '0102']);
});

test('codes are found whole and by their beginning', () => {
  expect(found('0103')).toEqual(['0103']);
  expect(found('010')).toEqual(['0101', '0102', '0103', '0104']);
  expect(found('01')[0]).toBe('01');
});

test('letters of Norway are found in either case, spaces around do not matter, and nothing finds nothing', () => {
  expect(found(' åSEN ')).toEqual(['02']);
  expect(found('  ')).toEqual([]);
  expect(matchesOf(zones, 'dal', 'kretser', 2)).toHaveLength(2);
});
