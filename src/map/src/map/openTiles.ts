import { palette } from '../legend/palette';
import type { Hands } from '../plain/Hands';
import { addCorner, chooseZone, drawing, finishDrawing } from '../state/choosing';
import { first, type Pane } from '../state/pane';
import { pointed } from '../state/pointed';
import { giveUpBaseMap } from '../state/settings';
import { column } from '../state/shown';
import { until } from '../state/until';
import { go } from '../state/view';
import { few } from './awake';
import type { CameraLink } from './cameraLink';
import { feed, looks } from './feed';
import { ZoneMap } from './zoneMap';

interface Wanted {
  readonly pane: Pane;
  /** The maps that look where this one looks. */
  readonly link: CameraLink | undefined;
  /** The light map that lies over this one until it has been drawn. */
  readonly light: Hands;
}

/**
 * Opens a map by MapLibre in a frame of the page. It takes over from the light map unseen: when it shows the same, and no hand is on the map.
 * @param ending Takes the map away again, also one that is not there yet.
 * @returns The map once it lies open; undefined if it was ended before.
 */
export async function openTiles(ground: HTMLElement, { pane, link, light }: Wanted, ending: AbortSignal): Promise<ZoneMap | undefined> {
  // Drawn on before there is somewhere to look, it would ask for tiles of the whole world.
  await until(() => light.frame.camera.value !== undefined);
  if (ending.aborted) return undefined;
  const map = await ZoneMap.open(ground, light.frame.camera.peek(), palette.peek(), events);
  link?.join(map.camera);
  const stops = feed(map, pane);
  const end = () => {
    for (const stop of stops) stop();
    link?.leave(map.camera);
    map.remove();
  };
  if (ending.aborted) end();
  else ending.addEventListener('abort', end);
  if (!link) await takeOver(map, light, ending);
  if (ending.aborted) return undefined;
  // Where to look is said once: linked maps follow.
  if (pane === first) stops.push(...looks(map.camera));
  return map;
}

/** Waits until a map is drawn where the light map looks, and no hand is on that. */
async function takeOver(map: ZoneMap, light: Hands, ending: AbortSignal): Promise<void> {
  while (few.peek() && !ending.aborted) {
    await until(() => !light.busy.value);
    const camera = light.frame.camera.peek();
    if (camera) map.camera.follow(camera);
    await map.drawn();
    if (camera === light.frame.camera.peek()) return;
  }
}

const events: Parameters<typeof ZoneMap.open>[3] = {
  pointAt: (place, x, y) => {
    pointed.value = place === undefined ? undefined : { place, by: 'pointer', x, y };
  },
  press: (place, longitude, latitude) => {
    if (drawing.peek()) addCorner(longitude, latitude);
    else if (place !== undefined) chooseZone(column.peek()?.codes[place] ?? '');
  },
  pressTwice: () => {
    const drawn = drawing.peek() !== undefined;
    if (drawn) finishDrawing();
    return drawn;
  },
  look: camera => go({ camera }, 'same'),
  baseMapAway: giveUpBaseMap,
};
