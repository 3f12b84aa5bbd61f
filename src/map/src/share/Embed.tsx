import type { ComponentChildren } from 'preact';
import { here } from '../api/here';
import { nameOf } from '../choose/subjects';
import { Legend } from '../legend/Legend';
import { mapSources } from '../sources/mapSources';
import { writeView } from '../state/address';
import { period, subject } from '../state/chosen';
import { view } from '../state/view';
import { texts } from '../text/speech';
import './embed.css';

/** The view in a frame of another page: map or table with its legend and sources, and the way to the whole. */
export function Embed({ children }: { readonly children: ComponentChildren }) {
  const { share, notOfficial } = texts.value;
  return (
    <div class="embed">
      <h1 class="ds-sr-only">{subject.value ? `${nameOf(subject.value)} ${period.value}` : texts.value.appTitle}</h1>
      <main class="stage" id="main" tabIndex={-1}>
        {children}
      </main>
      <div class="legends">
        <Legend />
      </div>
      <footer class="embed-foot quiet">
        <p>
          {mapSources()}. {notOfficial}
        </p>
        <a class="ds-link" href={here + writeView({ ...view.value, embed: false })} target="_blank" rel="noopener">
          {share.openWhole}
        </a>
      </footer>
    </div>
  );
}
