import type { Box } from '../api/zones';
import type { Camera } from '../state/address';

/** Half of the world's width in Web Mercator, in metres. */
export const half = 20_037_508.342789244;

/** What a picture shows, in metres of Web Mercator. */
export interface Extent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function toMercator(longitude: number, latitude: number): [number, number] {
  const y = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / Math.PI;
  return [(longitude / 180) * half, y * half];
}

export function toDegrees(x: number, y: number): [number, number] {
  return [(x / half) * 180, (Math.atan(Math.sinh((y / half) * Math.PI)) * 180) / Math.PI];
}

/** What a map of this size shows with a camera; MapLibre's world is 512 pixels wide at zoom 0. */
export function extentOf({ longitude, latitude, zoom }: Camera, { width, height }: Size): Extent {
  const [x, y] = toMercator(longitude, latitude);
  const metres = (2 * half) / (512 * 2 ** zoom);
  const [across, up] = [(metres * width) / 2, (metres * height) / 2];
  return { west: x - across, south: y - up, east: x + across, north: y + up };
}

/** An extent in degrees. */
export function boxOf({ west, south, east, north }: Extent): Box {
  return [...toDegrees(west, south), ...toDegrees(east, north)];
}

/** The camera that shows a box in a map of this size, with some of what is around it. */
export function cameraOf([west, south, east, north]: Box, { width, height }: Size, padding = 24): Camera {
  const [left, bottom] = toMercator(west, south);
  const [right, top] = toMercator(east, north);
  const metres = Math.max((right - left) / Math.max(width - 2 * padding, 1), (top - bottom) / Math.max(height - 2 * padding, 1), 0.1);
  const [longitude, latitude] = toDegrees((left + right) / 2, (bottom + top) / 2);
  return { longitude, latitude, zoom: Math.log2((2 * half) / (512 * metres)) };
}
