import type { Map as MapLibre } from 'maplibre-gl';
import { waterLayer } from '../api/water';
import { drawWater } from '../legend/water';
import { lay } from './order';
import { tilesOf } from './tiles';

const name = 'water';

/** Draws water over the colours of the zones, which often reach out over it. */
export function showWater(map: MapLibre, version: bigint): void {
  if (map.getSource(name)) return;
  const density = Math.ceil(devicePixelRatio);
  map.addImage(name, drawWater(density), { pixelRatio: density });
  map.addSource(name, tilesOf({ zoneSet: waterLayer, version }));
  lay(map, { id: name, type: 'fill', source: name, 'source-layer': waterLayer, paint: { 'fill-pattern': name } });
}
