import { column } from '../state/chosen';
import type { ZonePlace } from '../state/pointed';
import { intervalText, remarkText, valueText } from '../text/values';

/** A zone's name, number, interval and remark, as briefly as they can be said. */
export function ZoneFacts({ place }: { readonly place: ZonePlace }) {
  const shown = column.value;
  if (!shown || place >= shown.codes.length) return null;
  const lines = [intervalText(shown, place), remarkText(shown, place)].filter(line => line !== '');
  return (
    <>
      <strong>{shown.names[place]}</strong>
      <span class="number">{valueText(shown, place)}</span>
      {lines.map(line => (
        <span key={line} class="quiet">
          {line}
        </span>
      ))}
    </>
  );
}
