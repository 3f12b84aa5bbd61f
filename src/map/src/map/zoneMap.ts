import { type ExpressionSpecification, type LngLatBoundsLike, Map as MapLibre, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Boundaries } from '../api/boundaries';
import { type Gap, gaps } from '../legend/classes';
import type { Palette } from '../legend/palette';
import { drawPattern } from '../legend/patterns';
import type { Camera } from '../state/address';

setWorkerUrl(workerUrl);

/** What the map tells of. Places are those in the order of codes, from 0. */
export interface ZoneMapEvents {
  readonly pointAt: (place: number | undefined, x: number, y: number) => void;
  readonly choose: (place: number) => void;
  readonly look: (camera: Camera) => void;
}

/** Where zones and their set come from. */
export interface ZoneTiles {
  readonly zoneSet: string;
  readonly version: bigint;
  readonly bounds: LngLatBoundsLike;
}

const zonesSource = 'zones';
const satsinger = 'omradesatsinger';
const classState: ExpressionSpecification = ['coalesce', ['feature-state', 'class'], -1];
const isGap = (gap: Gap): ExpressionSpecification => ['case', ['==', classState, -1 - gaps.indexOf(gap)], 1, 0];

/**
 * The map itself, over MapLibre. Outlines come once for each zone set; classes are joined to them as feature state, so that another indicator or
 * year repaints and loads nothing.
 */
export class ZoneMap {
  private readonly map: MapLibre;
  private readonly loaded: Promise<void>;
  private tiles: ZoneTiles | undefined;
  private classes = new Int8Array();
  private selected: number | undefined;

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
    this.map.touchZoomRotate.disableRotation();
    this.loaded = new Promise(resolve => this.map.once('load', () => resolve()));
    this.map.on('mousemove', event => {
      const place = this.placeAt(event.point);
      this.map.getCanvas().style.cursor = place === undefined ? '' : 'pointer';
      events.pointAt(place, event.point.x, event.point.y);
    });
    this.map.on('mouseout', () => events.pointAt(undefined, 0, 0));
    this.map.on('click', event => {
      const place = this.placeAt(event.point);
      if (place !== undefined) events.choose(place);
    });
    this.map.on('moveend', event => {
      // Moves of the page's own, such as to a zone set, are not the person's choice.
      if (!event.originalEvent && !(event as { chosen?: boolean }).chosen) return;
      const { lng, lat } = this.map.getCenter();
      events.look({ longitude: round(lng, 4), latitude: round(lat, 4), zoom: round(this.map.getZoom(), 2) });
    });
  }

  /** Shows the outlines of a zone set; the classes of the one before are gone. */
  async showZones(tiles: ZoneTiles, palette: Palette, moveThere: boolean): Promise<void> {
    await this.loaded;
    if (this.tiles?.zoneSet === tiles.zoneSet && this.tiles.version === tiles.version) return;
    for (const layer of zoneLayers(tiles.zoneSet, palette)) if (this.map.getLayer(layer.id)) this.map.removeLayer(layer.id);
    if (this.map.getSource(zonesSource)) this.map.removeSource(zonesSource);
    this.tiles = tiles;
    this.classes = new Int8Array();
    this.map.addSource(zonesSource, {
      type: 'vector',
      tiles: [`${location.origin}/tiles/${tiles.zoneSet}/{z}/{x}/{y}.mvt?attributes=none&as_of=${tiles.version}`],
      maxzoom: 14,
    });
    for (const layer of zoneLayers(tiles.zoneSet, palette))
      this.map.addLayer(layer, this.map.getLayer('satsing-halo') ? 'satsing-halo' : undefined);
    if (moveThere) this.map.fitBounds(tiles.bounds, { padding: 32, animate: false });
  }

  /** Paints each zone with its class; only what has changed is touched. */
  async paint(classes: Int8Array): Promise<void> {
    await this.loaded;
    if (!this.tiles) return;
    const target = { source: zonesSource, sourceLayer: this.tiles.zoneSet, id: 0 };
    for (let place = 0; place < classes.length; place++) {
      if (classes[place] === this.classes[place]) continue;
      target.id = place + 1;
      this.map.setFeatureState(target, { class: classes[place] });
    }
    this.classes = classes.slice();
  }

  /** Takes the colours of a palette. */
  async colour(palette: Palette): Promise<void> {
    await this.loaded;
    this.map.setPaintProperty('ground', 'background-color', palette.ground);
    for (const gap of gaps) {
      if (this.map.hasImage(gap)) this.map.removeImage(gap);
      const density = Math.ceil(devicePixelRatio);
      this.map.addImage(gap, drawPattern(gap, palette.gapGround, palette.gapStroke, density), { pixelRatio: density });
    }
    for (const layer of [...zoneLayers(this.tiles?.zoneSet ?? '', palette), ...satsingLayers(palette)]) {
      if (!this.map.getLayer(layer.id)) continue;
      for (const [property, value] of Object.entries(layer.paint ?? {}))
        this.map.setPaintProperty(layer.id, property as never, value as never);
    }
  }

  /** Draws the boundaries of områdesatsingar. */
  async showBoundaries(boundaries: Boundaries, palette: Palette): Promise<void> {
    await this.loaded;
    const known = this.map.getSource(satsinger);
    if (known) {
      (known as unknown as { setData(data: Boundaries): void }).setData(boundaries);
      return;
    }
    this.map.addSource(satsinger, { type: 'geojson', data: boundaries as never });
    for (const layer of satsingLayers(palette)) this.map.addLayer(layer);
  }

  /** Marks the zone whose panel is open. */
  async select(place: number | undefined): Promise<void> {
    await this.loaded;
    this.mark('selected', this.selected, place);
    this.selected = place;
  }

  zoomBy(steps: number): void {
    this.map.zoomTo(this.map.getZoom() + steps, { animate: animated() }, { chosen: true });
  }

  showAll(): void {
    if (this.tiles) this.map.fitBounds(this.tiles.bounds, { padding: 32, animate: animated() });
  }

  remove(): void {
    this.map.remove();
  }

  private mark(state: string, before: number | undefined, now: number | undefined): void {
    if (!this.tiles) return;
    const target = { source: zonesSource, sourceLayer: this.tiles.zoneSet };
    if (before !== undefined) this.map.setFeatureState({ ...target, id: before + 1 }, { [state]: false });
    if (now !== undefined) this.map.setFeatureState({ ...target, id: now + 1 }, { [state]: true });
  }

  private placeAt(point: { x: number; y: number }): number | undefined {
    if (!this.map.getLayer('zone-fill')) return undefined;
    const id = this.map.queryRenderedFeatures([point.x, point.y], { layers: ['zone-fill'] })[0]?.id;
    return typeof id === 'number' ? id - 1 : undefined;
  }
}

