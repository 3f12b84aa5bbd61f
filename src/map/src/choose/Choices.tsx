import type { Catalogue } from '../api/catalogue';
import { coverage, period, type SubjectChoice, subject, subjects, zoneSet } from '../state/chosen';
import { go, view } from '../state/view';
import { localized } from '../text/languages';
import { language, texts } from '../text/speech';
import { Select } from '../ui/Select';
import { Toggle } from '../ui/Toggle';

/** What the map shows: division, subject and year. */
export function Choices({ catalogue }: { readonly catalogue: Catalogue }) {
  const { layouts } = texts.value;
  return (
    <form class="choices" aria-label={texts.value.choices} onSubmit={event => event.preventDefault()}>
      <Select
        label={texts.value.subject}
        value={subject.value ? idOf(subject.value) : ''}
        options={[
          { label: texts.value.indexes, options: optionsOf('index') },
          { label: texts.value.indicators, options: optionsOf('indicator') },
        ].filter(group => group.options.length > 0)}
        choose={id => {
          const chosen = subjects.value.find(choice => idOf(choice) === id);
          if (chosen) go({ subject: { kind: chosen.kind, key: chosen.key } });
        }}
      />
      <Select
        label={texts.value.zoneSet}
        value={zoneSet.value?.key ?? ''}
        options={[...catalogue.zoneSets.values()].map(set => ({ value: set.key, text: localized(set.name, language.value) }))}
        choose={key => go({ zoneSet: key, zone: '', camera: undefined })}
      />
      <Select
        label={texts.value.year}
        value={period.value}
        options={(subject.value?.periods ?? []).toReversed().map(year => ({ value: year, text: year }))}
        choose={year => go({ period: year })}
      />
      <Toggle
        label={layouts.label}
        value={view.value.layout}
        options={[
          { value: 'map', text: layouts.map },
          { value: 'table', text: layouts.table },
        ]}
        choose={layout => go({ layout })}
      />
      {coverage.value.busy && <span class="ds-sr-only">{texts.value.loading}</span>}
    </form>
  );
}

function optionsOf(kind: SubjectChoice['kind']) {
  return subjects.value.filter(choice => choice.kind === kind).map(choice => ({ value: idOf(choice), text: nameOf(choice) }));
}

function idOf(choice: SubjectChoice): string {
  return `${choice.kind} ${choice.key}`;
}

export function nameOf(choice: SubjectChoice): string {
  return localized(choice.kind === 'index' ? choice.definition.label : choice.indicator.name, language.value);
}
