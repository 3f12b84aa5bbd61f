import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './story.css';

/** A part of the panel, with its heading. */
export function Section({
  title,
  busy,
  children,
}: {
  readonly title: string;
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} aria-busy={busy}>
      <h3 class="ds-heading" data-size="2xs" id={id}>
        {title}
      </h3>
      {children}
    </section>
  );
}
