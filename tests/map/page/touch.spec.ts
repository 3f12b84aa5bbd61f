import { expect, type Page, test } from '@playwright/test';
import { withoutWebGl } from '../support/plain';
import { fingersOn } from '../support/touch';
import { lightZones, wake } from '../support/wake';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

for (const [kind, prepare, handle] of [
  ['', async () => {}, async () => {}],
  [' by MapLibre', async () => {}, wake],
  [' without WebGL', withoutWebGl, async () => {}],
] as const) {
  test(`an area is drawn with a finger on the map${kind}: taps are corners, a drag moves the map, a double tap ends it`, async ({
    page,
  }) => {
    await prepare(page);
    await page.goto('/?show=unemployed&year=2023&compare=area');
    await expect(page.locator(lightZones).first()).toBeVisible();
    await expect(page.locator('.legend-list li').first()).toBeAttached();
    await handle(page);
    await page.getByRole('button', { name: 'Tegn på kartet' }).tap();
    const fingers = await fingersOn(page);
    const { x, y } = await middleOf(page);
    const tap = async (right: number, down: number) => {
      await fingers('touchStart', { x: x + right, y: y + down });
      await fingers('touchEnd');
      // Two taps in a row are a double tap.
      await page.waitForTimeout(600);
    };
    await tap(-60, -40);
    await expect(page.getByText('1 hjørne')).toBeVisible();
    await tap(60, -40);
    await tap(60, 30);
    await expect(page.getByText('3 hjørner')).toBeVisible();

    // A drag moves the map and is no corner.
    await fingers('touchStart', { x, y });
    for (const step of [10, 25, 40]) await fingers('touchMove', { x: x - step, y });
    await fingers('touchEnd');
    await expect(page).toHaveURL(/at=/);
    await expect(page.getByText('3 hjørner')).toBeVisible();

    await page.getByRole('button', { name: 'Angre siste hjørne' }).tap();
    await expect(page.getByText('2 hjørner')).toBeVisible();
    await page.waitForTimeout(600);
    await tap(-30, 40);
    const camera = new URL(page.url()).searchParams.get('at');
    for (const _ of [1, 2]) {
      await fingers('touchStart', { x: x - 80, y: y + 20 });
      await fingers('touchEnd');
    }
    await expect(page).toHaveURL(/area=/);
    // To end an area does not come nearer.
    expect(new URL(page.url()).searchParams.get('at')).toBe(camera);
    await expect(page.getByRole('button', { name: 'Tegn på nytt' })).toBeVisible();
  });
}

test('an area is ended by its button too', async ({ page }) => {
  await page.goto('/?show=unemployed&year=2023&compare=area');
  await expect(page.locator('.legend-list li').first()).toBeAttached();
  await expect(page.locator(lightZones).first()).toBeVisible();
  await page.getByRole('button', { name: 'Tegn på kartet' }).tap();
  const { x, y } = await middleOf(page);
  for (const [right, down] of [
    [-60, -40],
    [60, -40],
    [0, 40],
  ] as const) {
    await page.touchscreen.tap(x + right, y + down);
    await page.waitForTimeout(600);
  }
  await page.getByRole('button', { name: 'Ferdig' }).tap();
  await expect(page).toHaveURL(/area=/);
});

/** The middle of what is seen of the map above the panel. */
async function middleOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const [map, panel] = [(await page.locator('.map').boundingBox())!, (await page.locator('.panel').boundingBox())!];
  const [top, bottom] = [Math.max(map.y, 0), Math.min(map.y + map.height, panel.y)];
  return { x: map.x + map.width / 2, y: (top + bottom) / 2 };
}
