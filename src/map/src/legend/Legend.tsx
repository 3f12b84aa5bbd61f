import { type Boundary, yearsOf } from '../api/boundaries';
import type { Classes } from '../api/classes';
import { nameOf } from '../choose/Choices';
import { boundaries } from '../state/boundaries';
import { coverage, period, shown, subject } from '../state/chosen';
import { Skeleton } from '../states/Skeleton';
import { numbers, texts } from '../text/speech';
import { Swatch } from './Swatch';

/** What the colours and patterns mean, with how many zones there are of each. */
export function Legend() {
  const classes = subject.value && shown.value.value?.classes;
  if (!classes && coverage.value.value && !coverage.value.busy && !subject.value) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a low screen it scrolls by itself, and by keyboard
    <section class="legend" tabIndex={0} aria-labelledby="legend-title" aria-busy={shown.value.busy}>
      <h2 class="ds-sr-only" id="legend-title">
        {texts.value.legend}
      </h2>
      {classes && subject.value ? <Explained classes={classes} title={nameOf(subject.value)} /> : <Skeleton lines={7} />}
    </section>
  );
}

function Explained({ classes, title }: { readonly classes: Classes; readonly title: string }) {
  const { ground, ink } = classes.pattern_look;
  return (
    <>
      <p class="legend-title">
        {title} <span class="quiet">{period.value}</span>
      </p>
      <p class="quiet">
        {classes.unit_text}, {classes.method_text}
      </p>
      <ul class="legend-list">
        {classes.classes.map(({ colour, text, zones }) => (
          <Line key={text} text={text} zones={zones}>
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
      </ul>
      <p class="quiet">{texts.value.darkMeans[classes.reading]}</p>
      {boundaries.value.value && <Programmes of={boundaries.value.value.features} />}
      {classes.marked.map(({ status, text, zones }) => (
        <p key={status} class="quiet">
          {text}: {zoneCount(zones)}
        </p>
      ))}
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
