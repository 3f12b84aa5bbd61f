import { baseMap, baseMapAway } from '../state/settings';
import { texts } from '../text/speech';
import { lacking } from './awake';

/** Whose base map it is, that it did not come, or why the map is drawn in a simpler way. */
export function MapNote() {
  const { baseMap: words, noWebGl, faults } = texts.value;
  const attribution = lacking.value ? undefined : baseMap.value?.attribution;
  const lack = { webGl: noWebGl, file: faults.partAway };
  const said = attribution ?? (lacking.value ? lack[lacking.value] : baseMapAway.value ? words.away : '');
  return (
    <p class={said ? `map-note quiet${attribution ? '' : ' is-passing'}` : 'ds-sr-only'} role="status">
      {said}
    </p>
  );
}
