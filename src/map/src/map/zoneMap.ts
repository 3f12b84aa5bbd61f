import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Boundaries } from '../api/boundaries';
import type { Places } from '../api/places';
import type { BaseMap } from '../api/settings';
import type { Sketch } from '../compare/sketch';
import type { Palette } from '../legend/palette';
import type { Camera, Spot } from '../state/address';
import { BaseMapLayer } from './baseMap';
import { MapCamera } from './camera';
import { KommuneBorders, kommuneLayer } from './kommuneBorders';
import { Marks, markLayers } from './marks';
import { nameLayer, showNames } from './names';
import { type Layer, repaint } from './order';
import { boundaryLayers, showBoundaries } from './programmeBoundaries';
import { showSketch, showSpot, sketchLayers, spotLayer } from './sketchAndSpot';
import type { ZoneTiles } from './tiles';
import { showWater } from './waterLayer';
import { Zones } from './zones';

setWorkerUrl(workerUrl);

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

/** The map itself, over MapLibre: its zones, and what is drawn under and over them. */
export class ZoneMap {
  readonly zones: Zones;
  readonly marks: Marks;
  readonly camera: MapCamera;
  private readonly kommuner: KommuneBorders;
  private readonly baseMap: BaseMapLayer;

  private constructor(
    private readonly map: MapLibre,
    events: ZoneMapEvents,
  ) {
    this.zones = new Zones(map);
    this.marks = new Marks(map);
    this.camera = new MapCamera(map, events.look);
    this.kommuner = new KommuneBorders(map);
    this.baseMap = new BaseMapLayer(map, events.baseMapAway);
    map.touchZoomRotate.disableRotation();
    map.on('mousemove', event => {
      const place = this.zones.placeAt(event.point);
      map.getCanvas().style.cursor = place === undefined ? '' : 'pointer';
      events.pointAt(place, event.point.x, event.point.y);
    });
    map.on('click', event => events.press(this.zones.placeAt(event.point), event.lngLat.lng, event.lngLat.lat));
    map.on('dblclick', event => {
      if (events.pressTwice()) event.preventDefault();
    });
  }

  /** A map that is ready to be drawn on, in a frame of the page. */
  static async open(container: HTMLElement, camera: Camera | undefined, palette: Palette, events: ZoneMapEvents): Promise<ZoneMap> {
    const map = new MapLibre({
      container,
      // Without transitions: the colours of a theme come at once, as paper needs them.
      style: { version: 8, transition: { duration: 0, delay: 0 }, sources: {}, layers: [groundLayer(palette)] },
      attributionControl: false,
      fadeDuration: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 17,
      keyboard: false,
      ...(camera && { center: [camera.longitude, camera.latitude], zoom: camera.zoom }),
    });
    // The frame around the canvas takes the keys, and tells what it is.
    for (const attribute of ['tabindex', 'role', 'aria-label']) map.getCanvas().removeAttribute(attribute);
    await map.once('load');
    return new ZoneMap(map, events);
  }

  /** Shows the outlines of a zone set; the paint of the one before is gone. */
  showZones(tiles: ZoneTiles, many: boolean, palette: Palette): void {
    if (!this.zones.show(tiles, many, palette)) return;
    this.marks.show(tiles, palette);
    this.baseMap.veil();
  }

  /** Draws the borders of kommuner over the zones; none without a zone set. */
  showKommuner(tiles: ZoneTiles | undefined, palette: Palette): void {
    this.kommuner.show(tiles, palette);
  }

  /** Writes the names of the zones over them. */
  showNames(places: Places | undefined, palette: Palette): void {
    showNames(this.map, places, palette);
  }

  /** Draws the boundaries of områdesatsinger. */
  showBoundaries(boundaries: Boundaries, palette: Palette): void {
    showBoundaries(this.map, boundaries, palette);
  }

  /** Draws the water of a dataset version. */
  showWater(version: bigint): void {
    showWater(this.map, version);
  }

  /** Shows a map from elsewhere under the zones, or none. */
  showBaseMap(baseMap: BaseMap | undefined): void {
    this.baseMap.show(baseMap);
  }

  /** Marks a coordinate that was looked for. */
  showSpot(spot: Spot | undefined, palette: Palette): void {
    showSpot(this.map, spot, palette);
  }

  /** While an area is drawn two taps end it, and the map comes no nearer: it would take them first. */
  drawing(on: boolean): void {
    if (on) this.map.doubleClickZoom.disable();
    else this.map.doubleClickZoom.enable();
  }

  /** Draws the area that is compared; none without one. */
  showSketch(sketch: Sketch | undefined, palette: Palette): void {
    showSketch(this.map, sketch, palette);
  }

  /** Takes the colours of a theme. */
  colour(palette: Palette): void {
    repaint(
      this.map,
      groundLayer(palette),
      ...this.zones.layers(palette),
      kommuneLayer('', palette),
      ...markLayers(palette),
      ...boundaryLayers(palette),
      nameLayer(palette),
      ...sketchLayers(palette),
      spotLayer(palette),
    );
  }

  /** Waits until all that the map was told to show is drawn. */
  async drawn(): Promise<void> {
    this.map.triggerRepaint();
    await this.map.once('idle');
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
}

function groundLayer(palette: Palette): Layer {
  return { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } };
}
