import { baseMap, baseMapAway } from '../state/settings';
import { texts } from '../text/speech';

/** Whose base map it is, or that it did not come. */
export function BaseMapNote() {
  const said = baseMap.value ? baseMap.value.attribution : baseMapAway.value ? texts.value.baseMap.away : '';
  return (
    <p class={said ? 'map-note quiet' : 'ds-sr-only'} role="status">
      {said}
    </p>
  );
}
