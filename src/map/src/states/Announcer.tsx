import { nameOf } from '../choose/subjects';
import { period, subject } from '../state/chosen';
import { pointed } from '../state/pointed';
import { column, shown } from '../state/shown';
import { texts } from '../text/speech';
import { factsOf } from '../text/values';
import { weighFacts } from '../weigh/sureness';

/** Tells a screen reader what the map shows now, once the numbers are there, and the zone that the keyboard has come to. */
export function Announcer() {
  const { busy, value } = shown.value;
  const at = pointed.value?.by === 'keyboard' ? pointed.value.place : undefined;
  return (
    <>
      <p class="ds-sr-only" role="status" aria-live="polite">
        {!busy && value && subject.value ? texts.value.loaded(nameOf(subject.value), period.value) : ''}
      </p>
      <p class="ds-sr-only" role="status" aria-live="polite">
        {at !== undefined && column.value ? [...factsOf(column.value, at), ...weighFacts(at)].join(', ') : ''}
      </p>
    </>
  );
}
