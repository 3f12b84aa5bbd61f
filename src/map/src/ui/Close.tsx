import { texts } from '../text/speech';

/** The cross that closes what it stands in. */
export function Close({ close }: { readonly close: () => void }) {
  return (
    <button
      type="button"
      class="ds-button"
      data-variant="tertiary"
      aria-label={texts.value.close}
      title={texts.value.close}
      onClick={close}
    >
      <span aria-hidden="true">✕</span>
    </button>
  );
}
