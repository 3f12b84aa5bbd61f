import type { Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fingers on the screen, as the browser itself gets them: touches become pointers, gestures and clicks by its own rules. */
export async function fingersOn(
  page: Page,
): Promise<(type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: readonly Point[]) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  return async (type, ...at) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(({ x, y }, id) => ({ x, y, id })) });
  };
}
