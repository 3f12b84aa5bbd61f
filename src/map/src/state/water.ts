import { readWater, type Water } from '../api/water';
import { catalogue } from './catalogue';
import { reading } from './reading';

/** The water that was delivered; null where none was. */
export const water = reading<Water | null>(() => {
  const version = catalogue.value.value?.version;
  return version === undefined ? undefined : { key: String(version), read: abort => readWater(version, abort) };
});
