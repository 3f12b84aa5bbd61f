import { type GeoJSONSource, Map as MapLibre, setWorkerUrl, type VectorSourceSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { FeatureCollection, GeometryCollection, Position } from 'geojson';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type Boundaries, yearsOf } from '../api/boundaries';
import { type Classes, type Pattern, patterns } from '../api/classes';
import { type Places, pointOf } from '../api/places';
import type { BaseMap } from '../api/settings';
import type { Box } from '../api/zoneNames';
import type { Sketch } from '../compare/sketch';
import type { Palette } from '../legend/palette';
import { drawPattern } from '../legend/patterns';
import type { Camera, Spot } from '../state/address';
import { drawHatch } from '../weigh/hatch';
import { BaseMapLayer } from './baseMap';
import {
  boundaryLayers,
  boundarySource,
  emptyStyle,
  hatchImage,
  hatchLayer,
  kommuneLayer,
  kommuneSource,
  patternLayer,
  sketchLayers,
  sketchSource,
  spotLayer,
  spotSource,
  zoneLayers,
  zoneSource,
} from './layers';
import { nameLayer, nameSource, writeNames } from './nameLabels';

setWorkerUrl(workerUrl);

/** How a single zone can stand out. */
export type Mark = 'selected' | 'pointed';

/** What the map tells of. Places are those in the order of codes, from 0. */
export interface ZoneMapEvents {
  readonly pointAt: (place: number | undefined, x: number, y: number) => void;
  /** Somewhere was pressed: undefined where there is no zone. */
  readonly press: (place: number | undefined, longitude: number, latitude: number) => void;
  /** A double click; says whether it meant anything else than to come nearer. */
  readonly pressTwice: () => boolean;
  readonly look: (camera: Camera) => void;
  readonly baseMapAway: () => void;
}

/** Where zones and their set come from. */
export interface ZoneTiles {
  readonly zoneSet: string;
  readonly version: bigint;
}

/**
 * The map itself, over MapLibre. Outlines come once for each zone set; classes are joined to them as feature state, so that another indicator or
 * year repaints and loads nothing.
 */
export class ZoneMap {
  private readonly map: MapLibre;
  private readonly loaded: Promise<void>;
  private tiles: ZoneTiles | undefined;
  /** The paint of each zone: a colour, or the name of a pattern. */
  private painted: string[] = [];
  private readonly baseMap: BaseMapLayer;
  private hatched: readonly boolean[] = [];
  private kommuneSet: string | undefined;
  private readonly marked = new Map<Mark, number | undefined>();
  private following = false;
  private picked: readonly number[] = [];

  constructor(container: HTMLElement, camera: Camera | undefined, palette: Palette, events: ZoneMapEvents) {
    this.map = new MapLibre({
      container,
      style: emptyStyle(palette),
      attributionControl: false,
      fadeDuration: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 17,
      keyboard: false,
      ...(camera && { center: [camera.longitude, camera.latitude], zoom: camera.zoom }),
    });
    this.baseMap = new BaseMapLayer(this.map, events.baseMapAway);
    this.map.touchZoomRotate.disableRotation();
    this.loaded = new Promise(resolve => this.map.once('load', () => resolve()));
    this.map.on('mousemove', event => {
      const place = this.placeAt(event.point);
      this.map.getCanvas().style.cursor = place === undefined ? '' : 'pointer';
      events.pointAt(place, event.point.x, event.point.y);
    });
    this.map.on('mouseout', () => events.pointAt(undefined, 0, 0));
    this.map.on('click', event => events.press(this.placeAt(event.point), event.lngLat.lng, event.lngLat.lat));
    this.map.on('dblclick', event => {
      if (events.pressTwice()) event.preventDefault();
    });
    this.map.on('moveend', event => {
      // Moves of the page's own, such as to a zone set, are not the person's choice.
      if (!event.originalEvent && !(event as { chosen?: boolean }).chosen) return;
      const { longitude, latitude, zoom } = this.camera();
      events.look({ longitude: round(longitude, 4), latitude: round(latitude, 4), zoom: round(zoom, 2) });
    });
  }

