import type { Page } from '@playwright/test';

/** Makes the browser one without WebGL, as on a remote desktop. */
export async function withoutWebGl(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, kind: string, ...more: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
      return kind.startsWith('webgl') ? null : real.call(this, kind, ...more);
    } as typeof HTMLCanvasElement.prototype.getContext;
  });
}
