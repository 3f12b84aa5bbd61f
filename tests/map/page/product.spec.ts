import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/service';
import { cells } from '../support/tables';

// A product of shares is a number such as 0.000069: the page tells it in millionths, and files and the service keep the product.
const zoneSet = 'elvsund-levekarssone';
const address = '/?index=levekar-product&year=2023';
const whole = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 0 });
const three = new Intl.NumberFormat('nb-NO', { maximumSignificantDigits: 3 });
const told = (product: number) => (product * 1e6 < 100 ? three : whole).format(product * 1e6);

function products() {
  return ask<{ codes: string[]; names: string[]; scores: number[] }>('IndexService/GetIndex', {
    definition: 'levekar-product',
    zoneSet,
    period: '2023',
  });
}

function legend(page: Page): Promise<string[]> {
  return page.locator('.legend-list li').evaluateAll(lines => lines.map(line => line.querySelectorAll('span')[1]!.textContent));
}

test('table, legend, panel and hover tell an index in millionths, the file has the product', async ({ page }) => {
  const { codes, names, scores } = await products();
  const { breaks } = (await (
    await fetch(`${process.env.BOLYST_URL}/styles/${zoneSet}/levekar_product/classes.json?period=2023&lang=nb`)
  ).json()) as { breaks: number[] };
  await page.goto(`${address}&view=table`);
  await expect(page.locator('.legend')).toContainText('milliondeler');
  const [first, ...more] = breaks.map(told);
  const pairs = more.map((limit, at) => `${[first, ...more][at]} – under ${limit}`);
  expect(await legend(page)).toEqual([`under ${first}`, ...pairs, `${more.at(-1)} eller mer`]);
  const shown = await cells(page, '.table table');
  expect(new Map(shown.map(([, code, value]) => [code, value]))).toEqual(
    new Map(codes.map((code, place) => [code, `${told(scores[place]!)}\u00a0milliondeler`])),
  );

  const highest = scores.indexOf(Math.max(...scores));
  await page.getByRole('button', { name: names[highest]! }).click();
  await expect(page.locator('.zone-value')).toHaveText(`${told(scores[highest]!)}\u00a0milliondeler`);

  await page.getByRole('button', { name: 'Del og last ned' }).click();
  const file = await (await fetch(new URL((await page.getByRole('link', { name: 'CSV' }).getAttribute('href'))!, page.url()))).text();
  expect(file).toContain(String(scores[highest]));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'SVG', exact: true }).click()]);
  const picture = await readFile(await download.path(), 'utf8');
  expect(picture).toContain(`${more.at(-1)} eller mer`);
  expect(picture).toContain(`${names[highest]}: ${told(scores[highest]!)}\u00a0milliondeler`);
});

test('by keyboard: the zone that is pointed at says it in millionths', async ({ page }) => {
  const { names, scores } = await products();
  await page.goto(address);
  await expect(page.locator('.legend-list li').first()).toBeVisible();
  const map = page.getByRole('application', { name: 'Kart over soner' });
  const tip = page.locator('.zone-tip');
  await expect(async () => {
    await map.press('ArrowRight');
    await expect(tip).toContainText('milliondeler', { timeout: 1_000 });
  }).toPass();
  const said = (await tip.textContent())!;
  const place = names.findIndex(name => said.startsWith(name));
  expect(said).toContain(`${told(scores[place]!)}\u00a0milliondeler`);
});

for (const [language, words] of [
  ['nn', ['milliondelar', 'eller meir']],
  ['en', ['per million', 'or more']],
] as const) {
  test(`the legend of an index speaks ${language}`, async ({ page }) => {
    await page.goto(`${address}&lang=${language}`);
    for (const word of words) await expect(page.locator('.legend')).toContainText(word);
  });
}
