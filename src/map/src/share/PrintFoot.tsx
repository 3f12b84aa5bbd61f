import { mapSources } from '../sources/mapSources';
import { zoneSet } from '../state/chosen';
import { shown } from '../state/shown';
import { addressOf, view } from '../state/view';
import { localized } from '../text/languages';
import { language } from '../text/speech';
import './print.css';

/** What stands under the map on paper: division, sources, caveats and the address of the view. */
export function PrintFoot() {
  const classes = shown.value.value?.classes;
  if (!classes) return null;
  return (
    <div class="print-foot">
      <p>{localized(zoneSet.value?.name, language.value)}</p>
      <p>{mapSources()}</p>
      {classes.caveat && <p>{classes.caveat}</p>}
      <p>{addressOf(view.value)}</p>
    </div>
  );
}
