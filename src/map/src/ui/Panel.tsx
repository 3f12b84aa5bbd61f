import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { texts } from '../text/speech';

interface Properties {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** What is opened beside the map: to its right, or over its lower part where the screen is narrow. Escape closes it. */
export function Panel({ title, close, children }: Properties) {
  const id = useId();
  return (
    <aside class="panel" aria-labelledby={id} onKeyDown={event => event.key === 'Escape' && close()}>
      <div class="panel-head">
        <h2 class="ds-heading" data-size="xs" id={id}>
          {title}
        </h2>
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
      </div>
      {children}
    </aside>
  );
}