  /** Shows the outlines of a zone set; the paint of the one before is gone. */
  async showZones(tiles: ZoneTiles, palette: Palette): Promise<void> {
    await this.loaded;
    if (this.tiles?.zoneSet === tiles.zoneSet && this.tiles.version === tiles.version) return;
    for (const layer of this.map.getStyle().layers) if (layer.id.startsWith('zone-')) this.map.removeLayer(layer.id);
    if (this.map.getSource(zoneSource)) this.map.removeSource(zoneSource);
    this.tiles = tiles;
    this.painted = [];
    this.hatched = [];
    this.marked.clear();
    this.picked = [];
    this.map.addSource(zoneSource, tilesOf(tiles.zoneSet, tiles.version));
    const above = this.map.getLayer('kommune-border') ? 'kommune-border' : this.lowestLabel();
    for (const layer of zoneLayers(tiles.zoneSet, palette)) this.map.addLayer(layer, above);
    this.baseMap.veil();
  }

  /**
   * Paints each zone of the set that is shown; only zones that change are touched.
   * @param shading For each zone its class, or below 0 its pattern.
   * @param classes The colours of the classes and the look of the patterns.
   */
  async paint(shading: Int8Array, classes: Classes): Promise<void> {
    await this.loaded;
    if (!this.tiles) return;
    for (const { pattern, zones } of classes.without_number) if (zones > 0) this.need(pattern, classes, this.tiles.zoneSet);
    const target = { source: zoneSource, sourceLayer: this.tiles.zoneSet, id: 0 };
    shading.forEach((shade, place) => {
      const paint = shade < 0 ? patterns[-1 - shade]! : classes.classes[shade]!.colour;
      if (paint === this.painted[place]) return;
      this.painted[place] = paint;
      target.id = place + 1;
      this.map.setFeatureState(target, { paint });
    });
  }

  /** Looks at the whole of an area. */
  async fit([west, south, east, north]: Box): Promise<void> {
    await this.loaded;
    this.map.fitBounds([west, south, east, north], { padding: 32, animate: false });
  }

  /** Draws the borders of kommuner over the zones; none without a zone set. */
  async showKommuner(zoneSet: string | undefined, version: bigint, palette: Palette): Promise<void> {
    await this.loaded;
    if (zoneSet === this.kommuneSet) return;
    this.kommuneSet = zoneSet;
    if (this.map.getLayer('kommune-border')) this.map.removeLayer('kommune-border');
    if (this.map.getSource(kommuneSource)) this.map.removeSource(kommuneSource);
    if (!zoneSet) return;
    this.map.addSource(kommuneSource, tilesOf(zoneSet, version));
    this.map.addLayer(kommuneLayer(zoneSet, palette), this.lowestLabel());
  }

  /** Takes the colours of a theme. */
  async colour(palette: Palette): Promise<void> {
    await this.loaded;
    for (const layer of [
      ...emptyStyle(palette).layers,
      ...zoneLayers(this.tiles?.zoneSet ?? '', palette),
      ...boundaryLayers(palette),
      kommuneLayer('', palette),
      nameLayer(palette),
    ]) {
      if (!this.map.getLayer(layer.id)) continue;
      for (const [property, value] of Object.entries(layer.paint ?? {}))
        this.map.setPaintProperty(layer.id, property as never, value as never);
    }
  }

  /** Writes the names of the zones over them. */
  async showNames(places: Places | undefined, names: readonly string[], palette: Palette): Promise<void> {
    await this.loaded;
    writeNames(this.map, places, names, palette);
  }

  /** Draws the boundaries of områdesatsinger. */
  async showBoundaries(boundaries: Boundaries, palette: Palette): Promise<void> {
    await this.loaded;
    const labelled = boundaries.features.map(each => ({
      ...each,
      properties: { ...each.properties, label: `${each.properties.name}\n${yearsOf(each)}` },
    }));
    const data = { type: 'FeatureCollection', features: labelled } as unknown as FeatureCollection;
    const known = this.map.getSource<GeoJSONSource>(boundarySource);
    if (known) {
      known.setData(data);
      return;
    }
    this.map.addSource(boundarySource, { type: 'geojson', data });
    for (const layer of boundaryLayers(palette)) this.map.addLayer(layer);
  }

