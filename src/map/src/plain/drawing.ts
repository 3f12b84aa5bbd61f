import { computed } from '@preact/signals';
import { type Outlines, readOutlines } from '../api/outlines';
import { extent } from '../map/readings';
import { type Extent, toMercator } from '../picture/mercator';
import { pathOf } from '../picture/paths';
import { catalogue } from '../state/catalogue';
import { zoneSet } from '../state/chosen';
import { reading } from '../state/reading';

/** A picture of the zones in metres from the north-western corner of all of them, so that moving the map draws nothing anew. */
export interface Drawing extends Extent {
  /** Of each zone, in the order of codes. */
  readonly paths: readonly string[];
}

/** Steps across the whole set at once: more would not be seen. */
const finest = 3600;

const outlines = reading<Outlines>(() => {
  const set = zoneSet.value;
  const version = catalogue.value.value?.version;
  const whole = extent.value;
  if (!set || !whole || version === undefined) return undefined;
  const [[west], [east]] = [toMercator(whole[0], whole[1]), toMercator(whole[2], whole[3])];
  const tolerance = (east - west) / finest;
  return { key: `${set.key} ${tolerance}`, read: abort => readOutlines(set.key, tolerance, version, abort) };
});

/** The zones as they are drawn. */
export const drawing = computed<Drawing | undefined>(() => outlines.value.value && drawingOf(outlines.value.value));

function drawingOf({ rings }: Outlines): Drawing {
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
  return { ...whole, paths: rings.map(each => pathOf(each, whole, { width: east - west, height: north - south })) };
}
