import type { GeoJSON } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { type Layer, lay } from './order';

/** Shows what the page itself draws on the map, in a source of its own; its layers come with the first that there is to draw. */
export function draw(map: MapLibre, source: string, data: GeoJSON | undefined, layers: () => readonly Layer[]): void {
  const known = map.getSource<GeoJSONSource>(source);
  if (known) known.setData(data ?? { type: 'FeatureCollection', features: [] });
  else if (data) {
    map.addSource(source, { type: 'geojson', data });
    lay(map, ...layers());
  }
}
