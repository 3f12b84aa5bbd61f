import { nameOf } from '../choose/Choices';
import { period, shown, subject } from '../state/chosen';
import { texts } from '../text/speech';

/** Tells a screen reader what the map shows now, once the numbers are there. */
export function Announcer() {
  const { busy, value } = shown.value;
  const said = !busy && value && subject.value ? texts.value.loaded(nameOf(subject.value), period.value) : '';
  return (
    <p class="ds-sr-only" role="status" aria-live="polite">
      {said}
    </p>
  );
}
