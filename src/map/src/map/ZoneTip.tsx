import type { Pane } from '../state/pane';
import { pointed } from '../state/pointed';
import { factsOf } from '../text/values';
import { weighFacts } from '../weigh/sureness';

/** Names the zone that is pointed at, with its number. Screen readers are told by the announcer. */
export function ZoneTip({ pane }: { readonly pane: Pane }) {
  const at = pointed.value;
  const shown = pane.shown.value.value?.column;
  if (!at || !shown || at.place >= shown.codes.length) return null;
  const [name, value, ...more] = [...factsOf(shown, at.place), ...weighFacts(at.place, pane.shown.value.value)];
  return (
    <div class="zone-tip" style={{ insetInlineStart: `${at.x}px`, insetBlockStart: `${at.y}px` }} aria-hidden="true">
      <strong>{name}</strong>
      <span class="number">{value}</span>
      {more.map(fact => (
        <span key={fact} class="quiet">
          {fact}
        </span>
      ))}
    </div>
  );
}
