import { go } from '../state/view';
import { texts } from '../text/speech';
import { Lazy } from '../ui/Lazy';
import { Panel } from '../ui/Panel';

const load = async () => (await import('./Comparison')).Comparison;

/** Zones, an area or an områdesatsing compared; it comes in a file of its own. */
export function Compare() {
  return (
    <Panel title={texts.value.compare.title} of="compare" wide close={() => go({ compare: '' })}>
      <Lazy load={load} lines={12} />
    </Panel>
  );
}
