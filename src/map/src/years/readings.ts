import { type Outlines, readOutlines } from '../api/outlines';
import { bounds } from '../map/readings';
import { catalogue } from '../state/catalogue';
import { commonPeriod, coverage, readShown, type Shown, subject, zoneSet } from '../state/chosen';
import { reading } from '../state/reading';
import { view } from '../state/view';
import { language } from '../text/speech';

/** Circumference of the earth in web mercator metres, by the degree. */
const metresADegree = 40_075_017 / 360;
/** Steps across a small picture: more would not be seen. */
const finest = 500;

/** Outlines as fine as small pictures show them. */
export const outlines = reading<Outlines>(() => {
  const where = bounds.value.value;
  if (view.value.layout !== 'years' || !where || where.zoneSet !== zoneSet.value?.key) return undefined;
  const [west, , east] = where.bounds;
  const simplification = ((east - west) * metresADegree) / finest;
  return { key: where.zoneSet, read: abort => readOutlines(where.zoneSet, simplification, where.version, abort) };
});

/** Numbers of every period that the subject has, in the classes of the newest. */
export const years = reading<readonly Shown[]>(() => {
  const version = catalogue.value.value?.version;
  const set = zoneSet.value?.key;
  const choice = subject.value;
  const words = language.value;
  if (view.value.layout !== 'years' || version === undefined || !set || !choice || coverage.value.busy) return undefined;
  const { kind, key, periods } = choice;
  return {
    key: `${set} ${kind} ${key} ${words}`,
    read: abort =>
      Promise.all(
        periods.map(period => readShown({ zoneSet: set, subject: { kind, key }, period }, commonPeriod.value, words, version)(abort)),
      ),
  };
});
