import type { ExpressionSpecification } from 'maplibre-gl';
import type { Pattern } from '../api/classes';
import type { Palette } from '../legend/palette';
import type { Layer } from './order';
import { borderWidths } from './widths';

export const zoneSource = 'zones';

/**
 * Zones, filled with the colour in their state `paint`. The style never changes when the numbers do: a changed style would have MapLibre cut every
 * zone into triangles again.
 */
export function zoneLayers(zoneSet: string, palette: Palette): Layer[] {
  const from = { source: zoneSource, 'source-layer': zoneSet };
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
      paint: { 'line-color': palette.border, 'line-width': ['interpolate', ['linear'], ['zoom'], ...borderWidths.flat()] },
    },
  ];
}

/** Zones whose state `paint` names a pattern. A pattern cannot follow the state of a zone, but whether it is seen can. */
export function patternLayer(pattern: Pattern, zoneSet: string): Layer {
  return patchLayer(`zone-${pattern}`, pattern, zoneSet, ['==', ['feature-state', 'paint'], pattern]);
}

export const hatchImage = 'hatch';

/** Zones whose state `hatched` is set, over their colour. */
export function hatchLayer(zoneSet: string): Layer {
  return patchLayer('zone-hatched', hatchImage, zoneSet, ['boolean', ['feature-state', 'hatched'], false]);
}

function patchLayer(id: Layer['id'], image: string, zoneSet: string, seen: ExpressionSpecification): Layer {
  return {
    id,
    type: 'fill',
    source: zoneSource,
    'source-layer': zoneSet,
    paint: { 'fill-pattern': image, 'fill-opacity': ['case', seen, 1, 0], 'fill-antialias': false },
  };
}
