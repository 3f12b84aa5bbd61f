import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Area } from '../state/address';
import { go } from '../state/view';
import { numbers, texts } from '../text/speech';
import { Select } from '../ui/Select';
import { longestArea, type Refusal, readArea, srids } from './area';

/** An area as text from elsewhere, such as a plan: WKT or GeoJSON. */
export function PasteArea() {
  const id = useId();
  const written = useSignal('');
  const srid = useSignal<Area['srid']>(4326);
  const refused = useSignal<Refusal | undefined>(undefined);
  const { compare } = texts.value;

  function take(): void {
    const read = readArea(written.value, srid.value);
    refused.value = typeof read === 'string' ? read : undefined;
    if (typeof read !== 'string') go({ area: read });
  }

  return (
    <details>
      <summary>{compare.paste}</summary>
      <form
        class="compare-paste"
        onSubmit={event => {
          event.preventDefault();
          take();
        }}
      >
        <div class="ds-field">
          <label class="ds-label" data-weight="medium" for={id}>
            {compare.pasteLabel}
          </label>
          <textarea
            class="ds-input"
            id={id}
            rows={4}
            spellcheck={false}
            value={written.value}
            aria-invalid={refused.value !== undefined}
            aria-describedby={`${id}-refused`}
            onInput={event => {
              written.value = event.currentTarget.value;
              refused.value = undefined;
            }}
          />
        </div>
        <Select
          label={compare.system}
          value={String(srid.value)}
          options={srids.map(each => ({ value: String(each), text: compare.systems[each] }))}
          choose={chosen => {
            srid.value = srids.find(each => String(each) === chosen) ?? 4326;
          }}
        />
        <p role="alert" id={`${id}-refused`}>
          {refused.value === 'unreadable' && compare.unreadable}
          {refused.value === 'tooLong' && compare.tooLong(numbers.value.count(longestArea))}
        </p>
        <button type="submit" class="ds-button" data-variant="secondary">
          {compare.use}
        </button>
      </form>
    </details>
  );
}
