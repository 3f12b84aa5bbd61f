import { useId } from 'preact/hooks';
import { type Boundary, yearsOf } from '../api/boundaries';
import type { Classes } from '../api/classes';
import type { Within } from '../api/within';
import { nameOf } from '../choose/subjects';
import { coverage, subject, zoneSet } from '../state/chosen';
import { first, type Pane } from '../state/pane';
import { commonPeriod, type Shown } from '../state/shown';
import { go, view } from '../state/view';
import { Skeleton } from '../states/Skeleton';
import { localized } from '../text/languages';
import { language, numbers, texts } from '../text/speech';
import { Swatch } from './Swatch';
import { outsideFill } from './shade';
import { WaterLine } from './WaterLine';

/** What the colours and patterns of a picture mean, with how many zones there are of each. */
export function Legend({ pane = first }: { readonly pane?: Pane }) {
  const { value, busy } = pane.shown.value;
  const title = useId();
  const choice = pane.subject.value;
  const classes = choice && value?.classes;
  if (!classes && coverage.value.value && !coverage.value.busy && !subject.value) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a low screen it scrolls by itself, and by keyboard
    <section class="legend" tabIndex={0} aria-labelledby={title} aria-busy={busy}>
      <h2 class="ds-sr-only" id={title}>
        {texts.value.legend}
      </h2>
      {classes ? <Explained of={value} /> : <Skeleton lines={7} />}
      {classes && pane === first && <Scale />}
      {classes && pane === first && value.within && <Narrowed to={value.within} />}
      {pane.boundaries.value.value && <Programmes of={pane.boundaries.value.value.features} />}
      <WaterLine />
    </section>
  );
}

function Explained({ of: { column, classes, within } }: { readonly of: Shown }) {
  const { ground, ink } = classes.pattern_look;
  return (
    <>
      <p class="legend-title">
        {nameOf(column.name.subject)} <span class="quiet">{column.name.period}</span>
      </p>
      <p class="quiet">
        {classes.unit_text}, {classes.method_text}
      </p>
      <ul class="legend-list">
        {classes.classes.map(({ colour, text, zones }) => (
          <Line key={colour} text={text} zones={zones}>
            <Swatch colour={colour} />
          </Line>
        ))}
        {classes.without_number
          .filter(group => group.zones > 0)
          .map(({ pattern, statuses, zones }) => (
            <Line key={pattern} text={saidOf(statuses)} zones={zones}>
              <Swatch pattern={pattern} ground={ground} ink={ink} />
            </Line>
          ))}
        {within && (
          <li>
            <Swatch colour={outsideFill} />
            <span>{texts.value.outsideOf(within.kommune.name)}</span>
          </li>
        )}
      </ul>
      <p class="quiet">{texts.value.darkMeans[classes.reading]}</p>
      {classes.marked.map(({ status, text, zones }) => (
        <p key={status} class="quiet">
          {text}: {zoneCount(zones)}
        </p>
      ))}
    </>
  );
}

/** Whether all years share their classes; where several are shown at once they do. */
function Scale() {
  const { layout, scale } = view.value;
  const common = commonPeriod.value;
  return (
    <>
      {(layout === 'map' || layout === 'table') && subject.value?.kind !== 'own' && (subject.value?.periods.length ?? 0) > 1 && (
        <label class="check">
          <input
            type="checkbox"
            checked={scale === 'all'}
            onChange={event => go({ scale: event.currentTarget.checked ? 'all' : 'year' })}
          />
          {texts.value.sameClasses}
        </label>
      )}
      {common !== undefined && <p class="quiet">{texts.value.classesOf(common)}</p>}
    </>
  );
}

/** Which zones are counted and make the classes: those of the kommune, or all of the division. */
function Narrowed({ to: { kommune } }: { readonly to: Within }) {
  const { classesOfKommune, classesOfDivision, wholeDivision } = texts.value;
  const whole = view.value.classesFrom === 'division';
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={whole}
          onChange={event => go({ classesFrom: event.currentTarget.checked ? 'division' : 'kommune' })}
        />
        {wholeDivision}
      </label>
      <p class="quiet">
        {whole ? classesOfDivision(kommune.name, localized(zoneSet.value?.name, language.value)) : classesOfKommune(kommune.name)}
      </p>
    </>
  );
}

/** The områdesatsinger whose boundaries are drawn, with their years. */
function Programmes({ of }: { readonly of: readonly Boundary[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <p class="legend-title">{texts.value.omradesatsinger}</p>
      <ul class="programme-list">
        {of.map(each => (
          <li key={each.properties.key}>
            <svg class="swatch-line" viewBox="0 0 28 20" aria-hidden="true">
              <line x1="0" y1="10" x2="28" y2="10" stroke-dasharray={each.properties.boundary === 'proxy' ? '3 3' : '8 4'} />
            </svg>
            <span>
              {each.properties.name}
              {each.properties.boundary === 'proxy' && <span class="quiet">, {texts.value.proxyBoundary}</span>}
            </span>
            <span class="quiet">{yearsOf(each)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ children, text, zones }: { readonly children: preact.ComponentChild; readonly text: string; readonly zones: number }) {
  return (
    <li>
      {children}
      <span>{text}</span>
      <span class="quiet">{zoneCount(zones)}</span>
    </li>
  );
}

/** The reasons that occur: a pattern may stand for several. */
function saidOf(statuses: Classes['marked']): string {
  return statuses
    .filter(({ zones }) => zones > 0)
    .map(({ text }) => text)
    .join('; ');
}

function zoneCount(count: number): string {
  return texts.value.zoneCount(numbers.value.count(count), count === 1);
}
