import { expect, type Page, test } from '@playwright/test';
import { lightZones, untilAwake } from '../support/wake';

const kretser = '/?zones=elvsund-grunnkrets-2018&show=social-assistance&year=2020';
const library = /maplibre|openTiles|elvsund-.*\.mvt/;

const frame = (page: Page) => page.getByRole('application', { name: 'Kart over soner' });

test('the first page asks for nothing of MapLibre, however one looks around; the hand that moves the map brings it, and nothing jumps', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', request => {
    if (library.test(request.url())) asked.push(request.url());
  });
  await page.goto(kretser);
  await expect(page.locator(lightZones)).toHaveCount(180);
  await page.locator(lightZones).nth(20).hover();
  await expect(page.locator('.zone-tip')).toBeVisible();
  await page.getByLabel('År', { exact: true }).selectOption('2021');
  await page.locator(lightZones).nth(20).click();
  await expect(page.locator('.panel')).toBeVisible();
  await page.getByRole('button', { name: 'Lukk' }).click();
  await frame(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);

  await page.keyboard.press('Shift+ArrowRight');
  await expect(page).toHaveURL(/at=/);
  await page.mouse.move(0, 0);
  const [address, before] = [page.url(), await page.locator('.map').screenshot()];
  await untilAwake(page);
  expect(asked.filter(url => /maplibre-[^g]/.test(url)).length).toBe(1);
  expect(page.url()).toBe(address);
  await expect(frame(page)).toBeFocused();
  // The same picture: borders and dashes are drawn by others, but no colour has moved.
  expect(await shareOfOthers(page, before, await page.locator('.map').screenshot())).toBeLessThan(0.03);
});

test('the wheel, a drag and a double click bring it; it waits for the hand', async ({ page }) => {
  await page.goto(kretser);
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -200);
  await expect(page).toHaveURL(/at=/);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 30, { steps: 3 });
  await expect(page.locator('.map-tiles canvas')).toBeAttached();
  // Longer than it takes to come.
  await page.waitForTimeout(3_000);
  await expect(page.locator('.plain-map')).toHaveCount(1);
  const under = await page
    .locator('.plain-map')
    .evaluate((_, [left, top]) => document.elementFromPoint(left!, top!)?.tagName, [x + 60, y + 30]);
  expect(under).toBe('path');
  await page.mouse.up();
  await untilAwake(page);
  await expect(page).not.toHaveURL(/zone=/);
});

test('the same zones lie at the same places, and it stays for the visit', async ({ page }) => {
  await page.goto(kretser);
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  await page.mouse.dblclick(x, y);
  await expect(page).toHaveURL(/at=/);
  const points = [-120, -40, 40, 120].map(aside => ({ x: x + aside, y: y + aside / 2 }));
  await untilAwake(page);
  const after = await zonesAt(page, points);
  expect(new Set(after).size).toBeGreaterThan(2);
  const address = page.url();

  // A visitor who comes by the address sees them in the light map.
  await page.goto(address);
  await expect(page.locator(lightZones).first()).toBeVisible();
  expect(await zonesAt(page, points)).toEqual(after);

  await page.getByRole('button', { name: 'Zoom ut' }).click();
  await untilAwake(page);
  await page.getByText('Tabell', { exact: true }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.getByText('Kart', { exact: true }).click();
  await untilAwake(page);
});

test('where its file does not come the light map stays, moves, and says so', async ({ page }) => {
  await page.route(/openTiles/, route => route.abort());
  await page.goto(kretser);
  await expect(page.locator(lightZones).first()).toBeVisible();
  await page.getByRole('button', { name: 'Zoom inn' }).click();
  await expect(page.getByText('Denne delen av siden kom ikke')).toBeVisible();
  const address = page.url();
  await page.getByRole('button', { name: 'Zoom inn' }).click();
  await expect(page).not.toHaveURL(address);
  await expect(page.locator(lightZones).first()).toBeVisible();
});

test('before the page comes its head and its room stand there; in a frame of another page nothing does', async ({ page }) => {
  await page.route(/assets\/index-.*\.js/, route => route.abort());
  await page.goto('/');
  await expect(page.locator('.head img')).toBeVisible();
  await page.goto('/?embed=1');
  await expect(page.locator('.head')).toBeHidden();
});

/** The names of the zones under points of the page. */
async function zonesAt(page: Page, points: readonly { readonly x: number; readonly y: number }[]): Promise<string[]> {
  const names: string[] = [];
  for (const { x, y } of points) {
    await page.mouse.move(0, 0);
    await expect(page.locator('.zone-tip')).toHaveCount(0);
    await page.mouse.move(x, y);
    names.push((await page.locator('.zone-tip strong').textContent())!);
  }
  return names;
}

/** The middle of a zone in the middle of the map. */
async function middleOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = (await page.locator(lightZones).nth(90).boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** How much of two pictures of one size is of another colour, from 0 to 1; a shade is none. */
function shareOfOthers(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async pictures => {
      const [left, right] = await Promise.all(
        pictures.map(async picture => {
          const bytes = Uint8Array.from(atob(picture), sign => sign.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
          pen.drawImage(image, 0, 0);
          return pen.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      let others = 0;
      for (let at = 0; at < left!.length; at += 4) {
        const apart = [0, 1, 2].map(part => Math.abs(left![at + part]! - right![at + part]!));
        if (Math.max(...apart) > 60) others++;
      }
      return others / (left!.length / 4);
    },
    [one.toString('base64'), other.toString('base64')],
  );
}
