import { type Classes, type Pattern, patterns } from '../api/classes';
import type { Outlines } from '../api/outlines';
import { drawPattern } from '../legend/patterns';
import { outside } from '../legend/shade';

/** Zones as paths in the pixels of one picture size, so that the pictures of all years share them. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly paths: readonly Path2D[];
}

/**
 * Lays outlines into a picture, as large as it takes.
 * @param inside By zone, whether it is drawn; undefined for all.
 */
export function layOut(
  { rings: all }: Outlines,
  inside: readonly boolean[] | undefined,
  width: number,
  height: number,
  margin: number,
): Drawing {
  const zones = all.map((rings, zone) => (inside && !inside[zone] ? [] : rings));
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ring of zones.flat()) {
    for (let at = 0; at < ring.length; at += 2) {
      west = Math.min(west, ring[at]!);
      east = Math.max(east, ring[at]!);
      south = Math.min(south, ring[at + 1]!);
      north = Math.max(north, ring[at + 1]!);
    }
  }
  const scale = Math.min((width - 2 * margin) / (east - west), (height - 2 * margin) / (north - south));
  const [left, top] = [(width - scale * (east - west)) / 2, (height - scale * (north - south)) / 2];
  const paths = zones.map(rings => {
    const path = new Path2D();
    for (const ring of rings) {
      for (let at = 0; at < ring.length; at += 2) {
        const [x, y] = [left + scale * (ring[at]! - west), top + scale * (north - ring[at + 1]!)];
        if (at === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
      path.closePath();
    }
    return path;
  });
  return { width, height, paths };
}

/**
 * Draws zones by their classes.
 * @param shading For each zone its class, or below 0 its pattern.
 * @param density Pixels of the picture to one of the page.
 */
export function draw(
  pen: CanvasRenderingContext2D,
  drawing: Drawing,
  shading: Int8Array,
  classes: Classes,
  border: string,
  density: number,
): void {
  const fills = new Map<number, string | CanvasPattern>(classes.classes.map(({ colour }, place) => [place, colour]));
  for (const { pattern, zones } of classes.without_number) {
    if (zones > 0) fills.set(-1 - patterns.indexOf(pattern), patternOf(pen, pattern, classes, density));
  }
  pen.clearRect(0, 0, drawing.width, drawing.height);
  pen.strokeStyle = border;
  pen.lineWidth = 0.5 * density;
  drawing.paths.forEach((path, zone) => {
    if (shading[zone] === outside) return;
    pen.fillStyle = fills.get(shading[zone]!)!;
    pen.fill(path, 'evenodd');
    pen.stroke(path);
  });
}

function patternOf(
  pen: CanvasRenderingContext2D,
  pattern: Pattern,
  { pattern_look: { ground, ink } }: Classes,
  density: number,
): CanvasPattern {
  const image = drawPattern(pattern, ground, ink, density);
  const tile = document.createElement('canvas');
  [tile.width, tile.height] = [image.width, image.height];
  tile.getContext('2d')!.putImageData(image, 0, 0);
  return pen.createPattern(tile, 'repeat')!;
}
