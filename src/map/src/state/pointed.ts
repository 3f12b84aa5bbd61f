import { computed, signal } from '@preact/signals';
import type { Within } from '../api/within';
import { column, shown } from './shown';
import { view } from './view';

/** A zone's place in the order of codes, from 0. */
export type ZonePlace = number;

/** The zone under the pointer, or that the keyboard stands on, and where on the map it was pointed at. */
export const pointed = signal<
  { readonly place: ZonePlace; readonly by: 'pointer' | 'keyboard'; readonly x: number; readonly y: number } | undefined
>(undefined);

/** The place of the zone whose panel is open; undefined if there is none, or the set has no such zone. */
export const selectedPlace = computed<ZonePlace | undefined>(() => {
  const place = view.value.zone === '' ? -1 : (column.value?.codes.indexOf(view.value.zone) ?? -1);
  return place < 0 ? undefined : place;
});

/** The kommune among whose zones the open zone is ranked; undefined: among all, such as where it lies elsewhere. */
export const rankedWithin = computed<Within | undefined>(() => {
  const within = shown.value.value?.within;
  return within?.inside[selectedPlace.value ?? -1] ? within : undefined;
});

/** The places of the zones that are picked for comparison, those that the set has. */
export const pickedPlaces = computed<readonly ZonePlace[]>(() => {
  const { compare, picked } = view.value;
  const codes = column.value?.codes;
  return compare === 'zones' && codes ? picked.map(code => codes.indexOf(code)).filter(place => place >= 0) : [];
});
