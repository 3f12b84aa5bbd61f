import { expect, test } from '@playwright/test';
import { readCoordinate } from '../../../src/map/src/find/coordinates';

const oslo = { srid: 4326, x: 10.75, y: 59.91 };
const written: readonly [string, object | undefined][] = [
  ['59.91 10.75', oslo],
  ['59,91 10,75', oslo],
  ['59.91, 10.75', oslo],
  ['59.91,10.75', oslo],
  ['59,91; 10,75', oslo],
  ['N59.91 E10.75', oslo],
  ['59,91° N 10,75° Ø', oslo],
  ['10.75 E 59.91 N', oslo],
  ['-33.9 18.4', { srid: 4326, x: 18.4, y: -33.9 }],
  ['262000 6649000', { srid: 25833, x: 262_000, y: 6_649_000 }],
  ['6649000 262000', { srid: 25833, x: 262_000, y: 6_649_000 }],
  ['6649000,5 N 262000,25 Ø', { srid: 25833, x: 262_000.25, y: 6_649_000.5 }],
  ['33 262000 6649000', { srid: 25833, x: 262_000, y: 6_649_000 }],
  ['32V 597000 6643000', { srid: 25832, x: 597_000, y: 6_643_000 }],
  ['UTM 32: 597000 6643000', { srid: 25832, x: 597_000, y: 6_643_000 }],
  ['597000 6643000 UTM32', { srid: 25832, x: 597_000, y: 6_643_000 }],
  ['6643000 N 597000 E 32', { srid: 25832, x: 597_000, y: 6_643_000 }],
  ['0301', undefined],
  ['Dalmoen 2', undefined],
  ['59.91', undefined],
  ['59.91 10.75 3', undefined],
  ['91 181', undefined],
  ['262000 664900', undefined],
  ['', undefined],
];

for (const [text, place] of written) {
  test(`«${text}» is ${place ? 'a place' : 'no coordinate'}`, () => expect(readCoordinate(text)).toEqual(place));
}
