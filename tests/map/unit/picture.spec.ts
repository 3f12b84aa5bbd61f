import { expect, test } from '@playwright/test';
import { escaped, linesOf } from '../../../src/map/src/picture/lines';
import { cameraOf, extentOf, toDegrees, toMercator } from '../../../src/map/src/picture/mercator';
import { pathOf, ringsOf } from '../../../src/map/src/picture/paths';

// PostGIS: select ST_AsText(ST_Transform(ST_SetSRID(ST_MakePoint(5.512852, 65.501498), 4326), 3857), 3)
const [x, y] = [613_687.877, 9_741_725.486];

test('Web Mercator is that of PostGIS, there and back', () => {
  const [east, north] = toMercator(5.512852, 65.501498);
  expect(Math.abs(east - x)).toBeLessThan(0.01);
  expect(Math.abs(north - y)).toBeLessThan(0.01);
  const [longitude, latitude] = toDegrees(east, north);
  expect([longitude.toFixed(6), latitude.toFixed(6)]).toEqual(['5.512852', '65.501498']);
});

test('a camera on a box shows all of it, in the middle', () => {
  const size = { width: 800, height: 600 };
  const camera = cameraOf([5, 65, 6, 66], size, 0);
  const seen = extentOf(camera, size);
  const [west, south] = toMercator(5, 65);
  const [east, north] = toMercator(6, 66);
  // The box is taller than the picture: its height fills it.
  expect(Math.abs(seen.south - south)).toBeLessThan(1);
  expect(Math.abs(seen.north - north)).toBeLessThan(1);
  expect(seen.west).toBeLessThan(west);
  expect(Math.abs(seen.west + seen.east - west - east)).toBeLessThan(1);
});

test('a path has north up, drops vertices of the same tenth of a pixel, and is empty outside of the picture', () => {
  const extent = { west: 0, south: 0, east: 100, north: 100 };
  const size = { width: 10, height: 10 };
  const square = Float64Array.of(0, 0, 50, 0, 50.1, 0.1, 50, 50, 0, 50);
  expect(pathOf([square], extent, size)).toBe('M0 10L5 10L5 5L0 5Z');
  expect(pathOf([square.map(metres => metres + 200)], extent, size)).toBe('');
});

test('rings of polygons and multipolygons come one by one', () => {
  const ring = [
    [0, 0],
    [1, 0],
    [0, 1],
  ];
  expect(ringsOf({ type: 'Polygon', coordinates: [ring] })).toHaveLength(1);
  expect(ringsOf({ type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] })).toHaveLength(3);
});

test('lines break between words, and delivered text stays text', () => {
  expect(linesOf('Skjult av hensyn til personvern', 17)).toEqual(['Skjult av hensyn', 'til personvern']);
  expect(linesOf('', 10)).toEqual([]);
  expect(escaped('<script>"&\'')).toBe('&#60;script&#62;&#34;&#38;&#39;');
});
