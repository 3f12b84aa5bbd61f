import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { wake } from '../support/wake';

/** The water of the demo: Elvsundfjorden, Storvatnet and a tarn without a name. */
const attribution = 'Oppdikta kartblad (CC0 1.0)';

test('water is drawn over the zones from tiles, and the legend says what it is and whose', async ({ page }) => {
  const tile = page.waitForResponse(/\/tiles\/vann_flater\/\d+\/\d+\/\d+\.mvt/);
  await page.goto('/?show=unemployed&year=2023');
  await expect(page.locator('.legend-water')).toHaveText(`Vann${attribution}`);
  await wake(page);
  expect((await (await tile).body()).length).toBeGreaterThan(0);
});

test('a picture has water over the colours and under the borders, and names its source', async ({ page }) => {
  await page.goto('/?show=unemployed&year=2023');
  await expect(page.locator('.legend-water')).toBeVisible();
  await page.getByRole('button', { name: 'Del og last ned' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'SVG', exact: true }).click()]);
  const svg = await readFile(await download.path(), 'utf8');
  const [zone, water, border] = [
    svg.indexOf('<title>', svg.indexOf('evenodd')),
    svg.indexOf('" fill="url(#water)"/>'),
    svg.indexOf('" stroke="#595959" stroke-width="0.7"/>'),
  ];
  expect(zone).toBeGreaterThan(0);
  expect(water).toBeGreaterThan(zone);
  expect(border).toBeGreaterThan(water);
  expect(svg).toContain('>Vann</text>');
  expect(svg).toContain(`Vann: ${attribution}`);
});

test('the light map draws it, and the zone below still answers', async ({ page }) => {
  await page.goto('/?show=unemployed&year=2023');
  await expect(page.locator('.plain-water path').first()).toHaveAttribute('d', /^M.+Z$/);
  const { x, y, width, height } = (await page.locator('.plain-water').boundingBox())!;
  expect(width * height).toBeGreaterThan(0);
  // All over the water the pointer meets zones or nothing.
  const met = await page.evaluate(
    ([left, top, across, up]) =>
      [0.1, 0.3, 0.5, 0.7, 0.9].map(step => document.elementFromPoint(left! + step * across!, top! + step * up!)?.getAttribute('class')),
    [x, y, width, height],
  );
  expect(met).not.toContain('plain-water');
});

test('by keyboard: the small map of each year has it, as the legend says', async ({ page }) => {
  await page.goto('/?show=unemployed&year=2023');
  await page.getByRole('radio', { name: 'Alle år' }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.legend-water')).toHaveText(`Vann${attribution}`);
  const small = page.locator('.years canvas');
  await expect(small).toHaveCount(12);
  // Elvsundfjorden goes through all of the kommune: its colour, which no class has, is in each picture.
  await expect(async () => {
    const shares = await small.evaluateAll(all =>
      (all as HTMLCanvasElement[]).map(canvas => {
        const pixels = new Uint32Array(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
        // #c9dde9, as a little-endian machine holds it.
        return pixels.filter(pixel => pixel === 0xffe9ddc9).length / pixels.length;
      }),
    );
    for (const share of shares) expect(share).toBeGreaterThan(0.01);
  }).toPass();
});

test('a store without water has no word of it and asks for no tile', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  await page.goto(process.env.BOLYST_TWO_URL!);
  await expect(page.locator('.legend-list li').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.legend-water')).toHaveCount(0);
  expect(asked.filter(address => /vann_flater\/\d/.test(address))).toEqual([]);
});
