import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { see, views } from '../support/views';

for (const [name, view] of Object.entries(views)) {
  test(`${name}: axe finds nothing by day, by night and on the narrowest screen, which nothing is wider than`, async ({ page }) => {
    await see(page, view);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    // WCAG 1.4.10: 320 pixels, which is 1280 at 400 percent. Maps and tables scroll by themselves.
    await page.setViewportSize({ width: 320, height: 640 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test('the first stop of the keyboard skips to the map', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Gå til kartet')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});
