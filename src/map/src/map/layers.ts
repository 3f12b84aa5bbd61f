import type { AddLayerObject, DataDrivenPropertyValueSpecification, ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import type { Boundary } from '../api/boundaries';
import type { Pattern } from '../api/classes';
import type { Palette } from '../legend/palette';

export const zoneSource = 'zones';
export const kommuneSource = 'kommuner';
export const boundarySource = 'boundaries';
export const spotSource = 'spot';
export const sketchSource = 'sketch';

type Layer = Exclude<AddLayerObject, { type: 'custom' }>;

/** A map before anything has come. */
export function emptyStyle(palette: Palette): StyleSpecification {
  return { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': palette.ground } }] };
}

/**
 * Zones, filled with the colour in their state `paint`. The style never changes when the numbers do: a changed style would have MapLibre cut every
 * zone into triangles again.
 */
export function zoneLayers(zoneSet: string, palette: Palette): Layer[] {
  const from = { source: zoneSource, 'source-layer': zoneSet };
  const marked = (selected: number, pointed: number): DataDrivenPropertyValueSpecification<number> => [
    'case',
    ['any', ['boolean', ['feature-state', 'selected'], false], ['boolean', ['feature-state', 'picked'], false]],
    selected,
    ['boolean', ['feature-state', 'pointed'], false],
    pointed,
    0,
  ];
  return [
    {
      id: 'zone-fill',
      type: 'fill',
      ...from,
      paint: { 'fill-color': ['to-color', ['feature-state', 'paint'], palette.ground], 'fill-antialias': false },
    },
    {
      id: 'zone-border',
      type: 'line',
      ...from,
      paint: { 'line-color': palette.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.2, 11, 0.7, 15, 1.5] },
    },
    { id: 'zone-marked-halo', type: 'line', ...from, paint: { 'line-color': palette.selectedHalo, 'line-width': marked(7, 5) } },
    { id: 'zone-marked', type: 'line', ...from, paint: { 'line-color': palette.selected, 'line-width': marked(3.5, 2) } },
  ];
}

/** Zones whose state `paint` names a pattern. A pattern cannot follow the state of a zone, but whether it is seen can. */
export function patternLayer(pattern: Pattern, zoneSet: string): Layer {
  const seen: ExpressionSpecification = ['case', ['==', ['feature-state', 'paint'], pattern], 1, 0];
  return {
    id: `zone-${pattern}`,
    type: 'fill',
    source: zoneSource,
    'source-layer': zoneSet,
    paint: { 'fill-pattern': pattern, 'fill-opacity': seen, 'fill-antialias': false },
  };
}

export const hatchImage = 'hatch';

/** Zones whose state `hatched` is set, over their colour. */
export function hatchLayer(zoneSet: string): Layer {
  return {
    id: 'zone-hatched',
    type: 'fill',
    source: zoneSource,
    'source-layer': zoneSet,
    paint: {
      'fill-pattern': hatchImage,
      'fill-opacity': ['case', ['boolean', ['feature-state', 'hatched'], false], 1, 0],
      'fill-antialias': false,
    },
  };
}

/** An area that is compared, with its corners while it is drawn. */
export function sketchLayers(palette: Palette): Layer[] {
  const from = { source: sketchSource };
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
    source: spotSource,
    paint: {
      'circle-radius': 7,
      'circle-color': palette.spot,
      'circle-stroke-color': palette.selectedHalo,
      'circle-stroke-width': 3,
    },
  };
}

export function kommuneLayer(zoneSet: string, palette: Palette): Layer {
  return {
    id: 'kommune-border',
    type: 'line',
    source: kommuneSource,
    'source-layer': zoneSet,
    paint: { 'line-color': palette.kommune, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 10, 1.8] },
  };
}

/** Boundaries of områdesatsinger, dashed; one that stands in for the agreement's own has shorter dashes. Name and years stand inside. */
export function boundaryLayers(palette: Palette): Layer[] {
  const line = (standing: Boundary['properties']['boundary'], dashes: number[]): Layer => ({
    id: `boundary-${standing}`,
    type: 'line',
    source: boundarySource,
    filter: ['==', ['get', 'boundary'], standing],
    paint: { 'line-color': palette.omradesatsing, 'line-width': 2.5, 'line-dasharray': dashes },
  });
  return [
    {
      id: 'boundary-halo',
      type: 'line',
      source: boundarySource,
      paint: { 'line-color': palette.omradesatsingHalo, 'line-width': 6, 'line-opacity': 0.85 },
    },
    line('official', [3, 1.5]),
    line('proxy', [1, 1]),
    {
      id: 'boundary-name',
      type: 'symbol',
      source: boundarySource,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': ['Inter Variable', 'sans-serif'],
        'text-size': 14,
        'text-max-width': 12,
        'text-padding': 4,
      },
      paint: { 'text-color': palette.omradesatsing, 'text-halo-color': palette.omradesatsingHalo, 'text-halo-width': 2 },
    },
  ];
}
