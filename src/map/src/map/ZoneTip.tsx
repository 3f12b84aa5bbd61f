import { pointed } from '../state/pointed';
import { ZoneFacts } from '../zone/ZoneFacts';

/** Names the zone that is pointed at, with its number. */
export function ZoneTip() {
  const at = pointed.value;
  if (!at) return null;
  return (
    <div class="zone-tip" style={{ insetInlineStart: `${at.x}px`, insetBlockStart: `${at.y}px` }} aria-hidden="true">
      <ZoneFacts place={at.place} />
    </div>
  );
}
