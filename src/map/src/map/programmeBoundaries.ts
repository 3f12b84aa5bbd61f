import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { type Boundaries, type Boundary, yearsOf } from '../api/boundaries';
import type { Palette } from '../legend/palette';
import { draw } from './drawn';
import { labelLayer } from './labels';
import type { Layer } from './order';

const name = 'boundaries';

/** Draws the boundaries of områdesatsinger. */
export function showBoundaries(map: MapLibre, { features }: Boundaries, palette: Palette): void {
  const labelled = features.map(each => ({
    ...each,
    properties: { ...each.properties, label: `${each.properties.name}\n${yearsOf(each)}` },
  }));
  draw(map, name, { type: 'FeatureCollection', features: labelled } as unknown as FeatureCollection, () => boundaryLayers(palette));
}

/** Dashed; one that stands in for the agreement's own has shorter dashes. Name and years stand inside. */
export function boundaryLayers(palette: Palette): Layer[] {
  const line = (standing: Boundary['properties']['boundary'], dashes: number[]): Layer => ({
    id: `boundary-${standing}`,
    type: 'line',
    source: name,
    filter: ['==', ['get', 'boundary'], standing],
    paint: { 'line-color': palette.omradesatsing, 'line-width': 2.5, 'line-dasharray': dashes },
  });
  return [
    {
      id: 'boundary-halo',
      type: 'line',
      source: name,
      paint: { 'line-color': palette.omradesatsingHalo, 'line-width': 6, 'line-opacity': 0.85 },
    },
    line('official', [3, 1.5]),
    line('proxy', [1, 1]),
    labelLayer('boundary-name', name, 'label', { 'text-size': 14, 'text-max-width': 12, 'text-padding': 4 }, [
      palette.omradesatsing,
      palette.omradesatsingHalo,
      2,
    ]),
  ];
}
