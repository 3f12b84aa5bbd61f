import { type Boundaries, readBoundaries } from '../api/boundaries';
import { catalogue } from './catalogue';
import { period } from './chosen';
import { reading } from './reading';

/** The boundaries of områdesatsinger in the year that is shown. */
export const boundaries = reading<Boundaries>(() => {
  const version = catalogue.value.value?.version;
  const year = period.value.slice(0, 4);
  return version !== undefined && year ? { key: year, read: abort => readBoundaries(year, version, abort) } : undefined;
});
