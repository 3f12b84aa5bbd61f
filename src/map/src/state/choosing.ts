import { signal } from '@preact/signals';
import { areaOf, type Corner } from '../compare/area';
import { go, view } from './view';

/** Corners of an area while it is drawn, longitude and latitude; undefined when nobody draws. Only a finished area stands in the address. */
export const drawing = signal<readonly Corner[] | undefined>(undefined);

/** A zone was chosen, on the map or in a list: while zones are picked for comparison it is picked or dropped, else its panel opens. */
export function chooseZone(code: string): void {
  const { compare, picked } = view.peek();
  if (compare !== 'zones') go({ zone: code, compare: '' });
  else if (code !== '') go({ picked: picked.includes(code) ? picked.filter(other => other !== code) : [...picked, code] });
}

/** Adds a corner to what is drawn; the same corner twice, as by a double click, counts once. */
export function addCorner(longitude: number, latitude: number): void {
  const corner: Corner = [round(longitude), round(latitude)];
  const corners = drawing.value ?? [];
  if (String(corners.at(-1)) !== String(corner)) drawing.value = [...corners, corner];
}

/** Takes the last corner away. */
export function dropCorner(): void {
  drawing.value = drawing.value?.slice(0, -1);
}

/** Closes what is drawn into an area. With fewer than three corners there is none yet. */
export function finishDrawing(): void {
  const area = areaOf(drawing.value ?? []);
  if (!area) return;
  drawing.value = undefined;
  go({ area });
}

/** A tenth of a metre. */
function round(degrees: number): number {
  return Number(degrees.toFixed(6));
}
