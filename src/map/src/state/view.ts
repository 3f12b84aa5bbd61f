import { type ReadonlySignal, signal } from '@preact/signals';
import { readView, type View, writeView } from './address';

const current = signal<View>(readView(location.search));

/** What a person has chosen. Change it by `go`. */
export const view: ReadonlySignal<View> = current;

/** How long a choice waits for its address: about as long as a slow machine takes to draw it. */
const drawing = 250;

/** Set while the address is behind the view. */
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Changes the view and the address with it. The address follows when what was chosen has been drawn: a browser that draws by software takes as long for
 * its own address bar as for half of the map.
 * @param change What becomes different.
 * @param step `new`: one may come back here with the browser's back button. `same`: what is adjusted all the time, such as the camera.
 */
export function go(change: Partial<View>, step: 'new' | 'same' = 'new'): void {
  if (timer !== undefined) write('new');
  current.value = { ...current.peek(), ...change };
  if (step === 'same') write('same');
  else timer = setTimeout(write, drawing, 'new');
}

function write(step: 'new' | 'same'): void {
  clearTimeout(timer);
  timer = undefined;
  const address = addressOf(current.peek());
  if (address === location.href) return;
  if (step === 'new') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

/** The whole address of a view. */
export function addressOf(view: View): string {
  return location.origin + location.pathname + writeView(view) + location.hash;
}

addEventListener('popstate', () => {
  clearTimeout(timer);
  timer = undefined;
  current.value = readView(location.search);
});
