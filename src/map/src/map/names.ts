import type { FeatureCollection, Point } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { type Places, pointOf } from '../api/places';
import type { Palette } from '../legend/palette';
import { draw } from './drawn';
import { labelLayer } from './labels';
import type { Layer } from './order';

const name = 'names';

/** The width that a zone takes on the screen before its name is written, in pixels: a name takes two lines. */
const room = 60;
/** Width of the world at zoom 0, in pixels. */
const world = 512;

export function nameLayer(palette: Palette): Layer {
  const layout = { 'text-size': 12, 'text-max-width': 8, 'text-padding': 6 };
  return labelLayer(name, name, 'name', layout, [palette.selected, palette.selectedHalo, 1.5]);
}

/** Writes the names of zones over them, from the zoom at which a zone has room for one; what would meet another name is left out. */
export function showNames(map: MapLibre, places: Places | undefined, palette: Palette): void {
  const points = (places?.names ?? []).flatMap((name, place) => {
    const point = pointOf(places!, place);
    return point ? [{ name, point }] : [];
  });
  const data: FeatureCollection<Point> = {
    type: 'FeatureCollection',
    features: points.map(({ name, point }) => ({ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: point } })),
  };
  draw(map, name, data, () => [nameLayer(palette)]);
  if (points.length > 0) map.setLayerZoomRange(name, zoomOf(points.map(({ point }) => point)), 24);
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
