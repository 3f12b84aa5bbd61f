import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Classes } from '../api/classes';
import type { Outlines } from '../api/outlines';
import type { Ring } from '../api/rings';
import { palette } from '../legend/palette';
import { shade } from '../legend/shade';
import { goToPeriod } from '../state/periodStep';
import type { Shown } from '../state/shown';
import { go } from '../state/view';
import { Pending } from '../states/Pending';
import { numbers, texts } from '../text/speech';
import { type Drawing, draw, layOut } from './drawing';
import { outlines, waters, years } from './readings';
import './years.css';

/** Size of a small map in pixels of the page, and how many of its own pixels one of those has. */
const [width, height, density] = [240, 220, 2];

/** A small map for each year, all in the same classes. */
export function YearsView() {
  const drawn = outlines.value.value;
  const all = years.value.value;
  // Water may come later: the zones do not wait for it.
  const around = waters.value.value;
  const drawings = useMemo(() => drawn && all && drawingsOf(drawn, all, around ?? []), [drawn, all, around]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and by keyboard too
    <section class="years" tabIndex={0} aria-label={texts.value.layouts.years} aria-busy={years.value.busy}>
      {drawings && all ? (
        <ul>
          {all.map((shown, place) => (
            <li key={shown.column.name.period}>
              <Year shown={shown} before={all[place - 1]} drawing={drawings.get(shown.column.name.zoneSet)} />
            </li>
          ))}
        </ul>
      ) : (
        <Pending what={texts.value.layouts.years} of={[years.value, outlines.value]} lines={6} />
      )}
    </section>
  );
}

/** The outlines of each zone set laid out, of the kommune alone if one is chosen. */
function drawingsOf(drawn: ReadonlyMap<string, Outlines>, all: readonly Shown[], around: readonly Ring[]): ReadonlyMap<string, Drawing> {
  const insides = new Map(all.map(({ column, within }) => [column.name.zoneSet, within?.inside]));
  return new Map(
    [...drawn].map(([set, outlines]) => [set, layOut(outlines, insides.get(set), around, width * density, height * density, 4 * density)]),
  );
}

interface Properties {
  readonly shown: Shown;
  /** The year before. */
  readonly before: Shown | undefined;
  /** Undefined while the outlines are on their way. */
  readonly drawing: Drawing | undefined;
}

function Year({ shown, before, drawing }: Properties) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { column, classes, within } = shown;
  const { border } = palette.value;
  useEffect(() => {
    // A zone set may be changed while the years of the one before are still shown.
    if (column.values.length === drawing?.paths.length)
      draw(canvas.current!.getContext('2d')!, drawing, shade(column, classes, within?.inside), classes, border, density);
  }, [shown, drawing, border]);
  const { period, zoneSet } = column.name;
  return (
    <figure>
      <canvas ref={canvas} width={width * density} height={height * density} role="img" aria-label={said(classes)} />
      <figcaption>
        <button type="button" class="ds-button" data-variant="tertiary" onClick={() => show(period)}>
          {period} <span class="ds-sr-only">{texts.value.layouts.showYear}</span>
        </button>
        {before && before.column.name.zoneSet !== zoneSet && (
          <p class="quiet">{texts.value.bordersChanged(before.column.name.period, period)}</p>
        )}
      </figcaption>
    </figure>
  );
}

function show(period: string): void {
  go({ layout: 'map' });
  goToPeriod(period, 'same');
}

/** The picture in words: how many zones there are in each class. */
function said({ classes, without_number }: Classes): string {
  const groups = [...classes, ...without_number.flatMap(group => group.statuses)].filter(({ zones }) => zones > 0);
  return groups.map(({ text, zones }) => `${text}: ${texts.value.zoneCount(numbers.value.count(zones), zones === 1)}`).join('; ');
}
