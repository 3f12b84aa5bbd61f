import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { withoutWebGl } from '../support/plain';
import { valuesOf } from '../support/service';

test.beforeEach(({ page }) => withoutWebGl(page));

const address = '/?zones=elvsund-grunnkrets-2018&show=social-assistance&year=2020';
const zonesOf = (page: Page) => page.locator('.plain-zones path');

test('without WebGL the map is drawn as SVG: each zone in the colour or the pattern of its class', async ({ page }) => {
  const answer = await valuesOf('elvsund-grunnkrets-2018', 'social-assistance', '2020');
  await page.goto(address);
  await expect(page.getByText('Nettleseren mangler WebGL')).toBeVisible();
  await expect(zonesOf(page)).toHaveCount(answer.codes.length);
  const fills = await zonesOf(page).evaluateAll(paths => paths.map(path => path.getAttribute('fill')!));
  const hidden = answer.columns[0]!.statuses.flatMap((status, zone) => (status === 'OBSERVATION_STATUS_SUPPRESSED' ? [zone] : []));
  expect(hidden.length).toBeGreaterThan(0);
  for (const zone of hidden) expect(fills[zone]).toMatch(/^url\(#.+-diagonal\)$/);
  const counts = (await page.locator('.legend-list li > :last-child').allInnerTexts()).map(text => Number.parseInt(text, 10));
  const painted = [...new Set(fills)].map(fill => fills.filter(other => other === fill).length);
  expect(painted.toSorted()).toEqual(counts.toSorted());
});

test('a click opens a zone, and the map is moved and zoomed by its buttons', async ({ page }) => {
  await page.goto(address);
  await zonesOf(page).nth(3).click();
  await expect(page).toHaveURL(/zone=\d{8}/);
  await expect(page.locator('.panel')).toBeVisible();
  await page.getByRole('button', { name: 'Zoom inn' }).click();
  await expect(page).toHaveURL(/at=/);
  await page.getByRole('button', { name: 'Vis hele området' }).click();
  await expect(page).not.toHaveURL(/at=/);
});

test('the keys go from zone to zone and into one, as on the other map', async ({ page }) => {
  await page.goto(address);
  await expect(zonesOf(page).first()).toBeVisible();
  await page.getByRole('application').focus();
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.zone-tip')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.locator('.panel')).toBeVisible();
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in it, ${theme}`, async ({ page }) => {
    await page.goto(`${address}&theme=${theme}`);
    await expect(zonesOf(page).first()).toBeVisible();
    await expectAccessible(page);
  });
}
