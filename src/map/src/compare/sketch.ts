import { computed } from '@preact/signals';
import { toDegrees } from '../map/utm';
import type { Area } from '../state/address';
import { drawing } from '../state/choosing';
import { view } from '../state/view';
import { type Corner, polygonsOf } from './area';

/** What the map draws of the area that is compared, in degrees: its polygons, and its corners while it is drawn. */
export interface Sketch {
  readonly polygons: readonly (readonly (readonly Corner[])[])[];
  readonly corners: readonly Corner[];
}

export const sketch = computed<Sketch | undefined>(() => {
  const { compare, area } = view.value;
  if (compare !== 'area') return undefined;
  const corners = drawing.value;
  if (corners) return { polygons: corners.length < 2 ? [] : [[[...corners, corners[0]!]]], corners };
  return (
    area && { polygons: polygonsOf(area).map(rings => rings.map(ring => ring.map(corner => degreesOf(corner, area.srid)))), corners: [] }
  );
});

function degreesOf([x, y]: Corner, srid: Area['srid']): Corner {
  if (srid === 25833) return toDegrees(x, y, 33);
  if (srid === 25832) return toDegrees(x, y, 32);
  if (srid === 4326) return [x, y];
  const radius = 6_378_137;
  return [(x / radius) * (180 / Math.PI), (Math.atan(Math.sinh(y / radius)) * 180) / Math.PI];
}
