import { computed, signal } from '@preact/signals';
import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import { readBounds } from '../api/boundaries';
import { readPlaces } from '../api/places';
import { catalogue } from '../state/catalogue';
import { zoneSet } from '../state/chosen';
import { covers } from '../state/divisions';
import { kommune, kommuneSet } from '../state/kommune';
import type { Pane } from '../state/pane';
import { reading } from '../state/reading';
import { shown } from '../state/shown';

/** Where the zone set lies. */
export const bounds = reading(() => {
  const set = zoneSet.value?.key;
  const version = catalogue.value.value?.version;
  return set && version !== undefined
    ? { key: set, read: async abort => ({ zoneSet: set, version, bounds: await readBounds(set, version, abort) }) }
    : undefined;
});

/** Where the map looks at first: at the chosen kommune, else at the whole zone set. */
export const extent = computed(() => kommune.value?.box ?? bounds.value.value?.bounds);

/** Zones whose names are written on the map: where each is makes many megabytes for a country. */
const mostNamed = 3_000;

/** Set once somebody goes over the map by keyboard: then the places of any number of zones are needed. */
export const placesWanted = signal(false);

/** Where each zone is: at once for as many as are named, else once that is wanted. */
export const places = reading(() => {
  const set = zoneSet.value;
  const version = catalogue.value.value?.version;
  const wanted = set && (placesWanted.value || (set.zoneCount <= mostNamed && shown.value.value !== undefined));
  return wanted && version !== undefined ? { key: set.key, read: () => readPlaces(set.key, version) } : undefined;
});

/** The kommuner whose borders are drawn over the zones of a pane: those of its time, unless they are the zones themselves. */
export function kommunerOver(pane: Pane): ZoneSet | undefined {
  const outlines = kommuneSet.value;
  const own = zoneSet.value?.key;
  return outlines && own !== undefined && outlines.key !== own && covers(outlines, pane.period.value) ? outlines : undefined;
}
