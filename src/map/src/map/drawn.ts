import type { GeoJSON } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { type Layer, lay } from './order';

/**
 * Shows what the page itself draws on the map, in a source of its own. Its layers come with the first that there is to draw, and are hidden while there
 * is nothing: MapLibre masks the tiles of every source that is seen, empty or not, twice in each frame.
 */
export function draw(map: MapLibre, source: string, data: GeoJSON | undefined, layers: () => readonly Layer[]): void {
  const known = map.getSource<GeoJSONSource>(source);
  const seen = data && !('features' in data && data.features.length === 0);
  if (known) {
    known.setData(data ?? { type: 'FeatureCollection', features: [] });
    for (const { id } of layers()) map.setLayoutProperty(id, 'visibility', seen ? 'visible' : 'none');
  } else if (seen) {
    map.addSource(source, { type: 'geojson', data });
    lay(map, ...layers());
  }
}
