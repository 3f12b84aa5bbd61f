import { computed, signal } from '@preact/signals';
import { column } from './chosen';
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

/** The places of the zones that are picked for comparison, those that the set has. */
export const pickedPlaces = computed<readonly ZonePlace[]>(() => {
  const { compare, picked } = view.value;
  const codes = column.value?.codes;
  return compare === 'zones' && codes ? picked.map(code => codes.indexOf(code)).filter(place => place >= 0) : [];
});
