import type { Catalogue } from '../api/catalogue';
import { coverage, own, period, subject, subjects } from '../state/chosen';
import { changesOf, type Dated } from '../state/dated';
import { type Division, division, divisions } from '../state/divisions';
import { kommune, kommuner } from '../state/kommune';
import { goToPeriod } from '../state/periodStep';
import { go, view } from '../state/view';
import { numbers, texts } from '../text/speech';
import { Select } from '../ui/Select';
import { Toggle } from '../ui/Toggle';
import { nameOfDivision } from './divisionNames';
import { Player } from './Player';
import { SecondChoices } from './SecondChoices';
import { idOf, subjectOptions } from './subjects';

/** What the map shows: division, subject and year; without anything to choose from while that is on its way, so that nothing moves when it comes. */
export function Choices({ catalogue }: { readonly catalogue: Catalogue | undefined }) {
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
        options={subjectOptions(subjects.value)}
        choose={id => {
          const chosen = subjects.value.find(choice => idOf(choice) === id);
          if (chosen) go({ subject: { kind: chosen.kind, key: chosen.key } });
        }}
      />
      <Select
        label={texts.value.zoneSet}
        value={division.value?.key ?? ''}
        options={catalogue ? divisionOptions(catalogue.withNumbers) : []}
        choose={key => go({ zoneSet: key, zone: '', camera: undefined })}
      />
      <div class="time">
        <Select
          label={texts.value.year}
          value={period.value}
          options={(subject.value?.periods ?? []).toReversed().map(year => ({ value: year, text: year }))}
          choose={goToPeriod}
        />
        {(layout === 'map' || layout === 'table') && (subject.value?.periods.length ?? 0) > 1 && <Player />}
      </div>
      {subject.value && <Changes of={subject.value} />}
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
      <div class="ways">
        {own.value && subject.value?.kind !== 'own' && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={weighIt}>
            {texts.value.weigh.open}
          </button>
        )}
        <button
          type="button"
          class="ds-button"
          data-variant={view.value.compare === '' ? 'secondary' : 'primary'}
          aria-pressed={view.value.compare !== ''}
          onClick={() => go({ compare: view.value.compare === '' ? 'zones' : '' })}
        >
          {texts.value.compare.title}
        </button>
      </div>
      {coverage.value.busy && <span class="ds-sr-only">{texts.value.loading}</span>}
    </form>
  );
}

function kommuneOptions() {
  return [...(kommuner.value.value?.values() ?? [])]
    .toSorted((left, right) => numbers.value.compare(left.name, right.name))
    .map(({ code, name }) => ({ value: code, text: name }));
}

/** Where borders changed among the years: maps before and after show other zones. */
function Changes({ of }: { readonly of: Dated }) {
  return changesOf(of).map(([before, after]) => (
    <p key={after} class="quiet">
      {texts.value.bordersChanged(before, after)}
    </p>
  ));
}

/** Those with numbers first; an outline without numbers is still worth a look. */
function divisionOptions(withNumbers: ReadonlySet<string>) {
  const all = divisions.value;
  const option = (division: Division) => ({ value: division.key, text: nameOfDivision(division, all) });
  const hasNumbers = ({ sets }: Division) => sets.some(({ key }) => withNumbers.has(key));
  const bare = all.filter(division => !hasNumbers(division)).map(option);
  const numbered = all.filter(hasNumbers).map(option);
  return bare.length > 0 ? [...numbered, { label: texts.value.withoutNumbers, options: bare }] : numbered;
}

function weighIt(): void {
  if (own.value) go({ subject: { kind: 'own', key: own.value.key }, zone: '' });
}
