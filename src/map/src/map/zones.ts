import type { Map as MapLibre } from 'maplibre-gl';
import type { Classes, Pattern } from '../api/classes';
import type { Palette } from '../legend/palette';
import { drawPattern } from '../legend/patterns';
import { fillOf } from '../legend/shade';
import { drawHatch } from '../weigh/hatch';
import { type Layer, lay } from './order';
import { tilesOf, type ZoneTiles } from './tiles';
import { hatchImage, hatchLayer, patternLayer, zoneLayers, zoneSource } from './zoneLayers';

/** What of a zone its layers follow. */
interface ZoneState {
  /** A colour, or the name of a pattern. */
  readonly paint?: string;
  readonly hatched?: boolean;
}

/**
 * The zones of a map. Outlines come once for each zone set; classes are joined to them as feature state, so that another indicator or year repaints
 * and loads nothing.
 */
export class Zones {
  private tiles: ZoneTiles | undefined;
  private many = false;
  private painted: string[] = [];
  private hatched: readonly boolean[] = [];

  constructor(private readonly map: MapLibre) {}

  /**
   * Shows the outlines of a zone set; the paint of the one before is gone.
   * @param many Whether there are many zones.
   * @returns Whether it is another set than before.
   */
  show(tiles: ZoneTiles, many: boolean, palette: Palette): boolean {
    if (this.tiles?.zoneSet === tiles.zoneSet && this.tiles.version === tiles.version) return false;
    for (const layer of this.map.getStyle().layers) if (layer.id.startsWith('zone-')) this.map.removeLayer(layer.id);
    if (this.map.getSource(zoneSource)) this.map.removeSource(zoneSource);
    this.tiles = tiles;
    this.many = many;
    this.painted = [];
    this.hatched = [];
    this.map.addSource(zoneSource, tilesOf(tiles));
    lay(this.map, ...this.layers(palette));
    return true;
  }

  /** The layers of the set that is shown, in the colours of a theme. */
  layers(palette: Palette): Layer[] {
    return zoneLayers(this.tiles?.zoneSet ?? '', this.many, palette);
  }

  /**
   * Paints each zone of the set that is shown; only zones that change are touched.
   * @param shading For each zone its class, or below 0 its pattern, or that it lies outside.
   * @param classes The colours of the classes and the look of the patterns.
   */
  paint(shading: Int8Array, classes: Classes): void {
    if (!this.tiles) return;
    for (const { pattern, zones } of classes.without_number) if (zones > 0) this.need(pattern, classes, this.tiles.zoneSet);
    shading.forEach((shade, place) => {
      const paint = fillOf(shade, classes, pattern => pattern);
      if (paint === this.painted[place]) return;
      this.painted[place] = paint;
      this.set(place, { paint });
    });
  }

  /** Hatches zones over their colour; none without a list. */
  hatch(hatched: readonly boolean[] | undefined): void {
    if (!this.tiles) return;
    if (!this.map.getLayer('zone-hatched')) {
      if (!hatched) return;
      this.image(hatchImage, drawHatch);
      lay(this.map, hatchLayer(this.tiles.zoneSet));
      this.hatched = [];
    }
    for (let place = 0; place < Math.max(hatched?.length ?? 0, this.hatched.length); place++) {
      const is = hatched?.[place] ?? false;
      if (is !== (this.hatched[place] ?? false)) this.set(place, { hatched: is });
    }
    this.hatched = hatched ?? [];
  }

  /** The zone under a point of the frame, in pixels. */
  placeAt(point: { readonly x: number; readonly y: number }): number | undefined {
    if (!this.map.getLayer('zone-fill')) return undefined;
    const id = this.map.queryRenderedFeatures([point.x, point.y], { layers: ['zone-fill'] })[0]?.id;
    return typeof id === 'number' ? id - 1 : undefined;
  }

  /** Brings a pattern's layer the first time that it is needed: each costs time at every frame. */
  private need(pattern: Pattern, { pattern_look: { ground, ink, outline } }: Classes, zoneSet: string): void {
    if (this.map.getLayer(`zone-${pattern}`)) return;
    this.image(pattern, density => drawPattern(pattern, ground, ink, density));
    lay(this.map, patternLayer(pattern, zoneSet, this.many, outline));
  }

  /** Draws an image for a layer, as fine as the screen, unless it is there. */
  private image(name: string, draw: (density: number) => ImageData): void {
    const density = Math.ceil(devicePixelRatio);
    if (!this.map.hasImage(name)) this.map.addImage(name, draw(density), { pixelRatio: density });
  }

  private set(place: number, state: ZoneState): void {
    this.map.setFeatureState({ source: zoneSource, sourceLayer: this.tiles!.zoneSet, id: place + 1 }, state);
  }
}
