import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Close } from './Close';
import './dialog.css';

interface Properties {
  readonly title: string;
  /** Told when it has closed: by its button, by Escape, by the browser. */
  readonly closed: () => void;
  readonly children: ComponentChildren;
}

/** A sheet over the page, the browser's own: it holds the focus, Escape closes it, and the focus goes back where it was. */
export function Dialog({ title, closed, children }: Properties) {
  const id = useId();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current!.showModal(), []);
  return (
    <dialog class="ds-dialog" ref={sheet} aria-labelledby={id} onClose={closed}>
      <div class="dialog-head">
        <h2 class="ds-heading" data-size="sm" id={id}>
          {title}
        </h2>
        <Close close={() => sheet.current!.close()} />
      </div>
      {children}
    </dialog>
  );
}
