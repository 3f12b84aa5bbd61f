import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';

const views = {
  map: '/?show=social-assistance&zones=elvsund-grunnkrets-2018&year=2020',
  table: '/?view=table',
  zone: '/?zone=9811030037',
};

for (const [name, address] of Object.entries(views)) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing in ${name}, ${theme}`, async ({ page }) => {
      await page.goto(`${address}&theme=${theme}`.replace('/&', '/?'));
      await expect(page.locator('.legend-list li').first()).toBeVisible();
      await expectAccessible(page);
    });
  }
}

test('the first stop of the keyboard skips to the map', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Gå til kartet')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});
