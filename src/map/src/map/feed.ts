import { effect } from '@preact/signals';
import { sketch } from '../compare/sketch';
import { palette } from '../legend/palette';
import { shade } from '../legend/shade';
import { catalogue } from '../state/catalogue';
import { zoneSet } from '../state/chosen';
import { wanted } from '../state/looking';
import { first, type Pane } from '../state/pane';
import { pickedPlaces, pointed, selectedPlace } from '../state/pointed';
import { baseMap } from '../state/settings';
import { column } from '../state/shown';
import { view } from '../state/view';
import { water } from '../state/water';
import { depends } from '../weigh/sureness';
import type { MapCamera } from './camera';
import { bounds, extent, kommunerOver, places } from './readings';
import type { ZoneMap } from './zoneMap';

/** Keeps a map at what a pane shows, from signals; the answers end it. */
export function feed(map: ZoneMap, pane: Pane): (() => void)[] {
  return [
    // Where to look is said once: linked maps follow.
    ...(pane === first ? looks(map.camera) : []),
    effect(() => {
      const where = bounds.value.value;
      if (where && where.zoneSet === zoneSet.value?.key) map.showZones(where, palette.peek());
    }),
    effect(() => {
      const outlines = kommunerOver(pane);
      const version = catalogue.value.value?.version;
      if (version !== undefined) map.showKommuner(outlines && { zoneSet: outlines.key, version }, palette.peek());
    }),
    effect(() => {
      const painted = pane.shown.value.value;
      if (painted && bounds.value.value?.zoneSet === painted.column.name.zoneSet)
        map.zones.paint(shade(painted.column, painted.classes, painted.within?.inside), painted.classes);
    }),
    effect(() => {
      const where = places.value.value;
      const names = pane.shown.value.value?.column;
      const match = where?.zoneSet === names?.name.zoneSet;
      map.showNames(match ? where : undefined, (match && names?.names) || [], palette.peek());
    }),
    effect(() => map.colour(palette.value)),
    effect(() => {
      const drawn = pane.boundaries.value.value;
      if (drawn) map.showBoundaries(drawn, palette.peek());
    }),
    effect(() => {
      // Deciles are those of the zones that are drawn.
      const where = bounds.value.value;
      map.zones.hatch(pane === first && where?.zoneSet === column.value?.name.zoneSet ? depends.value : undefined);
    }),
    effect(() => map.zones.mark('selected', selectedPlace.value)),
    effect(() => map.zones.mark('pointed', pointed.value?.place)),
    effect(() => map.zones.pick(pickedPlaces.value)),
    effect(() => map.showSketch(sketch.value, palette.peek())),
    effect(() => map.showSpot(view.value.spot, palette.peek())),
    effect(() => {
      const version = catalogue.value.value?.version;
      if (water.value.value && version !== undefined) map.showWater(version);
    }),
    effect(() => map.showBaseMap(baseMap.value)),
  ];
}

/** Sends a map where the page wants to look. */
function looks(camera: MapCamera): (() => void)[] {
  return [
    effect(() => {
      if (extent.value && view.value.camera === undefined) camera.fit(extent.value);
    }),
    effect(() => {
      if (!wanted.value) return;
      camera.showBox(wanted.value);
      wanted.value = undefined;
    }),
  ];
}
