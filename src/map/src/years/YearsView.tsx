import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Classes } from '../api/classes';
import { palette } from '../legend/palette';
import { shade } from '../legend/shade';
import type { Shown } from '../state/shown';
import { go } from '../state/view';
import { Skeleton } from '../states/Skeleton';
import { numbers, texts } from '../text/speech';
import { type Drawing, draw, layOut } from './drawing';
import { outlines, years } from './readings';
import './years.css';

/** Size of a small map in pixels of the page, and how many of its own pixels one of those has. */
const [width, height, density] = [240, 220, 2];

/** A small map for each year, all in the same classes. */
export function YearsView() {
  const drawn = outlines.value.value;
  const all = years.value.value;
  const inside = all?.[0]?.within?.inside;
  const drawing = useMemo(() => drawn && layOut(drawn, inside, width * density, height * density, 4 * density), [drawn, inside]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and by keyboard too
    <section class="years" tabIndex={0} aria-label={texts.value.layouts.years} aria-busy={years.value.busy}>
      {drawing && all ? (
        <ul>
          {all.map(shown => (
            <li key={shown.column.name.period}>
              <Year shown={shown} drawing={drawing} />
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton lines={6} />
      )}
    </section>
  );
}

function Year({ shown, drawing }: { readonly shown: Shown; readonly drawing: Drawing }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { column, classes, within } = shown;
  const { border } = palette.value;
  useEffect(() => {
    // A zone set may be changed while the years of the one before are still shown.
    if (column.values.length === drawing.paths.length)
      draw(canvas.current!.getContext('2d')!, drawing, shade(column, classes, within?.inside), classes, border, density);
  }, [shown, drawing, border]);
  const { period } = column.name;
  return (
    <figure>
      <canvas ref={canvas} width={drawing.width} height={drawing.height} role="img" aria-label={said(classes)} />
      <figcaption>
        <button type="button" class="ds-button" data-variant="tertiary" onClick={() => go({ period, layout: 'map' })}>
          {period} <span class="ds-sr-only">{texts.value.layouts.showYear}</span>
        </button>
      </figcaption>
    </figure>
  );
}

/** The picture in words: how many zones there are in each class. */
function said({ classes, without_number }: Classes): string {
  const groups = [...classes, ...without_number.flatMap(group => group.statuses)].filter(({ zones }) => zones > 0);
  return groups.map(({ text, zones }) => `${text}: ${texts.value.zoneCount(numbers.value.count(zones), zones === 1)}`).join('; ');
}
