import { subject, zoneSet } from './chosen';
import { division } from './divisions';
import { go, view } from './view';

/** Shows another period. Where it is measured on another zone set, no zone stays open or picked: a code may mean another zone there. */
export function goToPeriod(period: string, step: 'new' | 'same' = 'new'): void {
  const leaves = subject.peek()?.setOf.get(period) !== zoneSet.peek()?.key;
  const named = view.peek().zoneSet !== '' && division.peek() ? { zoneSet: division.peek()!.key } : {};
  go({ period, ...(leaves && { ...named, zone: '', picked: [] }) }, step);
}
