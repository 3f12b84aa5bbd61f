import { computed, type ReadonlySignal } from '@preact/signals';
import type { Boundaries } from '../api/boundaries';
import { boundariesIn } from './boundaries';
import { period, type SubjectChoice, subject } from './chosen';
import type { Reading } from './reading';
import { secondPeriod, secondShown, secondSubject } from './second';
import { type Shown, shown } from './shown';

/** One picture of the zones: what a map, its legend and its tip are of. */
export interface Pane {
  readonly subject: ReadonlySignal<SubjectChoice | undefined>;
  readonly period: ReadonlySignal<string>;
  readonly shown: ReadonlySignal<Reading<Shown>>;
  /** Boundaries of områdesatsinger in the year of the picture. */
  readonly boundaries: ReadonlySignal<Reading<Boundaries>>;
}

/** What is shown first of all. */
export const first: Pane = { subject, period, shown, boundaries: boundariesIn(period) };

/** What the second of two maps shows. */
export const second: Pane = {
  subject: secondSubject,
  period: secondPeriod,
  shown: secondShown,
  boundaries: boundariesIn(computed(() => (secondShown.value.value ? secondPeriod.value : ''))),
};
