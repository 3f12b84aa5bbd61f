import { addCorner, chooseZone, drawing, dropCorner, finishDrawing } from '../state/choosing';
import { pointed } from '../state/pointed';
import { column } from '../state/shown';
import type { MapCamera } from './camera';
import { type Direction, nextIn } from './neighbours';
import { places } from './readings';

/** What the keys need of a map, however it is drawn. */
export type Ground = Pick<MapCamera, 'panBy' | 'zoomBy' | 'nearestToMiddle' | 'reveal' | 'middle'>;

/** How far the map moves at a key, in pixels. */
const step = 120;

const directions: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
const pans: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [0, -step],
  down: [0, step],
  left: [-step, 0],
  right: [step, 0],
};

/** What a key does on the map: from zone to zone, into a zone, or the map itself. Says whether the key meant anything. */
export function press({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, map: Ground): boolean {
  const direction = directions[key];
  if (ctrlKey || metaKey || altKey) return false;
  if (direction && shiftKey) map.panBy(pans[direction]);
  else if (direction && drawing.value) map.panBy(pans[direction]);
  else if (direction) walk(direction, map);
  else if (key === '+') map.zoomBy(1);
  else if (key === '-') map.zoomBy(-1);
  else if (drawing.value) return draw(key, map);
  else if (key === 'Enter' && pointed.value) chooseZone(column.value?.codes[pointed.value.place] ?? '');
  else if (key === 'Escape' && pointed.value) pointed.value = undefined;
  else return false;
  return true;
}

/** What a key does while an area is drawn, with the cross in the middle of the map as the pen. */
function draw(key: string, map: Ground): boolean {
  const { longitude, latitude } = map.middle();
  if (key === ' ') addCorner(longitude, latitude);
  else if (key === 'Backspace') dropCorner();
  else if (key === 'Enter') finishDrawing();
  else if (key === 'Escape') drawing.value = undefined;
  else return false;
  return true;
}

/** Goes to the next zone; the first step goes to the zone nearest to the middle of the map. */
export function walk(direction: Direction, map: Ground): void {
  const known = places.value.value;
  if (!known) return;
  const from = pointed.value?.place;
  const to = from === undefined ? map.nearestToMiddle(known) : nextIn(direction, from, known);
  if (to === undefined) return;
  const at = map.reveal(known, to);
  if (at) pointed.value = { place: to, by: 'keyboard', ...at };
}
