import type { Page } from '@playwright/test';

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

/** The middle of several times, and the least and the most of them. */
export function spread(times: readonly number[]): { readonly median: number; readonly text: string } {
  const sorted = times.toSorted((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  return { median, text: `${median.toFixed(0)} ms (${sorted[0]!.toFixed(0)} to ${sorted.at(-1)!.toFixed(0)})` };
}
