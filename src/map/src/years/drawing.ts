import type { Classes } from '../api/classes';
import type { Outlines } from '../api/outlines';
import type { Ring } from '../api/rings';
import { drawPattern } from '../legend/patterns';
import { outside, paintOf } from '../legend/shade';
import { drawWater } from '../legend/water';

/** Zones as paths in the pixels of one picture size, so that the pictures of all years share them. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly paths: readonly Path2D[];
  /** What covers the zones' colours and not their borders. */
  readonly water: Path2D;
}

/**
 * Lays outlines into a picture, as large as it takes.
 * @param inside By zone, whether it is drawn; undefined for all.
 * @param waters Outlines of water, where there is any.
 */
export function layOut(
  { rings: all }: Outlines,
  inside: readonly boolean[] | undefined,
  waters: readonly Ring[],
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
  return { width, height, paths: zones.map(pathOf), water: pathOf(waters) };

  function pathOf(rings: readonly Ring[]): Path2D {
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
  }
}

/**
 * Draws zones by their classes, water over them, and borders over that.
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
  const { ground, ink } = classes.pattern_look;
  const fills = new Map<number, string | CanvasPattern>(classes.classes.map(({ colour }, place) => [place, colour]));
  for (const { pattern, zones } of classes.without_number) {
    if (zones > 0) fills.set(paintOf(pattern), repeated(pen, drawPattern(pattern, ground, ink, density)));
  }
  pen.clearRect(0, 0, drawing.width, drawing.height);
  const drawn = drawing.paths.map((path, zone) => ({ path, paint: shading[zone]! })).filter(({ paint }) => paint !== outside);
  for (const { path, paint } of drawn) {
    pen.fillStyle = fills.get(paint)!;
    pen.fill(path, 'evenodd');
  }
  pen.fillStyle = repeated(pen, drawWater(density));
  pen.fill(drawing.water, 'evenodd');
  pen.strokeStyle = border;
  pen.lineWidth = 0.5 * density;
  for (const { path } of drawn) pen.stroke(path);
}

function repeated(pen: CanvasRenderingContext2D, image: ImageData): CanvasPattern {
  const tile = document.createElement('canvas');
  [tile.width, tile.height] = [image.width, image.height];
  tile.getContext('2d')!.putImageData(image, 0, 0);
  return pen.createPattern(tile, 'repeat')!;
}
