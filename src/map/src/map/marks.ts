import type { Feature, FeatureCollection, Position } from 'geojson';
import type { GeoJSONFeature, Map as MapLibre } from 'maplibre-gl';
import type { TileName } from '../api/tilePyramid';
import type { Palette } from '../legend/palette';
import { draw } from './drawn';
import { edgesOf } from './edges';
import type { Layer } from './order';
import type { ZoneTiles } from './tiles';
import { zoneSource } from './zoneLayers';

const name = 'marks';

/** How a zone can stand out: what is pointed at less than what is chosen. */
export type Mark = 'selected' | 'picked' | 'pointed';

/** Outlines of zones that stand out. */
export function markLayers(palette: Palette): Layer[] {
  const width = (chosen: number, pointed: number) => ['match', ['get', 'mark'], 'pointed', pointed, chosen];
  return [
    { id: 'mark-halo', type: 'line', source: name, paint: { 'line-color': palette.selectedHalo, 'line-width': width(7, 5) } },
    { id: 'mark-line', type: 'line', source: name, paint: { 'line-color': palette.selected, 'line-width': width(3.5, 2) } },
  ] as Layer[];
}

/**
 * The zones of a map that stand out. They are drawn from a source of their own, with the outlines that the tiles hold: lines that followed the state of
 * every zone would take longer than all the rest of the map, in every frame.
 */
export class Marks {
  private readonly marked = new Map<Mark, readonly number[]>();
  private readonly outlines = new Map<number, Position[][]>();
  private tiles: ZoneTiles | undefined;
  private palette: Palette | undefined;

  constructor(private readonly map: MapLibre) {
    let renewed = false;
    map.on('sourcedata', ({ sourceId, tile }) => {
      if (sourceId === zoneSource && tile) renewed = true;
    });
    // Other tiles came, or were looked at: the outlines are finer or wider there.
    map.on('moveend', () => {
      renewed = true;
    });
    map.on('idle', () => {
      if (!renewed) return;
      renewed = false;
      this.outlines.clear();
      this.draw();
    });
  }

  /** Forgets every mark: another zone set is shown. */
  show(tiles: ZoneTiles, palette: Palette): void {
    this.tiles = tiles;
    this.palette = palette;
    this.marked.clear();
    this.outlines.clear();
    this.draw();
  }

  /** Outlines these zones, by place, and no others of the kind. */
  mark(how: Mark, places: readonly number[]): void {
    if (String(this.marked.get(how) ?? []) === String(places)) return;
    this.marked.set(how, places);
    this.draw();
  }

  private draw(): void {
    if (!this.tiles) return;
    const wanted = [...this.marked.values()].flat();
    if (wanted.length === 0 && !this.map.getSource(name)) return;
    this.find(wanted.filter(place => !this.outlines.has(place)));
    // What is chosen lies over what is only pointed at.
    const features = (['pointed', 'picked', 'selected'] as const).flatMap(mark =>
      (this.marked.get(mark) ?? []).map(
        (place): Feature => ({
          type: 'Feature',
          properties: { mark },
          geometry: { type: 'MultiLineString', coordinates: this.outlines.get(place)! },
        }),
      ),
    );
    const data: FeatureCollection = { type: 'FeatureCollection', features };
    draw(this.map, name, data, () => markLayers(this.palette!));
  }

  /** Puts the outlines of zones together from the tiles that are there. */
  private find(places: readonly number[]): void {
    if (places.length === 0) return;
    for (const place of places) this.outlines.set(place, []);
    const ids = places.map(place => place + 1);
    const pieces = this.map.querySourceFeatures(zoneSource, {
      sourceLayer: this.tiles!.zoneSet,
      filter: ['in', ['id'], ['literal', ids]],
      validate: false,
    }) as (GeoJSONFeature & { readonly tile: TileName })[];
    for (const { id, geometry, tile } of pieces) this.outlines.get(Number(id) - 1)!.push(...edgesOf(geometry, tile));
  }
}
