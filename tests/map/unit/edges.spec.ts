import { expect, test } from '@playwright/test';
import { edgesOf } from '../../../src/map/src/map/edges';

// At zoom 1 the eastern northern tile reaches from 0 to 180 degrees east, and from the equator to 85.05 degrees north.
const tile = { z: 1, x: 1, y: 0 };

test('a zone inside of its tile keeps its outline whole', () => {
  const ring = [
    [10, 10],
    [20, 10],
    [20, 20],
    [10, 10],
  ];
  expect(edgesOf({ type: 'Polygon', coordinates: [ring] }, tile)).toEqual([ring]);
});

test('the edge along which a tile was cut is left out, and what crosses the border of the tile is kept', () => {
  const cut = [
    [-2, 10],
    [20, 10],
    [20, 20],
    [-2, 20],
    [-2, 10],
  ];
  expect(edgesOf({ type: 'Polygon', coordinates: [cut] }, tile)).toEqual([cut.slice(0, 4)]);
});

test('islands and holes are outlines too', () => {
  const ring = (at: number) => [
    [at, 10],
    [at + 1, 10],
    [at + 1, 11],
    [at, 10],
  ];
  expect(edgesOf({ type: 'MultiPolygon', coordinates: [[ring(10), ring(12)], [ring(14)]] }, tile)).toEqual([ring(10), ring(12), ring(14)]);
});
