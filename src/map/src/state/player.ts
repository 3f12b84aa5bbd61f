import { effect, signal } from '@preact/signals';
import { period, subject } from './chosen';
import { goToPeriod } from './periodStep';
import { shown } from './shown';
import { go, view } from './view';

/** How long a year stays, in milliseconds: long enough to see what changed. */
const stay = 1_500;

/** Whether the years go by of themselves. It stands in no address: nobody wants to be sent a map that runs. */
export const playing = signal(false);

/** Starts at the year shown, or over again at the oldest. All years get the same classes, or changes of colour would mean nothing. */
export function play(): void {
  const periods = subject.value?.periods ?? [];
  go({ scale: 'all' });
  if (period.value === periods.at(-1)) goToPeriod(periods[0] ?? '', 'same');
  playing.value = true;
}

export function pause(): void {
  playing.value = false;
}

/** Goes so many years on; it stays where there are no more. */
export function step(by: number): void {
  const next = beside(by);
  if (next !== undefined) goToPeriod(next);
}

/** The year so many places from the one shown. */
export function beside(by: number): string | undefined {
  const periods = subject.value?.periods ?? [];
  const at = periods.indexOf(period.value);
  return at < 0 ? undefined : periods[at + by];
}

// The next year waits until this one is on the map, however slow the service is.
effect(() => {
  if (!playing.value) return;
  const { value, busy, fault } = shown.value;
  const next = beside(1);
  const stands = view.value.layout === 'map' || view.value.layout === 'table';
  if (next === undefined || fault || !stands) {
    playing.value = false;
    return;
  }
  if (busy || value?.column.name.period !== period.value) return;
  const timer = setTimeout(() => goToPeriod(next, 'same'), stay);
  return () => clearTimeout(timer);
});
