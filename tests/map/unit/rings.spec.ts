import { expect, test } from '@playwright/test';
import { ringsOf } from '../../../src/map/src/api/rings';

test('rings go on from the vertex before, over all rings', () => {
  // By hand: steps of 0.5 from (0, 0) to (2, 4), (3, 4), (3, 5); then from there by (-1, -1), (1, 0), (0, 1).
  const rings = ringsOf({ resolution: 0.5, vertexCounts: [3, 3], deltas: [4, 8, 2, 0, 0, 2, -2, -2, 2, 0, 0, 2] });
  expect(rings.map(ring => [...ring])).toEqual([
    [2, 4, 3, 4, 3, 5],
    [2, 4, 3, 4, 3, 5],
  ]);
});