function emptyStyle(palette: Palette): StyleSpecification {
  return { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': palette.ground } }] };
}

function zoneLayers(zoneSet: string, palette: Palette) {
  const from = { source: zonesSource, 'source-layer': zoneSet };
  const colours = palette.classes.flatMap((colour, k): (number | string)[] => [k, colour]);
  const marked: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
  return [
    {
      id: 'zone-fill',
      type: 'fill' as const,
      ...from,
      paint: {
        'fill-color': ['match', classState, ...colours, palette.gapGround] as unknown as ExpressionSpecification,
        'fill-antialias': false,
      },
    },
    ...gaps.map(gap => ({ id: `zone-${gap}`, type: 'fill' as const, ...from, paint: { 'fill-pattern': gap, 'fill-opacity': isGap(gap) } })),
    {
      id: 'zone-border',
      type: 'line' as const,
      ...from,
      paint: {
        'line-color': palette.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.3, 10, 0.8, 14, 1.6] as unknown as ExpressionSpecification,
      },
    },
    {
      id: 'zone-selected-halo',
      type: 'line' as const,
      ...from,
      paint: { 'line-color': palette.selectedHalo, 'line-width': ['case', marked, 6, 0] as unknown as ExpressionSpecification },
    },
    {
      id: 'zone-selected',
      type: 'line' as const,
      ...from,
      paint: { 'line-color': palette.selected, 'line-width': ['case', marked, 3, 0] as unknown as ExpressionSpecification },
    },
  ];
}

function satsingLayers(palette: Palette) {
  return [
    {
      id: 'satsing-halo',
      type: 'line' as const,
      source: satsinger,
      paint: { 'line-color': palette.omradesatsingHalo, 'line-width': 5, 'line-opacity': 0.8 },
    },
    {
      id: 'satsing-line',
      type: 'line' as const,
      source: satsinger,
      paint: { 'line-color': palette.omradesatsing, 'line-width': 2.5, 'line-dasharray': [3, 1.5] },
    },
  ];
}

function animated(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