  /** Shows a map from elsewhere under the zones, or none. */
  async showBaseMap(baseMap: BaseMap | undefined): Promise<void> {
    await this.loaded;
    this.baseMap.show(baseMap);
  }

  /** Marks a coordinate that was looked for. */
  async showSpot(spot: Spot | undefined, palette: Palette): Promise<void> {
    await this.loaded;
    const features = spot ? [{ type: 'Point' as const, coordinates: [spot.longitude, spot.latitude] }] : [];
    const data: GeometryCollection = { type: 'GeometryCollection', geometries: features };
    const known = this.map.getSource<GeoJSONSource>(spotSource);
    if (known) known.setData(data);
    else if (spot) {
      this.map.addSource(spotSource, { type: 'geojson', data });
      this.map.addLayer(spotLayer(palette));
    }
  }

  /** Hatches zones over their colour; none without a list. */
  async hatch(hatched: readonly boolean[] | undefined): Promise<void> {
    await this.loaded;
    if (!this.tiles) return;
    if (!this.map.getLayer('zone-hatched')) {
      if (!hatched) return;
      const density = Math.ceil(devicePixelRatio);
      if (!this.map.hasImage(hatchImage)) this.map.addImage(hatchImage, drawHatch(density), { pixelRatio: density });
      this.map.addLayer(hatchLayer(this.tiles.zoneSet), 'zone-border');
      this.hatched = [];
    }
    const target = { source: zoneSource, sourceLayer: this.tiles.zoneSet };
    for (let place = 0; place < Math.max(hatched?.length ?? 0, this.hatched.length); place++) {
      const is = hatched?.[place] ?? false;
      if (is !== (this.hatched[place] ?? false)) this.map.setFeatureState({ ...target, id: place + 1 }, { hatched: is });
    }
    this.hatched = hatched ?? [];
  }

  /** Outlines the one zone that is selected, or pointed at. */
  async mark(how: Mark, place: number | undefined): Promise<void> {
    await this.loaded;
    const before = this.marked.get(how);
    if (!this.tiles || before === place) return;
    const target = { source: zoneSource, sourceLayer: this.tiles.zoneSet };
    if (before !== undefined) this.map.setFeatureState({ ...target, id: before + 1 }, { [how]: false });
    if (place !== undefined) this.map.setFeatureState({ ...target, id: place + 1 }, { [how]: true });
    this.marked.set(how, place);
  }

  /** Outlines the zones that are picked, and no others. */
  async pick(places: readonly number[]): Promise<void> {
    await this.loaded;
    if (!this.tiles) return;
    const target = { source: zoneSource, sourceLayer: this.tiles.zoneSet };
    for (const place of this.picked) if (!places.includes(place)) this.map.setFeatureState({ ...target, id: place + 1 }, { picked: false });
    for (const place of places) this.map.setFeatureState({ ...target, id: place + 1 }, { picked: true });
    this.picked = places;
  }

