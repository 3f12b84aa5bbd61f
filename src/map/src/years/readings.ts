import { type Outlines, readOutlines } from '../api/outlines';
import type { Ring } from '../api/rings';
import { readWaterOutlines } from '../api/water';
import { bounds, extent } from '../map/readings';
import { catalogue } from '../state/catalogue';
import { subject, zoneSet } from '../state/chosen';
import { reading } from '../state/reading';
import { keyOf, manner, readShown, type Shown } from '../state/shown';
import { view } from '../state/view';
import { water } from '../state/water';

/** Circumference of the earth in web mercator metres, by the degree. */
const metresADegree = 40_075_017 / 360;
/** Steps across a small picture: more would not be seen. */
const finest = 500;

/** Outlines as fine as small pictures show them, by zone set: borders may change from year to year. */
export const outlines = reading<ReadonlyMap<string, Outlines>>(() => {
  const where = bounds.value.value;
  const [seen, choice] = [extent.value, subject.value];
  if (view.value.layout !== 'years' || !where || !seen || !choice || where.zoneSet !== zoneSet.value?.key) return undefined;
  const [west, , east] = seen;
  const simplification = ((east - west) * metresADegree) / finest;
  const sets = [...new Set(choice.setOf.values())];
  return {
    key: `${sets.join(' ')} ${simplification}`,
    read: async abort =>
      new Map(await Promise.all(sets.map(async set => [set, await readOutlines(set, simplification, where.version, abort)] as const))),
  };
});

/** The water around the zones; empty where none was delivered. */
export const waters = reading<readonly Ring[]>(() => {
  const box = extent.value;
  const version = catalogue.value.value?.version;
  if (view.value.layout !== 'years' || !box || version === undefined || water.value.value === undefined) return undefined;
  return water.value.value
    ? { key: box.join(), read: abort => readWaterOutlines(box, version, abort) }
    : { key: 'none', read: async () => [] };
});

/** Numbers of every period that the subject has, in the classes of the newest. */
export const years = reading<readonly Shown[]>(() => {
  const [choice, how] = [subject.value, manner.value];
  if (view.value.layout !== 'years' || !choice || !how) return undefined;
  const { kind, key, periods, setOf } = choice;
  const names = periods.map(period => ({ zoneSet: setOf.get(period)!, subject: { kind, key }, period }));
  return {
    key: names.map(name => keyOf(name, how)).join('; '),
    read: abort => Promise.all(names.map(name => readShown(name, how)(abort))),
  };
});
