import type { Signal } from '@preact/signals';
import { addressFileOpen } from '../find/addresses/open';
import { Find } from '../find/Find';
import { shareOpen } from '../share/open';
import { catalogue } from '../state/catalogue';
import { dark } from '../state/theme';
import { go } from '../state/view';
import { languages } from '../text/languages';
import { allTexts, language, texts } from '../text/speech';
import { Select } from './Select';

/** The name of the page, the way to a zone, language and appearance. */
export function Header() {
  // Until it is known that there are none, so that nothing below moves once there are some.
  const hasZones = catalogue.value.value?.zoneSets.size !== 0;
  return (
    <header class="head">
      <img src="icon.svg" alt="" width="32" height="32" />
      <h1 class="ds-heading" data-size="sm">
        {texts.value.appTitle}
      </h1>
      {hasZones && <Find />}
      <div class="head-tools">
        {hasZones && <Opener opens={shareOpen}>{texts.value.share.title}</Opener>}
        {hasZones && <Opener opens={addressFileOpen}>{texts.value.addresses.open}</Opener>}
        <button
          type="button"
          class="ds-button"
          data-variant="tertiary"
          aria-label={texts.value.darkTheme}
          title={texts.value.darkTheme}
          aria-pressed={dark.value}
          onClick={() => go({ theme: dark.value ? 'light' : 'dark' })}
        >
          <span aria-hidden="true">◐</span>
        </button>
        <Select
          label={texts.value.language}
          hideLabel
          value={language.value}
          options={languages.map(spoken => ({ value: spoken, text: allTexts[spoken].languageName, lang: spoken }))}
          choose={chosen => go({ language: languages.find(spoken => spoken === chosen) })}
        />
      </div>
    </header>
  );
}

/** A button that opens a dialog. */
function Opener({ opens, children }: { readonly opens: Signal<boolean>; readonly children: string }) {
  return (
    <button
      type="button"
      class="ds-button head-action"
      data-variant="tertiary"
      onClick={() => {
        opens.value = true;
      }}
    >
      {children}
    </button>
  );
}
