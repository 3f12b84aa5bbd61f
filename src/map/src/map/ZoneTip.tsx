import { column } from '../state/chosen';
import { pointed } from '../state/pointed';
import { factsOf } from '../text/values';

/** Names the zone that is pointed at, with its number. Screen readers are told by the announcer. */
export function ZoneTip() {
  const at = pointed.value;
  const shown = column.value;
  if (!at || !shown || at.place >= shown.codes.length) return null;
  const [name, value, ...more] = factsOf(shown, at.place);
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
