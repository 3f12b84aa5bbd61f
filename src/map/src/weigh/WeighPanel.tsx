import { subject } from '../state/chosen';
import { selectedPlace } from '../state/pointed';
import { go } from '../state/view';
import { texts } from '../text/speech';
import { Lazy } from '../ui/Lazy';
import { Panel } from '../ui/Panel';

const load = async () => (await import('./Desk')).Desk;

/** Where a person weighs the indicators; an open zone lies beside it, or over it where there is no room for both. */
export function WeighPanel() {
  if (subject.value?.kind !== 'own') return null;
  return (
    <Panel title={texts.value.weigh.open} of="own" under={selectedPlace.value !== undefined} close={() => go({ subject: undefined })}>
      <Lazy load={load} lines={16} />
    </Panel>
  );
}
