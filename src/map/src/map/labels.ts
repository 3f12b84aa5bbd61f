import type { SymbolLayerSpecification } from 'maplibre-gl';
import type { Layer } from './order';

/** Words on the map, in the font of the page, with a halo of the colour of the ground below them. */
export function labelLayer(
  id: Layer['id'],
  source: string,
  words: string,
  layout: NonNullable<SymbolLayerSpecification['layout']>,
  [ink, halo, width]: readonly [ink: string, halo: string, width: number],
): Layer {
  return {
    id,
    type: 'symbol',
    source,
    layout: { 'text-field': ['get', words], 'text-font': ['Inter Variable', 'sans-serif'], ...layout },
    paint: { 'text-color': ink, 'text-halo-color': halo, 'text-halo-width': width },
  };
}
