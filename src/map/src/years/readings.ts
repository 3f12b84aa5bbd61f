import { type Outlines, readOutlines } from '../api/outlines';
import { bounds, extent } from '../map/readings';
import { subject, zoneSet } from '../state/chosen';
import { reading } from '../state/reading';
import { keyOf, manner, readShown, type Shown } from '../state/shown';
import { view } from '../state/view';

/** Circumference of the earth in web mercator metres, by the degree. */
const metresADegree = 40_075_017 / 360;
/** Steps across a small picture: more would not be seen. */
const finest = 500;

/** Outlines as fine as small pictures show them. */
export const outlines = reading<Outlines>(() => {
  const where = bounds.value.value;
  const seen = extent.value;
  if (view.value.layout !== 'years' || !where || !seen || where.zoneSet !== zoneSet.value?.key) return undefined;
  const [west, , east] = seen;
  const simplification = ((east - west) * metresADegree) / finest;
  return { key: `${where.zoneSet} ${simplification}`, read: abort => readOutlines(where.zoneSet, simplification, where.version, abort) };
});

/** Numbers of every period that the subject has, in the classes of the newest. */
export const years = reading<readonly Shown[]>(() => {
  const [set, choice, how] = [zoneSet.value?.key, subject.value, manner.value];
  if (view.value.layout !== 'years' || !set || !choice || !how) return undefined;
  const { kind, key, periods } = choice;
  const names = periods.map(period => ({ zoneSet: set, subject: { kind, key }, period }));
  return {
    key: names.map(name => keyOf(name, how)).join('; '),
    read: abort => Promise.all(names.map(name => readShown(name, how)(abort))),
  };
});
