import type { Map as MapLibre } from 'maplibre-gl';
import type { BaseMap } from '../api/settings';
import { lay } from './order';

const name = 'base-map';

/** Milliseconds that a base map may take to its first tile. */
const patience = 10_000;

/** How much of the base map is seen through the zones. */
const zoneOpacity = 0.75;

/** A map from elsewhere under the zones of a map; it asks its origin for nothing before it is switched on. */
export class BaseMapLayer {
  private came = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param away Told when the base map does not answer at all; a tile that is missing among others is no reason. */
  constructor(
    private readonly map: MapLibre,
    private readonly away: () => void,
  ) {
    map.on('sourcedata', ({ sourceId, tile }) => {
      if (sourceId === name && tile) this.came = true;
    });
    map.on('remove', () => clearTimeout(this.waiting));
    map.on('error', event => {
      if ((event as { sourceId?: string }).sourceId === name && !this.came && map.getSource(name)) away();
    });
  }

  /** Shows a base map, or none. */
  show(baseMap: BaseMap | undefined): void {
    if (!baseMap === !this.map.getSource(name)) return;
    if (baseMap) {
      this.came = false;
      this.waiting = setTimeout(() => {
        if (!this.came) this.away();
      }, patience);
      this.map.addSource(name, { type: 'raster', tiles: [baseMap.address], tileSize: 256, maxzoom: 18 });
      lay(this.map, { id: name, type: 'raster', source: name });
    } else {
      clearTimeout(this.waiting);
      this.map.removeLayer(name);
      this.map.removeSource(name);
    }
    this.veil();
  }

  /** Lets the zones be seen through as long as there is something under them. */
  veil(): void {
    if (this.map.getLayer('zone-fill')) this.map.setPaintProperty('zone-fill', 'fill-opacity', this.map.getSource(name) ? zoneOpacity : 1);
  }
}
