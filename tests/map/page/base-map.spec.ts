import { expect, type Page, test } from '@playwright/test';

/** A tile of one grey pixel. */
const tile = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');

async function tilesAnswered(page: Page, answers: boolean): Promise<string[]> {
  const asked: string[] = [];
  await page.route('https://cache.kartverket.no/**', route => {
    asked.push(route.request().url());
    return answers
      ? route.fulfill({ body: tile, contentType: 'image/png', headers: { 'access-control-allow-origin': '*' } })
      : route.abort('connectionrefused');
  });
  return asked;
}

test('the base map is off until it is switched on, names its owner, and stands in the address', async ({ page }) => {
  const asked = await tilesAnswered(page, true);
  await page.goto('/');
  const button = page.getByRole('button', { name: 'Bakgrunnskart' });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('.map canvas').first()).toBeVisible();
  expect(asked).toEqual([]);
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('© Kartverket')).toBeVisible();
  await expect(page).toHaveURL(/base=1/);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(asked[0]).toMatch(/\/topograatone\/default\/webmercator\/\d+\/\d+\/\d+\.png$/);
  await button.click();
  await expect(page.getByText('© Kartverket')).toBeHidden();
});

test('a base map that does not answer is switched off, and it is said; the zones stay', async ({ page }) => {
  await tilesAnswered(page, false);
  await page.goto('/?base=1');
  await expect(page.getByText('Bakgrunnskartet svarer ikke')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bakgrunnskart' })).toHaveAttribute('aria-pressed', 'false');
  await expect(page).not.toHaveURL(/base=1/);
  await expect(page.locator('.legend-list li').first()).toBeVisible();
});
