import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Properties {
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  /** Said when what is written is refused. */
  readonly refusal: string;
  /** Takes what is written; false refuses it. */
  readonly add: (written: string) => boolean;
  /** What may be meant by what is written so far, as options. */
  readonly suggest?: (written: string) => ComponentChildren;
}

/** A line to write in, and a button that adds what is written. */
export function AddForm({ label, action, refusal, add, suggest }: Properties) {
  const id = useId();
  const written = useSignal('');
  const refused = useSignal(false);
  return (
    <>
      <form
        class="compare-row"
        onSubmit={event => {
          event.preventDefault();
          refused.value = !add(written.value);
          if (!refused.value) written.value = '';
        }}
      >
        <div class="ds-field">
          <label class="ds-label" data-weight="medium" for={id}>
            {label}
          </label>
          <input
            class="ds-input"
            id={id}
            list={suggest && `${id}-list`}
            autocomplete="off"
            value={written.value}
            aria-invalid={refused.value}
            aria-describedby={`${id}-refusal`}
            onInput={event => {
              written.value = event.currentTarget.value;
              refused.value = false;
            }}
          />
          {suggest && <datalist id={`${id}-list`}>{suggest(written.value)}</datalist>}
        </div>
        <button type="submit" class="ds-button" data-variant="secondary">
          {action}
        </button>
      </form>
      <p role="alert" id={`${id}-refusal`}>
        {refused.value && refusal}
      </p>
    </>
  );
}
