import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Close } from './Close';

interface Properties {
  readonly title: string;
  /** What the panel is of; another one is opened anew. */
  readonly of: string;
  /** For what needs room, such as tables beside the map. */
  readonly wide?: boolean;
  /** Beside another panel where there is room for two, and under it where there is not. */
  readonly under?: boolean;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/**
 * What is opened beside the map: to its right, or over its lower part where the screen is narrow. Its title takes the focus when it is opened;
 * Escape closes it, and what opened it gets the focus back.
 */
export function Panel({ title, of, wide, under, close, children }: Properties) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // A panel that the address opens leaves the focus where every page begins.
  const asked = useRef(document.activeElement !== document.body);
  useEffect(() => {
    const opener = document.activeElement;
    if (asked.current) heading.current?.focus({ preventScroll: true });
    asked.current = true;
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [of]);
  return (
    <aside
      class={['panel', wide && 'is-wide', under && 'is-under'].filter(Boolean).join(' ')}
      aria-labelledby={id}
      onKeyDown={event => event.key === 'Escape' && close()}
    >
      <div class="panel-head">
        <h2 class="ds-heading" data-size="xs" id={id} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <Close close={close} />
      </div>
      {children}
    </aside>
  );
}
