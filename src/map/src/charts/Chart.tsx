import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { texts } from '../text/speech';
import './charts.css';
import { SaveChart } from './SaveChart';

interface Properties {
  /** What it is, in the name of its file. */
  readonly is: string;
  /** What the chart shows; a sentence that stands without the picture. */
  readonly caption: string;
  /** Draws the chart at a width in pixels. */
  readonly draw: (width: number) => Element;
  /** The same as a table. */
  readonly children: ComponentChildren;
}

/** A chart with the same numbers as a table. Screen readers get the caption and the table; the picture would only repeat them. */
export function Chart({ is, caption, draw, children }: Properties) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const redraw = () => {
      const chart = draw(Math.max(240, Math.floor(frame.current!.clientWidth)));
      // The policy of the page allows no style within markup; page.css has what it says.
      for (const style of chart.querySelectorAll('style')) style.remove();
      frame.current!.replaceChildren(chart);
    };
    const observer = new ResizeObserver(redraw);
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, [draw]);
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <div class="chart-picture" ref={frame} aria-hidden="true" />
      <details>
        <summary>{texts.value.charts.asTable}</summary>
        {children}
      </details>
      <SaveChart is={is} caption={caption} chart={() => frame.current?.querySelector('svg')} />
    </figure>
  );
}
