import { column } from '../state/shown';
import { view } from '../state/view';

/**
 * What a file that is taken along is called, without its ending: where, of what and when, as downloads are, then what it is.
 * @param is What it is beside the map itself, such as `trend`.
 */
export function fileName(is = ''): string {
  const name = column.peek()?.name;
  const subject = name?.subject.kind === 'own' ? 'own-weighing' : name?.subject.key;
  return [name?.zoneSet, is && whose(), subject, name?.period, is].filter(Boolean).join('_');
}

/** The zone or the områdesatsing that charts beside the map are about. */
function whose(): string {
  const { compare, programme, zone } = view.peek();
  if (compare === '') return zone;
  return compare === 'programme' ? programme : compare;
}
