import { pickedPlaces } from '../state/pointed';
import { column } from '../state/shown';
import { go, view } from '../state/view';
import { texts } from '../text/speech';
import { AddForm } from './AddForm';

const mostSuggestions = 50;

/** Zones are picked here by name or code, and on the map and in the table just as well. */
export function PickZones() {
  const shown = column.value;
  const { compare } = texts.value;
  if (!shown) return null;
  const suggestions = (written: string) => {
    const wanted = written.trim().toLowerCase();
    return shown.names
      .map((name, place) => ({ name, code: shown.codes[place]! }))
      .filter(({ name, code }) => name.toLowerCase().includes(wanted) || code.startsWith(wanted));
  };

  function add(written: string): boolean {
    const { picked } = view.peek();
    const wanted = written.trim().toLowerCase();
    const fitting = suggestions(written);
    const exact = fitting.filter(({ name, code }) => name.toLowerCase() === wanted || code === wanted);
    const [found, ...others] = exact.length > 0 ? exact : fitting;
    if (wanted === '' || !found || others.length > 0) return false;
    if (!picked.includes(found.code)) go({ picked: [...picked, found.code] });
    return true;
  }

  return (
    <>
      <p class="quiet">{compare.pickHelp}</p>
      <AddForm
        label={compare.zoneName}
        action={compare.add}
        refusal={compare.unknownZone}
        add={add}
        suggest={written =>
          suggestions(written)
            .slice(0, mostSuggestions)
            .map(({ name, code }) => (
              <option key={code} value={name}>
                {code}
              </option>
            ))
        }
      />
      <ul class="chips" aria-label={compare.pickedZones}>
        {pickedPlaces.value.map(place => (
          <li key={shown.codes[place]}>
            {shown.names[place]}
            <button
              type="button"
              class="ds-button"
              data-variant="tertiary"
              data-size="sm"
              aria-label={compare.drop(shown.names[place]!)}
              title={compare.drop(shown.names[place]!)}
              onClick={() => go({ picked: view.peek().picked.filter(code => code !== shown.codes[place]) })}
            >
              <span aria-hidden="true">✕</span>
            </button>
          </li>
        ))}
      </ul>
      {pickedPlaces.value.length === 1 && <p class="quiet">{compare.pickOneMore}</p>}
    </>
  );
}
