import { computed, type ReadonlySignal } from '@preact/signals';
import { type Outlines, readOutlines } from '../api/outlines';
import type { Ring } from '../api/rings';
import { readWaterTiles } from '../api/waterTiles';
import { extent, kommunerOver } from '../map/readings';
import { type Extent, toMercator } from '../picture/mercator';
import { pathOf } from '../picture/paths';
import { catalogue } from '../state/catalogue';
import { zoneSet } from '../state/chosen';
import { first, second } from '../state/pane';
import { type Reading, reading } from '../state/reading';
import { water } from '../state/water';

/** A picture of the zones in metres from the north-western corner of all of them, so that moving the map draws nothing anew. */
export interface Drawing extends Extent {
  readonly zoneSet: string;
  /** Of each zone, in the order of codes. */
  readonly paths: readonly string[];
}

/** Steps across the whole set at once: more would not be seen. */
const finest = 3600;

const outlines = outlinesOf(() => zoneSet.value?.key);
const kommuner = outlinesOf(() => (kommunerOver(first) ?? kommunerOver(second))?.key);

const waters = reading<readonly (readonly Ring[])[]>(() => {
  const box = extent.value;
  const version = catalogue.value.value?.version;
  return water.value.value && box && version !== undefined
    ? { key: box.join(), read: abort => readWaterTiles(box, version, abort) }
    : undefined;
});

/** The zones as they are drawn. */
export const drawing = computed<Drawing | undefined>(() => outlines.value.value && drawingOf(outlines.value.value));

/** Borders of kommuner as one path in the drawing; empty while they have not come. */
export const kommunePath = computed(() => pathOn(drawing.value, kommuner.value.value?.rings.flat() ?? []));

/** Water in the drawing, a path for each of its tiles: they overlap at their edges. */
export const waterPaths = computed(() => (waters.value.value ?? []).map(rings => pathOn(drawing.value, rings)));

function outlinesOf(set: () => string | undefined): ReadonlySignal<Reading<Outlines>> {
  return reading<Outlines>(() => {
    const key = set();
    const version = catalogue.value.value?.version;
    const whole = extent.value;
    if (!key || !whole || version === undefined) return undefined;
    const [[west], [east]] = [toMercator(whole[0], whole[1]), toMercator(whole[2], whole[3])];
    const tolerance = (east - west) / finest;
    return { key: `${key} ${tolerance}`, read: abort => readOutlines(key, tolerance, version, abort) };
  });
}

function pathOn(whole: Drawing | undefined, rings: readonly Ring[]): string {
  return whole ? pathOf(rings, whole, { width: whole.east - whole.west, height: whole.north - whole.south }) : '';
}

function drawingOf({ zoneSet, rings }: Outlines): Drawing {
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ring of rings.flat()) {
    for (let at = 0; at < ring.length; at += 2) {
      west = Math.min(west, ring[at]!);
      east = Math.max(east, ring[at]!);
      south = Math.min(south, ring[at + 1]!);
      north = Math.max(north, ring[at + 1]!);
    }
  }
  const whole = { west, south, east, north };
  return { ...whole, zoneSet, paths: rings.map(each => pathOf(each, whole, { width: east - west, height: north - south })) };
}
