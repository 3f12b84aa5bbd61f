import { type Signal, useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { addressFileOpen } from '../find/addresses/open';
import { Find } from '../find/Find';
import { shareOpen } from '../share/open';
import { catalogue } from '../state/catalogue';
import { dark } from '../state/theme';
import { go } from '../state/view';
import { languageNames, languages } from '../text/languages';
import { language, texts } from '../text/speech';
import { Select } from './Select';
import './header.css';

/** The name of the page, the way to a zone, and what is done rarely: beside them, or on a phone in a menu. */
export function Header() {
  // Until it is known that there are none, so that nothing below moves once there are some.
  const hasZones = catalogue.value.value?.zoneSets.size !== 0;
  const open = useSignal(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu wherever in it the focus is
    <header
      class="head"
      onKeyDown={event => {
        if (event.key !== 'Escape' || !open.value) return;
        open.value = false;
        button.current!.focus();
      }}
    >
      <img src="icon.svg" alt="" width="32" height="32" />
      <h1 class="ds-heading" data-size="sm">
        {texts.value.appTitle}
      </h1>
      {hasZones && <Find />}
      <button
        type="button"
        class="ds-button head-menu"
        data-variant="tertiary"
        ref={button}
        aria-label={texts.value.menu}
        title={texts.value.menu}
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <span aria-hidden="true">☰</span>
      </button>
      <div
        id={id}
        class={open.value ? 'head-tools is-open' : 'head-tools'}
        onFocusOut={event => {
          // The menu closes when the focus goes elsewhere.
          const to = event.relatedTarget as Node | null;
          if (to && to !== button.current && !event.currentTarget.contains(to)) open.value = false;
        }}
      >
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
          options={languages.map(spoken => ({ value: spoken, text: languageNames[spoken], lang: spoken }))}
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
