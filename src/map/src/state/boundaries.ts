import type { ReadonlySignal } from '@preact/signals';
import { type Boundaries, readBoundaries } from '../api/boundaries';
import { catalogue } from './catalogue';
import { type Reading, reading } from './reading';

/** The boundaries of områdesatsinger in the year of a period; none while there is no period. */
export function boundariesIn(period: ReadonlySignal<string>): ReadonlySignal<Reading<Boundaries>> {
  return reading<Boundaries>(() => {
    const version = catalogue.value.value?.version;
    const year = period.value.slice(0, 4);
    return version !== undefined && year ? { key: year, read: abort => readBoundaries(year, version, abort) } : undefined;
  });
}
