import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { texts } from '../text/speech';

/** A text with a button that copies it. */
export function Copyable({ label, text }: { readonly label: string; readonly text: string }) {
  const id = useId();
  const copied = useSignal<'' | 'done' | 'refused'>('');
  const { share } = texts.value;
  return (
    <div class="ds-field">
      <label class="quiet" for={id}>
        {label}
      </label>
      <div class="share-copy">
        <input id={id} class="ds-input" type="text" readOnly value={text} onFocus={event => event.currentTarget.select()} />
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() =>
            navigator.clipboard.writeText(text).then(
              () => {
                copied.value = 'done';
              },
              () => {
                copied.value = 'refused';
              },
            )
          }
        >
          {share.copy}
        </button>
      </div>
      <p class="quiet" role="status">
        {copied.value === 'done' ? share.copied : copied.value === 'refused' ? share.notCopied : ''}
      </p>
    </div>
  );
}
