import { expect, test } from '@playwright/test';
import { tilesOver } from '../../../src/map/src/api/tilePyramid';
import { ringsOfTile } from '../../../src/map/src/api/vectorTile';

/** Half of the world in Web Mercator (EPSG:3857). */
const half = 20037508.342789244;

// The polygon of chapter 4.3.5.5 of Mapbox Vector Tile 2.1, written by hand: three rings, the second a hole of nothing before it.
const geometry = [9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0, 0, 18, 17, 0, 15, 9, 4, 13, 26, 0, 8, 8, 0, 0, 7, 15];
// Field 4 of a feature of type 3; field 2 of a layer with extent (field 5) 4096 and a name (field 1); field 3 of a tile.
const feature = [0x18, 3, 0x22, geometry.length, ...geometry];
const layer = [0x0a, 1, 0x77, 0x12, feature.length, ...feature, 0x28, 0x80, 0x20, 0x78, 2];
const tile = Uint8Array.from([0x1a, layer.length, ...layer]);

test('rings of a vector tile are those of its specification, on the ground', () => {
  const rings = ringsOfTile(tile, { z: 0, x: 0, y: 0 });
  const metres = (2 * half) / 4096;
  const onTile = rings.map(ring => [...ring].map((at, place) => Math.round((place % 2 === 0 ? at + half : half - at) / metres)));
  expect(onTile).toEqual([
    [0, 0, 10, 0, 10, 10, 0, 10],
    [11, 11, 20, 11, 20, 20, 11, 20],
    [13, 13, 13, 17, 17, 17, 17, 13],
  ]);
  // The south-eastern quarter of the world begins at its middle.
  expect([...ringsOfTile(tile, { z: 1, x: 1, y: 1 })[0]!.slice(0, 2)]).toEqual([0, 0]);
});

test('an empty tile has no rings', () => expect(ringsOfTile(new Uint8Array(), { z: 0, x: 0, y: 0 })).toEqual([]));

test('few tiles cover a box, and no coarser than that takes', () => {
  // Column floor((5.4 + 180) / 360 * 2^10) = 527; row floor((1 - ln(tan 65.5° + sec 65.5°) / pi) / 2 * 2^10) = 263.
  const tiles = tilesOver([5.4, 65.49, 5.41, 65.5]);
  expect(tiles.length).toBeLessThanOrEqual(4);
  for (const { z, x, y } of tiles) {
    expect(z).toBe(14);
    expect([Math.floor(x / 16), Math.floor(y / 16)]).toEqual([527, 263]);
  }
  expect(tilesOver([-180, -85, 179.99, 85]).length).toBeLessThanOrEqual(4);
});
