import { useEffect } from 'preact/hooks';
import { drawing } from '../state/choosing';
import { go, view } from '../state/view';
import { texts } from '../text/speech';
import { Toggle } from '../ui/Toggle';
import { ChooseProgramme } from './ChooseProgramme';
import './compare.css';
import { DrawArea } from './DrawArea';
import { InsideOutside } from './InsideOutside';
import { PickZones } from './PickZones';
import { SideBySide } from './SideBySide';
import { Together } from './Together';

/** What is compared, and how it stands: zone beside zone, through time, and beside the rest of the kommune. */
export function Comparison() {
  const { compare } = texts.value;
  const kind = view.value.compare;
  // Whoever turns to something else does not draw any more.
  useEffect(
    () => () => {
      drawing.value = undefined;
    },
    [kind],
  );
  return (
    <div class="story">
      <div class="compare-what">
        <Toggle
          label={compare.what}
          value={kind === '' ? 'zones' : kind}
          options={[
            { value: 'zones', text: compare.kinds.zones },
            { value: 'area', text: compare.kinds.area },
            { value: 'programme', text: compare.kinds.programme },
          ]}
          choose={chosen => go({ compare: chosen })}
        />
        {kind === 'zones' ? <PickZones /> : kind === 'area' ? <DrawArea /> : <ChooseProgramme />}
      </div>
      <SideBySide />
      <Together />
      <InsideOutside />
    </div>
  );
}
