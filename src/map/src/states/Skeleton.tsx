import { texts } from '../text/speech';

/** Grey lines in place of what is on its way. */
export function Skeleton({ lines }: { readonly lines: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="ds-sr-only">{texts.value.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="ds-skeleton" data-variant="text" aria-hidden="true" />
      ))}
    </div>
  );
}
