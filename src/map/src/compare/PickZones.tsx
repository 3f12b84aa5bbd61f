import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { pickedPlaces } from '../state/pointed';
import { column } from '../state/shown';
import { go, view } from '../state/view';
import { texts } from '../text/speech';

const mostSuggestions = 50;

/** Zones are picked here by name or code, and on the map and in the table just as well. */
export function PickZones() {
  const id = useId();
  const written = useSignal('');
  const unknown = useSignal(false);
  const shown = column.value;
  const { compare } = texts.value;
  if (!shown) return null;
  const wanted = written.value.trim().toLowerCase();
  const suggestions = shown.names
    .map((name, place) => ({ name, code: shown.codes[place]! }))
    .filter(({ name, code }) => name.toLowerCase().includes(wanted) || code.startsWith(wanted));

  function add(): void {
    const { picked } = view.peek();
    const exact = suggestions.filter(({ name, code }) => name.toLowerCase() === wanted || code === wanted);
    const [found, ...others] = exact.length > 0 ? exact : suggestions;
    unknown.value = wanted === '' || !found || others.length > 0;
    if (unknown.value) return;
    if (!picked.includes(found!.code)) go({ picked: [...picked, found!.code] });
    written.value = '';
  }

  return (
    <>
      <p class="quiet">{compare.pickHelp}</p>
      <form
        class="compare-row"
        onSubmit={event => {
          event.preventDefault();
          add();
        }}
      >
        <div class="ds-field">
          <label class="ds-label" data-weight="medium" for={id}>
            {compare.zoneName}
          </label>
          <input
            class="ds-input"
            id={id}
            list={`${id}-zones`}
            autocomplete="off"
            value={written.value}
            aria-invalid={unknown.value}
            aria-describedby={`${id}-unknown`}
            onInput={event => {
              written.value = event.currentTarget.value;
              unknown.value = false;
            }}
          />
          <datalist id={`${id}-zones`}>
            {suggestions.slice(0, mostSuggestions).map(({ name, code }) => (
              <option key={code} value={name}>
                {code}
              </option>
            ))}
          </datalist>
        </div>
        <button type="submit" class="ds-button" data-variant="secondary">
          {compare.add}
        </button>
      </form>
      <p role="alert" id={`${id}-unknown`}>
        {unknown.value && compare.unknownZone}
      </p>
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
