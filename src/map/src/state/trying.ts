import { signal } from '@preact/signals';
import type { Subject } from '../api/column';
import { go } from './view';

const rest = 300;

/** What is shown while a slider moves, before it stands in the address: a browser takes only so many addresses a second. */
export const trying = signal<Subject | undefined>(undefined);

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows a subject at once, and lets the address follow when the hand rests. */
export function tryOut(subject: Subject): void {
  trying.value = subject;
  clearTimeout(timer);
  timer = setTimeout(() => {
    go({ subject }, 'same');
    trying.value = undefined;
  }, rest);
}
