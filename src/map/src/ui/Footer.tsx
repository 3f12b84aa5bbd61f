import { here } from '../api/here';
import { writeView } from '../state/address';
import { catalogue } from '../state/catalogue';
import { view } from '../state/view';
import { texts } from '../text/speech';

/** What every view must say, and the way to the same numbers elsewhere. */
export function Footer() {
  const version = catalogue.value.value?.version;
  return (
    <footer class="foot">
      <p>{texts.value.notOfficial}</p>
      <p>
        {version !== undefined && <span>{texts.value.dataset(String(version))} · </span>}
        {view.value.dataset !== undefined && (
          <>
            <a class="ds-link" href={here + writeView({ ...view.value, dataset: undefined })}>
              {texts.value.newestDataset}
            </a>
            {' · '}
          </>
        )}
        <a class="ds-link" href="ogc?f=html">
          {texts.value.forGis}
        </a>
      </p>
    </footer>
  );
}
