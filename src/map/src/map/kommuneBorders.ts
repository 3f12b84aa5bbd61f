import type { Map as MapLibre } from 'maplibre-gl';
import type { Palette } from '../legend/palette';
import { type Layer, lay } from './order';
import { tilesOf, type ZoneTiles } from './tiles';
import { kommuneWidths } from './widths';

const name = 'kommuner';
const border = 'kommune-border';

export function kommuneLayer(zoneSet: string, palette: Palette): Layer {
  return {
    id: border,
    type: 'line',
    source: name,
    'source-layer': zoneSet,
    paint: { 'line-color': palette.kommune, 'line-width': ['interpolate', ['linear'], ['zoom'], ...kommuneWidths.flat()] },
  };
}

/** The borders of kommuner over the zones of a map. */
export class KommuneBorders {
  private shown: string | undefined;

  constructor(private readonly map: MapLibre) {}

  /** Draws those of a zone set; none without one. */
  show(tiles: ZoneTiles | undefined, palette: Palette): void {
    if (tiles?.zoneSet === this.shown) return;
    this.shown = tiles?.zoneSet;
    if (this.map.getLayer(border)) this.map.removeLayer(border);
    if (this.map.getSource(name)) this.map.removeSource(name);
    if (!tiles) return;
    this.map.addSource(name, tilesOf(tiles));
    lay(this.map, kommuneLayer(tiles.zoneSet, palette));
  }
}
