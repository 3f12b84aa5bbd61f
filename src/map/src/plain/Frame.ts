import { computed, signal } from '@preact/signals';
import { type Places, pointOf } from '../api/places';
import { awake } from '../map/awake';
import type { Ground } from '../map/keyboard';
import { extent } from '../map/readings';
import { cameraOf, type Extent, extentOf, type Size, toDegrees, toMercator } from '../picture/mercator';
import type { Camera, Spot } from '../state/address';
import { go, view } from '../state/view';

/** Pixels from the north-western corner of a frame. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where all maps look while a hand moves one of them: the address follows when it rests, for browsers take only so many addresses. */
const held = signal<Camera | undefined>(undefined);

/** What the address was last told, and what it left out: the map is not to jump when it rests. */
let said: { readonly camera: Camera; readonly exact: Camera } | undefined;

function asSaid(camera: Camera | undefined): Camera | undefined {
  return camera && camera === said?.camera ? said.exact : camera;
}

/** What must be between a zone that is shown and the edge, in pixels. */
const margin = 48;
const closest = 17;

/** What a map in SVG looks at, and how it is moved. */
export class Frame implements Ground {
  readonly size = signal<Size>({ width: 900, height: 600 });
  readonly camera = computed<Camera | undefined>(
    () => held.value ?? asSaid(view.value.camera) ?? (extent.value && cameraOf(extent.value, this.size.value, 32)),
  );
  /** What is seen; undefined before it is known where the zones lie. */
  readonly seen = computed<Extent | undefined>(() => this.camera.value && extentOf(this.camera.value, this.size.value));
  /** Metres of Web Mercator that a pixel covers. */
  readonly metres = computed(() => (this.seen.value ? (this.seen.value.east - this.seen.value.west) / this.size.value.width : 1));

  zoomBy(steps: number): void {
    const { width, height } = this.size.value;
    this.pull({ x: width / 2, y: height / 2 }, { x: width / 2, y: height / 2 }, 2 ** steps);
    this.rest();
  }

  panBy([right, down]: readonly [number, number]): void {
    this.pull({ x: right, y: down }, { x: 0, y: 0 });
    this.rest();
  }

  /**
   * Moves the ground under one point to another, and draws it larger about it; the address does not know before `rest`.
   * @param larger How many times as large.
   */
  pull(from: Point, to: Point, larger = 1): void {
    const now = this.camera.value;
    const seen = this.seen.value;
    if (!now || !seen) return;
    const zoom = Math.min(closest, Math.max(0, now.zoom + Math.log2(larger)));
    const metres = this.metres.value;
    const then = metres * 2 ** (now.zoom - zoom);
    const { width, height } = this.size.value;
    const east = seen.west + from.x * metres + (width / 2 - to.x) * then;
    const north = seen.north - from.y * metres - (height / 2 - to.y) * then;
    const [longitude, latitude] = toDegrees(east, north);
    held.value = { longitude, latitude, zoom };
  }

  /** Lets the address say where the map has come to. */
  rest(): void {
    const camera = held.peek();
    if (!camera) return;
    this.look(camera);
    held.value = undefined;
  }

  middle(): Spot {
    const { longitude, latitude } = this.camera.value ?? { longitude: 0, latitude: 0 };
    return { longitude, latitude };
  }

  /** Fills the frame with a part of the ground, with some of what is around it. */
  showBox(box: Parameters<typeof cameraOf>[0]): void {
    this.look(cameraOf(box, this.size.value, 2 * margin));
  }

  nearestToMiddle(places: Places): number | undefined {
    const { width, height } = this.size.value;
    let best: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place < places.east.length; place++) {
      const point = pointOf(places, place);
      const at = point && this.pointOf(...point);
      const distance = at ? Math.hypot(at.x - width / 2, at.y - height / 2) : Number.NaN;
      if (distance < least) [best, least] = [place, distance];
    }
    return best;
  }

  reveal(places: Places, place: number): Point | undefined {
    const point = pointOf(places, place);
    if (!point) return undefined;
    const { x, y } = this.pointOf(...point);
    const { width, height } = this.size.value;
    const away = x < margin || y < margin || x > width - margin || y > height - margin;
    if (away && this.camera.value) this.look({ ...this.camera.value, longitude: point[0], latitude: point[1] });
    return this.pointOf(...point);
  }

  /** The ground under a point. */
  spotAt({ x, y }: Point): Spot {
    const { west, north } = this.seen.value ?? { west: 0, north: 0 };
    const [longitude, latitude] = toDegrees(west + x * this.metres.value, north - y * this.metres.value);
    return { longitude, latitude };
  }

  /** Where a part of the ground is in the frame. */
  pointOf(longitude: number, latitude: number): Point {
    const [east, north] = toMercator(longitude, latitude);
    const seen = this.seen.value ?? { west: 0, north: 0 };
    return { x: (east - seen.west) / this.metres.value, y: (seen.north - north) / this.metres.value };
  }

  private look(exact: Camera): void {
    const { longitude, latitude, zoom } = exact;
    const camera = { longitude: Number(longitude.toFixed(4)), latitude: Number(latitude.toFixed(4)), zoom: Number(zoom.toFixed(2)) };
    said = { camera, exact };
    go({ camera }, 'same');
    awake.value = true;
  }
}
