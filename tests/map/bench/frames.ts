import type { Page } from '@playwright/test';
import { lightZones } from '../support/wake';

/**
 * Notes when the map was painted. A frame counts once its pixels are there: reading one of them back waits for the drawing, which a browser that
 * draws by software does long after it was asked to.
 */
export async function noteFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const painted: number[] = [];
    Object.assign(window, { painted });
    let drawn: WebGL2RenderingContext | undefined;
    const draw = WebGL2RenderingContext.prototype.drawElements;
    WebGL2RenderingContext.prototype.drawElements = function (...call) {
      drawn = this;
      draw.apply(this, call);
    };
    const request = window.requestAnimationFrame;
    window.requestAnimationFrame = step =>
      request(time => {
        step(time);
        if (!drawn) return;
        drawn.readPixels(0, 0, 1, 1, drawn.RGBA, drawn.UNSIGNED_BYTE, new Uint8Array(4));
        drawn = undefined;
        painted.push(performance.now());
      });
  });
}

/** Waits until nothing has been painted for a while. */
export async function whenStill(page: Page, quiet = 700): Promise<void> {
  await page.waitForFunction(still => {
    const last = (window as unknown as { painted: number[] }).painted.at(-1);
    return last !== undefined && performance.now() - last > still;
  }, quiet);
}

/** Acts in the page, and says how many milliseconds later the last of the frames that it led to was painted. */
export async function timeToPainted(page: Page, act: string): Promise<number> {
  const begun = await page.evaluate(script => {
    const now = performance.now();
    new Function(script)();
    return now;
  }, act);
  await page.waitForFunction(from => (window as unknown as { painted: number[] }).painted.at(-1)! > from, begun);
  await whenStill(page);
  return page.evaluate(from => (window as unknown as { painted: number[] }).painted.at(-1)! - from, begun);
}

/** Waits until the map is there, and says whether it is the light one, which does not draw by WebGL. */
export async function whenThere(page: Page): Promise<'light' | 'MapLibre'> {
  await page.locator(`${lightZones}, .map-tiles canvas`).first().waitFor();
  if ((await page.locator(lightZones).count()) === 0) {
    await whenStill(page, 2_000);
    return 'MapLibre';
  }
  await page.waitForLoadState('networkidle');
  return 'light';
}

interface Traced {
  readonly name: string;
  readonly pid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
}

/** Acts in the page, and says how many milliseconds later the browser had drawn the last of what is not WebGL, by its own trace. */
export async function timeToDrawn(page: Page, act: string): Promise<number> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, {
    categories: [
      'blink.user_timing',
      'disabled-by-default-devtools.timeline',
      'disabled-by-default-devtools.timeline.frame',
      'devtools.timeline.frame',
      'devtools.timeline',
    ],
  });
  await page.evaluate(script => {
    performance.mark('chosen');
    new Function(script)();
  }, act);
  await page.waitForTimeout(1_500);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly Traced[] };
  const chosen = traceEvents.find(({ name }) => name === 'chosen')!;
  // The browser draws its own address bar too, in a process of its own.
  const pixels = traceEvents.filter(({ name, pid, ts }) => name === 'RasterTask' && pid === chosen.pid && ts > chosen.ts);
  if (pixels.length === 0) throw new Error('The page drew nothing.');
  const last = pixels.reduce((end, { ts, dur = 0 }) => Math.max(end, ts + dur), chosen.ts);
  const shown = traceEvents
    .filter(({ name, ts }) => name === 'DrawFrame' && ts >= last)
    .reduce((first, { ts, dur = 0 }) => Math.min(first, ts + dur), Infinity);
  return (shown - chosen.ts) / 1_000;
}

/** The middle of several times, and the least and the most of them. */
export function spread(times: readonly number[]): { readonly median: number; readonly text: string } {
  const sorted = times.toSorted((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  return { median, text: `${median.toFixed(0)} ms (${sorted[0]!.toFixed(0)} to ${sorted.at(-1)!.toFixed(0)})` };
}