  /** Draws the area that is compared, over everything else; none without one. */
  async showSketch(sketch: Sketch | undefined, palette: Palette): Promise<void> {
    await this.loaded;
    const data: GeometryCollection = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'MultiPolygon', coordinates: (sketch?.polygons ?? []) as unknown as Position[][][] },
        { type: 'MultiPoint', coordinates: (sketch?.corners ?? []) as unknown as Position[] },
      ],
    };
    const known = this.map.getSource<GeoJSONSource>(sketchSource);
    if (known) known.setData(data);
    else if (sketch) {
      this.map.addSource(sketchSource, { type: 'geojson', data });
      for (const layer of sketchLayers(palette)) this.map.addLayer(layer);
    }
  }

  /** Where the middle of the frame is, in degrees. */
  middle(): Spot {
    const { lng, lat } = this.map.getCenter();
    return { longitude: lng, latitude: lat };
  }

  /** Says to screen readers what the map is. */
  describe(label: string, helpId: string): void {
    const canvas = this.map.getCanvas();
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', label);
    canvas.setAttribute('aria-describedby', helpId);
  }

  /** Brings a zone into view if it is not there, and says where in the frame it is then. */
  reveal(places: Places, place: number): { readonly x: number; readonly y: number } | undefined {
    const point = pointOf(places, place);
    if (!point) return undefined;
    const { clientWidth, clientHeight } = this.map.getContainer();
    const { x, y } = this.map.project(point);
    const margin = 48;
    if (x < margin || y < margin || x > clientWidth - margin || y > clientHeight - margin)
      this.map.jumpTo({ center: point }, { chosen: true });
    const seen = this.map.project(point);
    return { x: seen.x, y: seen.y };
  }

  /** The zone whose point is nearest to the middle of the frame. */
  nearestToMiddle(places: Places): number | undefined {
    const { lng, lat } = this.map.getCenter();
    const narrowing = Math.cos((lat * Math.PI) / 180);
    let best: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place < places.east.length; place++) {
      const point = pointOf(places, place);
      const distance = point ? Math.hypot((point[0] - lng) * narrowing, point[1] - lat) : Number.NaN;
      if (distance < least) {
        best = place;
        least = distance;
      }
    }
    return best;
  }

  /** Fills the frame with a part of the ground, with some of what is around it. */
  showBox([west, south, east, north]: Box): void {
    this.map.fitBounds([west, south, east, north], { padding: 96, maxZoom: 15, animate: false }, { chosen: true });
  }

  /** Tells where the map looks at every step of a move of its own. */
  onMove(tell: (camera: Camera) => void): void {
    this.map.on('move', () => {
      if (!this.following) tell(this.camera());
    });
  }

  /** Where the map looks now, to the last digit. */
  camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { longitude: lng, latitude: lat, zoom: this.map.getZoom() };
  }

  /** Looks where another map looks. */
  follow({ longitude, latitude, zoom }: Camera): void {
    this.following = true;
    this.map.jumpTo({ center: [longitude, latitude], zoom });
    this.following = false;
  }

  panBy(pixels: readonly [number, number]): void {
    this.map.panBy([...pixels], { animate: animated() }, { chosen: true });
  }

  zoomBy(steps: number): void {
    this.map.zoomTo(this.map.getZoom() + steps, { animate: animated() }, { chosen: true });
  }

  /** Draws what the map shows, as fine as paper needs: the map's own canvas is empty by the time that a browser prints. */
  drawOn(paper: HTMLCanvasElement): void {
    const screen = this.map.getPixelRatio();
    this.map.setPixelRatio(Math.max(screen, 3));
    this.map.redraw();
    const drawn = this.map.getCanvas();
    [paper.width, paper.height] = [drawn.width, drawn.height];
    paper.getContext('2d')!.drawImage(drawn, 0, 0);
    this.map.setPixelRatio(screen);
  }

  remove(): void {
    this.map.remove();
  }

  /** Brings a pattern's layer the first time that it is needed: each costs time at every frame. */
  private need(pattern: Pattern, { pattern_look: { ground, ink } }: Classes, zoneSet: string): void {
    const layer = patternLayer(pattern, zoneSet);
    if (this.map.getLayer(layer.id)) return;
    const density = Math.ceil(devicePixelRatio);
    if (!this.map.hasImage(pattern)) this.map.addImage(pattern, drawPattern(pattern, ground, ink, density), { pixelRatio: density });
    this.map.addLayer(layer, 'zone-border');
  }

  private lowestLabel(): string | undefined {
    return this.map.getStyle().layers.find(layer => layer.id === nameSource || layer.id.startsWith('boundary-'))?.id;
  }

  private placeAt(point: { x: number; y: number }): number | undefined {
    if (!this.map.getLayer('zone-fill')) return undefined;
    const id = this.map.queryRenderedFeatures([point.x, point.y], { layers: ['zone-fill'] })[0]?.id;
    return typeof id === 'number' ? id - 1 : undefined;
  }
}

function tilesOf(zoneSet: string, version: bigint): VectorSourceSpecification {
  return { type: 'vector', tiles: [`${location.origin}/tiles/${zoneSet}/{z}/{x}/{y}.mvt?attributes=none&as_of=${version}`], maxzoom: 14 };
}

function animated(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
