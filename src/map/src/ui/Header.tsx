import { go, view } from '../state/view';
import { languages } from '../text/languages';
import { allTexts, language, texts } from '../text/speech';
import { Select } from './Select';

/** The name of the page, its language and its appearance. */
export function Header() {
  const { themes } = texts.value;
  return (
    <header class="head">
      <img src="/icon.svg" alt="" width="32" height="32" />
      <h1 class="ds-heading" data-size="sm">
        {texts.value.appTitle}
      </h1>
      <div class="head-tools">
        <Select
          label={texts.value.theme}
          hideLabel
          value={view.value.theme ?? ''}
          options={[
            { value: '', text: themes.system },
            { value: 'light', text: themes.light },
            { value: 'dark', text: themes.dark },
          ]}
          choose={theme => go({ theme: theme === 'light' || theme === 'dark' ? theme : undefined })}
        />
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
