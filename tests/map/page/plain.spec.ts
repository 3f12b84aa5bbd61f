import { expect, type Page, test } from '@playwright/test';
import { withoutWebGl } from '../support/plain';
import { valuesOf } from '../support/service';
import { fingersOn } from '../support/touch';

test.beforeEach(({ page }) => withoutWebGl(page));

const address = '/?zones=elvsund-grunnkrets-2018&show=social-assistance&year=2020';
const zonesOf = (page: Page) => page.locator('.plain-zones path');

test('without WebGL the map is drawn as SVG: each zone in the colour or the pattern of its class', async ({ page }) => {
  const answer = await valuesOf('elvsund-grunnkrets-2018', 'social-assistance', '2020');
  await page.goto(address);
  await expect(zonesOf(page)).toHaveCount(answer.codes.length);
  const fills = await zonesOf(page).evaluateAll(paths => paths.map(path => path.getAttribute('fill')!));
  const hidden = answer.columns[0]!.statuses.flatMap((status, zone) => (status === 'OBSERVATION_STATUS_SUPPRESSED' ? [zone] : []));
  expect(hidden.length).toBeGreaterThan(0);
  for (const zone of hidden) expect(fills[zone]).toMatch(/^url\(#.+-diagonal\)$/);
  const counts = (await page.locator('.legend-list li > :last-child').allInnerTexts()).map(text => Number.parseInt(text, 10));
  const painted = [...new Set(fills)].map(fill => fills.filter(other => other === fill).length);
  expect(painted.toSorted()).toEqual(counts.toSorted());
  // Nobody is told before it matters.
  const said = page.getByRole('status').filter({ hasText: 'Nettleseren mangler WebGL' });
  await expect(said).toBeHidden();
  await page.getByRole('button', { name: 'Bakgrunnskart' }).click();
  await expect(said).toBeVisible();
  await expect(zonesOf(page)).toHaveCount(answer.codes.length);
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

test('the wheel draws the ground under the pointer larger, and dragging takes it along', async ({ page }) => {
  await page.goto(address);
  const middle = await middleOf(page);
  const under = () => placeAt(page, middle);
  const before = await under();
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(0, -450);
  await expect(page).toHaveURL(/at=/);
  const zoom = zoomIn(page.url());
  expect(await under()).toBe(before);

  await page.mouse.down();
  await page.mouse.move(middle.x + 40, middle.y + 20);
  await page.mouse.move(middle.x + 120, middle.y - 60, { steps: 3 });
  await page.mouse.up();
  expect(await placeAt(page, { x: middle.x + 120, y: middle.y - 60 })).toBe(before);
  expect(zoomIn(page.url())).toBe(zoom);
  await expect(page).not.toHaveURL(/zone=/);
  await page.mouse.wheel(0, 450);
  await expect(async () => expect(zoomIn(page.url())).toBeCloseTo(zoom - 1, 1)).toPass();
});

test('two fingers draw it larger, and one moves it', async ({ page }) => {
  await page.goto(address);
  const { x, y } = await middleOf(page);
  const fingers = await fingersOn(page);
  const before = await placeAt(page, { x, y });
  await fingers('touchStart', { x: x - 40, y }, { x: x + 40, y });
  await fingers('touchMove', { x: x - 60, y }, { x: x + 60, y });
  await fingers('touchMove', { x: x - 80, y }, { x: x + 80, y });
  await fingers('touchEnd');
  await expect(page).toHaveURL(/at=/);
  expect(await placeAt(page, { x, y })).toBe(before);
  const zoom = zoomIn(page.url());
  await fingers('touchStart', { x, y });
  await fingers('touchMove', { x: x + 30, y });
  await fingers('touchMove', { x: x + 90, y });
  await fingers('touchEnd');
  expect(await placeAt(page, { x: x + 90, y })).toBe(before);
  expect(zoomIn(page.url())).toBe(zoom);
  await expect(page).not.toHaveURL(/zone=/);
});

test('borders of kommuner, names where there is room and boundaries by their standing are those of the other map', async ({ page }) => {
  await page.goto('/?show=unemployed&year=2023');
  await expect(page.locator('.plain-kommuner')).toHaveAttribute('d', /^M/);
  // Kvernliasatsinga is official, Nordlandsløftet a proxy: dashes of 3 and 1.5 widths, and of 1 and 1.
  const dashes = page.locator('.plain-boundaries path[stroke-dasharray]');
  expect(await dashes.evaluateAll(paths => paths.map(path => path.getAttribute('stroke-dasharray')))).toEqual(['7.5 3.75', '2.5 2.5']);
  const names = page.locator('.plain-names text');
  await expect(names.filter({ hasText: 'Kvernliasatsinga' })).toContainText('2016–2025');
  const boxes = await names.evaluateAll(texts => texts.map(text => text.getBoundingClientRect().toJSON() as DOMRect));
  expect(boxes.length).toBeGreaterThan(10);
  const meet = boxes.some((one, at) =>
    boxes.slice(at + 1).some(other => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom),
  );
  expect(meet).toBe(false);
  const few = boxes.length;
  await page.goto('/?zones=elvsund-grunnkrets-2018&show=social-assistance&year=2020');
  await expect(page.locator('.plain-zones path').first()).toBeVisible();
  expect(await names.count()).toBeLessThan(few);
});

test('it prints, light, whatever the theme is', async ({ page }) => {
  await page.goto(`${address}&theme=dark`);
  await expect(zonesOf(page).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.plain-map')).toHaveCSS('background-color', 'rgb(233, 239, 242)');
  const { width, height } = (await page.locator('.plain-map > svg').first().boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThan(300);
  await expect(page.locator('.plain-names')).toBeVisible();
  // Far more than a sheet without the paths of 180 zones takes.
  expect((await page.pdf({ preferCSSPageSize: true, printBackground: true })).length).toBeGreaterThan(100_000);
});

/** A place of the map with a zone, away from names and marks. */
async function middleOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = (await zonesOf(page).nth(20).boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

function placeAt(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<string | null | undefined> {
  return page.evaluate(([left, top]) => document.elementFromPoint(left!, top!)?.getAttribute('data-place'), [x, y]);
}

/** The zoom in `at=longitude,latitude,zoom`. */
function zoomIn(address: string): number {
  return Number(new URL(address).searchParams.get('at')!.split(',')[2]);
}
