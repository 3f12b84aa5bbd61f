import { expect, test } from '@playwright/test';
import { areaOf, longestArea, polygonsOf, readArea } from '../../../src/map/src/compare/area';

const square = { srid: 25833, wkt: 'POLYGON((0 0,10 0,10 10,0 10,0 0))' };

test('WKT is read as people write it', () => {
  for (const written of [
    'POLYGON((0 0,10 0,10 10,0 10,0 0))',
    ' polygon (( 0 0 , 10 0,\n10 10, 0 10, 0 0 )) ',
    'SRID=25833;POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))',
  ])
    expect(readArea(written, 25833), written).toEqual(square);
});

test('EWKT and the crs of GeoJSON win over what was chosen', () => {
  expect(readArea('SRID=25832;POLYGON((0 0,10 0,10 10,0 0))', 4326)).toMatchObject({ srid: 25832 });
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25833' } };
  const coordinates = [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
  ];
  expect(readArea(JSON.stringify({ type: 'Polygon', crs, coordinates }), 4326)).toEqual(square);
  expect(readArea(JSON.stringify({ type: 'Polygon', coordinates }), 25833)).toMatchObject({ srid: 4326 });
});

test('holes, several polygons, features and collections are kept', () => {
  const multi = 'MULTIPOLYGON(((0 0,9 0,9 9,0 0),(2 1,3 1,3 2,2 1)),((20 20,30 20,30.5 -3.25,20 20)))';
  expect(readArea(multi, 3857)).toEqual({ srid: 3857, wkt: multi });
  expect(polygonsOf({ srid: 3857, wkt: multi })).toEqual([
    [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 0],
      ],
      [
        [2, 1],
        [3, 1],
        [3, 2],
        [2, 1],
      ],
    ],
    [
      [
        [20, 20],
        [30, 20],
        [30.5, -3.25],
        [20, 20],
      ],
    ],
  ]);
  const triangle = (at: number) => ({
    type: 'Feature',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [at, 0],
          [at + 1, 0],
          [at, 1],
          [at, 0],
        ],
      ],
    },
  });
  expect(readArea(JSON.stringify({ type: 'FeatureCollection', features: [triangle(0), triangle(5)] }), 4326)).toEqual({
    srid: 4326,
    wkt: 'MULTIPOLYGON(((0 0,1 0,0 1,0 0)),((5 0,6 0,5 1,5 0)))',
  });
});

for (const nonsense of [
  '',
  'x',
  'POINT(1 2)',
  'LINESTRING(0 0,1 1)',
  'POLYGON((0 0,1 0,1 1))',
  'POLYGON((0 0,1 0,0 0))',
  'POLYGON((0 0,1 0,x 1,0 0))',
  'POLYGON((0 0,1 0,1 1,0 0)',
  'POLYGON EMPTY',
  'SRID=27391;POLYGON((0 0,1 0,1 1,0 0))',
  '{',
  '{"type":"Point","coordinates":[1,2]}',
  '{"type":"Polygon","coordinates":[]}',
  '{"type":"Polygon"}',
  '{"type":"MultiPolygon","coordinates":"x"}',
  '{"type":"FeatureCollection","features":[]}',
  '[]',
]) {
  test(`this is no area: ${nonsense}`, () => {
    expect(readArea(nonsense, 4326)).toBe('unreadable');
  });
}

test('an area that no address has room for is refused, and not cut', () => {
  const corners = Array.from({ length: longestArea / 6 }, (_, corner) => `${corner} ${corner ** 2}`);
  expect(readArea(`POLYGON((${[...corners, corners[0]].join(',')}))`, 25833)).toBe('tooLong');
});

test('three corners make an area, which is closed', () => {
  expect(
    areaOf([
      [0, 0],
      [1, 0],
    ]),
  ).toBeUndefined();
  expect(
    areaOf([
      [0, 0],
      [1, 0],
      [1, 1],
    ]),
  ).toEqual({ srid: 4326, wkt: 'POLYGON((0 0,1 0,1 1,0 0))' });
});
