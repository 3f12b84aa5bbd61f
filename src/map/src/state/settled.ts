import type { View } from './address';
import { period, subject, zoneSet } from './chosen';
import { secondPeriod, secondSubject } from './second';
import { view } from './view';

/** The view with what is shown in the place of what is not chosen: what is shown at first may be another the day new numbers have come. */
export function settled(): View {
  const { layout } = view.value;
  const two = layout === 'beside' || layout === 'swipe';
  return {
    ...view.value,
    zoneSet: zoneSet.value?.key ?? view.value.zoneSet,
    subject: bare(subject.value) ?? view.value.subject,
    period: period.value || view.value.period,
    ...(two && { secondSubject: bare(secondSubject.value), secondPeriod: secondPeriod.value }),
  };
}

function bare(choice: View['subject']): View['subject'] {
  return choice && { kind: choice.kind, key: choice.key };
}
