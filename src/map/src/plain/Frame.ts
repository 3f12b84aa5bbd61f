import { computed, signal } from '@preact/signals';
import { type Places, pointOf } from '../api/places';
import type { Ground } from '../map/keyboard';
import { extent } from '../map/readings';
import { cameraOf, type Extent, extentOf, type Size, toDegrees, toMercator } from '../picture/mercator';
import type { Camera, Spot } from '../state/address';
import { go, view } from '../state/view';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What must be between a zone that is shown and the edge, in pixels. */
const margin = 48;

/** What a map in SVG looks at, and how it is moved. Points are pixels from the north-western corner of the frame. */
export class Frame implements Ground {
  readonly size = signal<Size>({ width: 900, height: 600 });
  readonly camera = computed<Camera | undefined>(() => view.value.camera ?? (extent.value && cameraOf(extent.value, this.size.value, 32)));
  /** What is seen; undefined before it is known where the zones lie. */
  readonly seen = computed<Extent | undefined>(() => this.camera.value && extentOf(this.camera.value, this.size.value));
  /** Metres of Web Mercator that a pixel covers. */
  readonly metres = computed(() => (this.seen.value ? (this.seen.value.east - this.seen.value.west) / this.size.value.width : 1));

  zoomBy(steps: number): void {
    const zoom = this.camera.value?.zoom;
    if (zoom !== undefined) this.move({ zoom: Math.min(17, Math.max(0, zoom + steps)) });
  }

  panBy([right, down]: readonly [number, number]): void {
    const { width, height } = this.size.value;
    this.move(this.spotAt({ x: width / 2 + right, y: height / 2 + down }));
  }

  middle(): Spot {
    const { longitude, latitude } = this.camera.value ?? { longitude: 0, latitude: 0 };
    return { longitude, latitude };
  }

  /** Fills the frame with a part of the ground, with some of what is around it. */
  showBox(box: Parameters<typeof cameraOf>[0]): void {
    this.move(cameraOf(box, this.size.value, 2 * margin));
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
    if (x < margin || y < margin || x > width - margin || y > height - margin) this.move({ longitude: point[0], latitude: point[1] });
    return this.pointOf(...point);
  }

  /** The ground under a point. */
  spotAt({ x, y }: Point): Spot {
    const { west, north } = this.seen.value ?? { west: 0, north: 0 };
    const [longitude, latitude] = toDegrees(west + x * this.metres.value, north - y * this.metres.value);
    return { longitude, latitude };
  }

  private pointOf(longitude: number, latitude: number): Point {
    const [east, north] = toMercator(longitude, latitude);
    const seen = this.seen.value ?? { west: 0, north: 0 };
    return { x: (east - seen.west) / this.metres.value, y: (seen.north - north) / this.metres.value };
  }

  private move(change: Partial<Camera>): void {
    if (this.camera.value) go({ camera: rounded({ ...this.camera.value, ...change }) }, 'same');
  }
}

function rounded({ longitude, latitude, zoom }: Camera): Camera {
  return { longitude: Number(longitude.toFixed(4)), latitude: Number(latitude.toFixed(4)), zoom: Number(zoom.toFixed(2)) };
}
