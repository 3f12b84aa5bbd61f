import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, Map as MapLibre, SymbolLayerSpecification } from 'maplibre-gl';
import { type Places, pointOf } from '../api/places';
import type { Palette } from '../legend/palette';

/** The source and the layer of names. */
export const nameSource = 'names';

/** The width that a zone takes on the screen before its name is written, in pixels: a name takes two lines. */
const room = 60;
/** Width of the world at zoom 0, in pixels. */
const world = 512;

export function nameLayer(palette: Palette): SymbolLayerSpecification {
  return {
    id: nameSource,
    type: 'symbol',
    source: nameSource,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['Inter Variable', 'sans-serif'],
      'text-size': 12,
      'text-max-width': 8,
      'text-padding': 6,
    },
    paint: { 'text-color': palette.selected, 'text-halo-color': palette.selectedHalo, 'text-halo-width': 1.5 },
  };
}

/** Writes the names of zones over them, from the zoom at which a zone has room for one; what would meet another name is left out. */
export function writeNames(map: MapLibre, places: Places | undefined, names: readonly string[], palette: Palette): void {
  const points = names.flatMap((name, place) => {
    const point = places && pointOf(places, place);
    return point ? [{ name, point }] : [];
  });
  const data: FeatureCollection<Point> = {
    type: 'FeatureCollection',
    features: points.map(({ name, point }) => ({ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: point } })),
  };
  const known = map.getSource<GeoJSONSource>(nameSource);
  if (known) known.setData(data);
  else {
    map.addSource(nameSource, { type: 'geojson', data });
    // Names of områdesatsinger come first where both would meet.
    map.addLayer(nameLayer(palette), map.getLayer('boundary-name') ? 'boundary-name' : undefined);
  }
  map.setLayerZoomRange(nameSource, zoomOf(points.map(({ point }) => point)), 24);
}

/** The zoom at which zones as far apart as these have room for their names. */
export function zoomOf(points: readonly (readonly [longitude: number, latitude: number])[]): number {
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  const across = span(longitudes);
  const up = span(latitudes) / Math.cos(((latitudes[0] ?? 0) * Math.PI) / 180);
  const apart = Math.sqrt((across * up) / Math.max(points.length, 1));
  return apart > 0 ? Math.min(Math.log2((room * 360) / (world * apart)), 15) : 0;
}

function span(numbers: readonly number[]): number {
  return (
    numbers.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY) -
    numbers.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
  );
}
