import type { GeometryCollection, Position } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import type { Sketch } from '../compare/sketch';
import type { Palette } from '../legend/palette';
import type { Spot } from '../state/address';
import { draw } from './drawn';
import type { Layer } from './order';

/** Draws the area that is compared; none without one. */
export function showSketch(map: MapLibre, sketch: Sketch | undefined, palette: Palette): void {
  const data: GeometryCollection | undefined = sketch && {
    type: 'GeometryCollection',
    geometries: [
      { type: 'MultiPolygon', coordinates: sketch.polygons as unknown as Position[][][] },
      { type: 'MultiPoint', coordinates: sketch.corners as unknown as Position[] },
    ],
  };
  draw(map, 'sketch', data, () => sketchLayers(palette));
}

/** Marks a coordinate that was looked for; none without one. */
export function showSpot(map: MapLibre, spot: Spot | undefined, palette: Palette): void {
  draw(map, 'spot', spot && { type: 'Point', coordinates: [spot.longitude, spot.latitude] }, () => [spotLayer(palette)]);
}

/** The area, with its corners while it is drawn. */
export function sketchLayers(palette: Palette): Layer[] {
  const from = { source: 'sketch' };
  return [
    { id: 'sketch-fill', type: 'fill', ...from, paint: { 'fill-color': palette.sketch, 'fill-opacity': 0.2 } },
    { id: 'sketch-halo', type: 'line', ...from, paint: { 'line-color': palette.selectedHalo, 'line-width': 6 } },
    { id: 'sketch-line', type: 'line', ...from, paint: { 'line-color': palette.sketch, 'line-width': 3 } },
    {
      id: 'sketch-corner',
      type: 'circle',
      ...from,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': 5, 'circle-color': palette.sketch, 'circle-stroke-color': palette.selectedHalo, 'circle-stroke-width': 2 },
    },
  ];
}

export function spotLayer(palette: Palette): Layer {
  return {
    id: 'spot',
    type: 'circle',
    source: 'spot',
    paint: { 'circle-radius': 7, 'circle-color': palette.spot, 'circle-stroke-color': palette.selectedHalo, 'circle-stroke-width': 3 },
  };
}
