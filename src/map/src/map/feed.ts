import { computed, effect, untracked } from '@preact/signals';
import { sketch } from '../compare/sketch';
import { palette } from '../legend/palette';
import { shade } from '../legend/shade';
import { catalogue } from '../state/catalogue';
import { drawing } from '../state/choosing';
import { zoneSet } from '../state/chosen';
import { wanted } from '../state/looking';
import { first, type Pane } from '../state/pane';
import { pickedPlaces, pointed, selectedPlace } from '../state/pointed';
import { baseMap } from '../state/settings';
import { column } from '../state/shown';
import { view } from '../state/view';
import { water } from '../state/water';
import { depends } from '../weigh/sureness';
import { few } from './awake';
import type { MapCamera } from './camera';
import { bounds, extent, kommunerOver, places } from './readings';
import type { ZoneMap } from './zoneMap';

/** Keeps a map at what a pane shows, from signals, wherever it looks; the answers end it. */
export function feed(map: ZoneMap, pane: Pane): (() => void)[] {
  return [
    when(
      () => (bounds.value.value?.zoneSet === zoneSet.value?.key ? bounds.value.value : undefined),
      where => where && map.showZones(where, !few.value, palette.value),
    ),
    when(
      () => kommunerOver(pane)?.key,
      kommuner => {
        const version = catalogue.value.value?.version;
        map.showKommuner(kommuner !== undefined && version !== undefined ? { zoneSet: kommuner, version } : undefined, palette.value);
      },
    ),
    when(
      () => (bounds.value.value?.zoneSet === pane.shown.value.value?.column.name.zoneSet ? pane.shown.value.value : undefined),
      shown => shown && map.zones.paint(shade(shown.column, shown.classes, shown.within?.inside), shown.classes),
    ),
    when(
      () => (places.value.value?.zoneSet === zoneSet.value?.key ? places.value.value : undefined),
      where => map.showNames(where, palette.value),
    ),
    when(
      () => palette.value,
      colours => map.colour(colours),
    ),
    when(
      () => pane.boundaries.value.value,
      boundaries => boundaries && map.showBoundaries(boundaries, palette.value),
    ),
    when(
      // Deciles are those of the zones that are drawn.
      () => (pane === first && bounds.value.value?.zoneSet === column.value?.name.zoneSet ? depends.value : undefined),
      hatched => map.zones.hatch(hatched),
    ),
    when(
      () => selectedPlace.value,
      place => map.marks.mark('selected', listed(place)),
    ),
    when(
      () => pointed.value?.place,
      place => map.marks.mark('pointed', listed(place)),
    ),
    when(
      () => pickedPlaces.value,
      places => map.marks.mark('picked', places),
    ),
    when(
      () => drawing.value !== undefined,
      drawn => map.drawing(drawn),
    ),
    when(
      () => sketch.value,
      area => map.showSketch(area, palette.value),
    ),
    when(
      () => view.value.spot,
      spot => map.showSpot(spot, palette.value),
    ),
    when(
      () => (water.value.value ? catalogue.value.value?.version : undefined),
      version => version !== undefined && map.showWater(version),
    ),
    when(
      () => baseMap.value,
      shown => map.showBaseMap(shown),
    ),
  ];
}

/** Sends a map where the page wants to look; the answers end it. */
export function looks(camera: MapCamera): (() => void)[] {
  return [
    when(
      () => (view.value.camera === undefined ? extent.value : undefined),
      box => box && camera.fit(box),
    ),
    when(
      () => wanted.value,
      box => {
        if (box) camera.showBox(box);
        wanted.value = undefined;
      },
    ),
  ];
}

/** Acts at once, and then whenever what is read has become another: a map is drawn anew for the least change. */
function when<T>(read: () => T, act: (value: T) => void): () => void {
  const value = computed(read);
  return effect(() => {
    const now = value.value;
    untracked(() => act(now));
  });
}

function listed(place: number | undefined): number[] {
  return place === undefined ? [] : [place];
}
