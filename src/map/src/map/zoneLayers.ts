import type { ExpressionSpecification, FillLayerSpecification } from 'maplibre-gl';
import type { Pattern } from '../api/classes';
import type { Palette } from '../legend/palette';
import type { Layer } from './order';
import { borderWidths } from './widths';

export const zoneSource = 'zones';

/** Where lines are half a pixel wide, and so few zones are seen that they cost little. */
const near = 9;

/**
 * Borders of many zones from far away, as hairlines along their fills: lines with a width of their own, each two triangles, would take longer than all
 * the rest of the map.
 */
function hairlines(many: boolean, colour: string): FillLayerSpecification['paint'] {
  // Neighbours draw the same border one over the other.
  return many
    ? { 'fill-antialias': ['step', ['zoom'], true, near, false], 'fill-outline-color': `${colour}66` }
    : { 'fill-antialias': false };
}

/**
 * Zones, filled with the colour in their state `paint`. The style never changes when the numbers do: a changed style would have MapLibre cut every
 * zone into triangles again.
 * @param many Whether there are so many zones that their borders cost more than their fills.
 */
export function zoneLayers(zoneSet: string, many: boolean, palette: Palette): Layer[] {
  const from = { source: zoneSource, 'source-layer': zoneSet };
  return [
    {
      id: 'zone-fill',
      type: 'fill',
      ...from,
      paint: { 'fill-color': ['to-color', ['feature-state', 'paint'], palette.ground], ...hairlines(many, palette.border) },
    },
    {
      id: 'zone-border',
      type: 'line',
      ...from,
      ...(many && { minzoom: near }),
      paint: { 'line-color': palette.border, 'line-width': ['interpolate', ['linear'], ['zoom'], ...borderWidths.flat()] },
    },
  ];
}

/** Zones whose state `paint` names a pattern. A pattern cannot follow the state of a zone, but whether it is seen can. */
export function patternLayer(pattern: Pattern, zoneSet: string, many: boolean, border: string): Layer {
  return patchLayer(`zone-${pattern}`, pattern, zoneSet, ['==', ['feature-state', 'paint'], pattern], hairlines(many, border));
}

export const hatchImage = 'hatch';

/** Zones whose state `hatched` is set, over their colour. */
export function hatchLayer(zoneSet: string): Layer {
  return patchLayer('zone-hatched', hatchImage, zoneSet, ['boolean', ['feature-state', 'hatched'], false], hairlines(false, ''));
}

function patchLayer(
  id: Layer['id'],
  image: string,
  zoneSet: string,
  seen: ExpressionSpecification,
  borders: FillLayerSpecification['paint'],
): Layer {
  return {
    id,
    type: 'fill',
    source: zoneSource,
    'source-layer': zoneSet,
    paint: { 'fill-pattern': image, 'fill-opacity': ['case', seen, 1, 0], ...borders },
  };
}
