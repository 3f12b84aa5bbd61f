import { type ReadonlySignal, signal } from '@preact/signals';
import { readView, type View, writeView } from './address';

const current = signal<View>(readView(location.search));

/** What a person has chosen. Change it by `go`. */
export const view: ReadonlySignal<View> = current;

/**
 * Changes the view and the address with it.
 * @param change What becomes different.
 * @param step `new`: one may come back here with the browser's back button. `same`: what is adjusted all the time, such as the camera.
 */
export function go(change: Partial<View>, step: 'new' | 'same' = 'new'): void {
  const next = { ...current.peek(), ...change };
  const address = location.pathname + writeView(next) + location.hash;
  if (address !== location.pathname + location.search + location.hash) {
    if (step === 'new') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }
  current.value = next;
}

addEventListener('popstate', () => {
  current.value = readView(location.search);
});
