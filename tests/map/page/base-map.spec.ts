import { test as base, expect, type Page } from '@playwright/test';
import { type Manner, serveTiles, type TileServer, tileColour } from '../support/tileServer';
import { lightZones } from '../support/wake';

/** Kartverket's address leads to a server of the test, over real sockets: the page, its policy and the browser know no difference. */
const test = base.extend<object, { readonly tiles: TileServer }>({
  tiles: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern
    async ({}, use) => {
      const server = await serveTiles();
      await use(server);
      server.close();
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ playwright, launchOptions, tiles }, use) => {
      const led = [`--host-resolver-rules=MAP cache.kartverket.no 127.0.0.1:${tiles.port}`, '--ignore-certificate-errors'];
      const browser = await playwright.chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), ...led] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

test.beforeEach(({ tiles }) => {
  tiles.manner = 'right';
  tiles.asked.length = 0;
});

const button = (page: Page) => page.getByRole('button', { name: 'Bakgrunnskart' });

test('it is off until it is switched on, lies under the zones, names its owner, and stands in the address', async ({ page, tiles }) => {
  await page.goto('/?show=unemployed&year=2023');
  await expect(page.locator(lightZones).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(tiles.asked).toEqual([]);
  await expect(button(page)).toHaveAttribute('aria-pressed', 'false');

  await button(page).press('Enter');
  await expect(button(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('© Kartverket')).toBeVisible();
  await expect(page).toHaveURL(/base=1/);
  await expect.poll(() => cornerOf(page)).toEqual([...tileColour]);
  // WMTS: TileMatrix, TileRow, TileCol. The demo lies at 65.5 north and 5.5 east: at zoom 9 row floor((1 - ln(tan + sec) / pi) / 2 * 512) = 131 and column 263.
  const asked = tiles.asked.map(path => /^\/v1\/wmts\/1\.0\.0\/topograatone\/default\/webmercator\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(path)!);
  for (const [, zoom, row, column] of asked) {
    const scale = 2 ** (Number(zoom) - 9);
    expect(Math.abs(Number(row) / scale - 131.5)).toBeLessThan(3);
    expect(Math.abs(Number(column) / scale - 263.5)).toBeLessThan(3);
  }

  await button(page).click();
  await expect(page.getByText('© Kartverket')).toBeHidden();
  await expect(page).not.toHaveURL(/base=1/);
  const before = tiles.asked.length;
  await page.getByRole('button', { name: 'Zoom inn' }).click();
  await page.waitForLoadState('networkidle');
  expect(tiles.asked.length).toBe(before);
});

test('one that is late comes in the end, and the zones do not wait for it', async ({ page, tiles }) => {
  tiles.manner = 'late';
  await page.goto('/?base=1&show=unemployed&year=2023');
  await expect(page.locator('.legend-list li').first()).toBeVisible();
  await expect(page.getByText('© Kartverket')).toBeVisible();
  await expect.poll(() => cornerOf(page)).toEqual([...tileColour]);
  await expect(button(page)).toHaveAttribute('aria-pressed', 'true');
});

for (const manner of ['forbidden', 'silent', 'without CORS', 'hangs up'] satisfies Manner[]) {
  test(`one that does not answer (${manner}) is switched off, and it is said; the zones stay`, async ({ page, tiles }) => {
    tiles.manner = manner;
    await page.goto('/?base=1');
    await expect(page.getByText('Bakgrunnskartet svarer ikke')).toBeVisible();
    await expect(button(page)).toHaveAttribute('aria-pressed', 'false');
    await expect(page).not.toHaveURL(/base=1/);
    await expect(page.locator('.legend-list li').first()).toBeVisible();
    tiles.manner = 'right';
    await button(page).click();
    await expect(page.getByText('© Kartverket')).toBeVisible();
  });
}

test('a name that leads nowhere is switched off and said too', async ({ page }) => {
  await page.route('https://cache.kartverket.no/**', route => route.abort('namenotresolved'));
  await page.goto('/?base=1');
  await expect(page.getByText('Bakgrunnskartet svarer ikke')).toBeVisible();
});

test('the policy of the page lets it ask that origin alone', async ({ page, tiles }) => {
  const answer = (await page.goto('/'))!;
  expect(answer.headers()['content-security-policy']).toContain("connect-src 'self' https://cache.kartverket.no;");
  const asks = (address: string) =>
    page.evaluate(
      there =>
        fetch(there).then(
          ({ status }) => status,
          () => 'refused',
        ),
      address,
    );
  expect(await asks('https://cache.kartverket.no/v1/x.png')).toBe(200);
  const reached = tiles.asked.length;
  expect(await asks(`https://127.0.0.1:${tiles.port}/v1/x.png`)).toBe('refused');
  expect(tiles.asked.length).toBe(reached);
});

/** The colour of the map in its corner, where no zone is. */
function cornerOf(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const paper = document.querySelector<HTMLCanvasElement>('.map-print')!;
    const [red, green, blue] = paper.getContext('2d')!.getImageData(5, 5, 1, 1).data;
    dispatchEvent(new Event('afterprint'));
    return [red!, green!, blue!];
  });
}
