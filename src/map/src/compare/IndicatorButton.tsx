import { catalogue } from '../state/catalogue';
import { period } from '../state/chosen';
import { go } from '../state/view';
import { localized } from '../text/languages';
import { language, texts } from '../text/speech';

/** An indicator's name, which shows it on the map and in the charts; with its period where that is another one than the map's. */
export function IndicatorButton({ of, period: its }: { readonly of: string; readonly period: string }) {
  const name = localized(catalogue.value.value?.indicators.get(of)?.name, language.value);
  return (
    <>
      <button
        type="button"
        class="ds-link"
        title={texts.value.story.show(name)}
        onClick={() => go({ subject: { kind: 'indicator', key: of } })}
      >
        {name}
      </button>
      {its !== period.value && <span class="quiet"> {its}</span>}
    </>
  );
}
