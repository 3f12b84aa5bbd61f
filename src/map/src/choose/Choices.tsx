import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import type { Catalogue } from '../api/catalogue';
import { coverage, own, period, subject, subjects, zoneSet } from '../state/chosen';
import { kommune, kommuner, zoneSets } from '../state/kommune';
import { go, view } from '../state/view';
import { localized } from '../text/languages';
import { language, numbers, texts } from '../text/speech';
import { Select } from '../ui/Select';
import { Toggle } from '../ui/Toggle';
import { Player } from './Player';
import { SecondChoices } from './SecondChoices';
import { idOf, subjectOptions } from './subjects';

/** What the map shows: division, subject and year. */
export function Choices({ catalogue }: { readonly catalogue: Catalogue }) {
  const { layouts } = texts.value;
  const { layout } = view.value;
  const many = (kommuner.value.value?.size ?? 0) > 1;
  return (
    <form class="choices" aria-label={texts.value.choices} onSubmit={event => event.preventDefault()}>
      {many && (
        <Select
          label={texts.value.kommune}
          value={kommune.value?.code ?? ''}
          options={[{ value: '', text: texts.value.allKommuner }, ...kommuneOptions()]}
          choose={code => go({ kommune: code, zoneSet: '', zone: '', camera: undefined })}
        />
      )}
      <Select
        label={texts.value.subject}
        value={subject.value ? idOf(subject.value) : ''}
        options={subjectOptions()}
        choose={id => {
          const chosen = subjects.value.find(choice => idOf(choice) === id);
          if (chosen) go({ subject: { kind: chosen.kind, key: chosen.key } });
        }}
      />
      {own.value && subject.value?.kind !== 'own' && (
        <button type="button" class="ds-button" data-variant="secondary" onClick={weighIt}>
          {texts.value.weigh.open}
        </button>
      )}
      <Select
        label={texts.value.zoneSet}
        value={zoneSet.value?.key ?? ''}
        options={zoneSetOptions(catalogue.withNumbers)}
        choose={key => go({ zoneSet: key, zone: '', camera: undefined })}
      />
      <Select
        label={texts.value.year}
        value={period.value}
        options={(subject.value?.periods ?? []).toReversed().map(year => ({ value: year, text: year }))}
        choose={year => go({ period: year })}
      />
      {(layout === 'map' || layout === 'table') && (subject.value?.periods.length ?? 0) > 1 && <Player />}
      {(layout === 'beside' || layout === 'swipe') && <SecondChoices />}
      <Toggle
        label={layouts.label}
        value={layout}
        options={[
          { value: 'map', text: layouts.map },
          { value: 'table', text: layouts.table },
          { value: 'beside', text: layouts.beside },
          { value: 'swipe', text: layouts.swipeName },
          { value: 'years', text: layouts.years },
        ]}
        choose={chosen => go({ layout: chosen })}
      />
      <button
        type="button"
        class="ds-button"
        data-variant={view.value.compare === '' ? 'secondary' : 'primary'}
        aria-pressed={view.value.compare !== ''}
        onClick={() => go({ compare: view.value.compare === '' ? 'zones' : '' })}
      >
        {texts.value.compare.title}
      </button>
      {coverage.value.busy && <span class="ds-sr-only">{texts.value.loading}</span>}
    </form>
  );
}

function kommuneOptions() {
  return [...(kommuner.value.value?.values() ?? [])]
    .toSorted((left, right) => numbers.value.compare(left.name, right.name))
    .map(({ code, name }) => ({ value: code, text: name }));
}

/** Those with numbers first; an outline without numbers is still worth a look. */
function zoneSetOptions(withNumbers: ReadonlySet<string>) {
  const option = (set: ZoneSet) => ({ value: set.key, text: localized(set.name, language.value) });
  const bare = zoneSets.value.filter(set => !withNumbers.has(set.key)).map(option);
  const numbered = zoneSets.value.filter(set => withNumbers.has(set.key)).map(option);
  return bare.length > 0 ? [...numbered, { label: texts.value.withoutNumbers, options: bare }] : numbered;
}

function weighIt(): void {
  if (own.value) go({ subject: { kind: 'own', key: own.value.key }, zone: '' });
}
