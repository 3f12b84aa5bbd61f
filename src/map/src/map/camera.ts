import type { Map as MapLibre } from 'maplibre-gl';
import { type Places, pointOf } from '../api/places';
import type { Box } from '../api/zones';
import type { Camera, Spot } from '../state/address';

/** Where a map looks, and where it is sent. */
export class MapCamera {
  private following = false;
  /** What is looked at as a whole; none once a person has moved the map. */
  private whole: Box | undefined;

  /** @param look Told where a person has moved the map; moves of the page's own, such as to a zone set, are nobody's choice. */
  constructor(
    private readonly map: MapLibre,
    look: (camera: Camera) => void,
  ) {
    map.on('moveend', event => {
      if (!event.originalEvent && !(event as { chosen?: boolean }).chosen) return;
      this.whole = undefined;
      const { longitude, latitude, zoom } = this.now();
      look({ longitude: round(longitude, 4), latitude: round(latitude, 4), zoom: round(zoom, 2) });
    });
    map.on('resize', () => this.whole && this.fit(this.whole));
  }

  /** To the last digit. */
  now(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { longitude: lng, latitude: lat, zoom: this.map.getZoom() };
  }

  /** Where the middle of the frame is, in degrees. */
  middle(): Spot {
    const { lng, lat } = this.map.getCenter();
    return { longitude: lng, latitude: lat };
  }

  /** Looks at the whole of an area, whatever room the map is given, until a person moves it. */
  fit(area: Box): void {
    this.whole = area;
    const [west, south, east, north] = area;
    this.map.fitBounds([west, south, east, north], { padding: 32, animate: false });
  }

  /** Fills the frame with a part of the ground, with some of what is around it. */
  showBox([west, south, east, north]: Box): void {
    this.map.fitBounds([west, south, east, north], { padding: 96, maxZoom: 15, animate: false }, { chosen: true });
  }

  panBy(pixels: readonly [number, number]): void {
    this.map.panBy([...pixels], { animate: animated() }, { chosen: true });
  }

  zoomBy(steps: number): void {
    this.map.zoomTo(this.map.getZoom() + steps, { animate: animated() }, { chosen: true });
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

  /** Tells where the map looks at every step of a move of its own. */
  onMove(tell: (camera: Camera) => void): void {
    this.map.on('move', () => {
      if (!this.following) tell(this.now());
    });
  }

  /** Looks where another map looks. */
  follow({ longitude, latitude, zoom }: Camera): void {
    this.following = true;
    this.map.jumpTo({ center: [longitude, latitude], zoom });
    this.following = false;
  }
}

function animated(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
