import { catalogue } from '../state/catalogue';

import { texts } from '../text/speech';

/** What every view must say, and the way to the same numbers elsewhere. */
export function Footer() {
  const version = catalogue.value.value?.version;
  return (
    <footer class="foot">
      <p>{texts.value.notOfficial}</p>
      <p>
        {version !== undefined && <span>{texts.value.dataset(String(version))} · </span>}
        <a class="ds-link" href="ogc?f=html">
          {texts.value.forGis}
        </a>
      </p>
    </footer>
  );
}
