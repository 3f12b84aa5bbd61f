import { expect, type Page, test } from '@playwright/test';

const kretser = 'zones=elvsund-grunnkrets-2018';

test('two maps beside each other show two years in the same classes', async ({ page }) => {
  await page.goto(`/?show=unemployed&${kretser}&year=2023`);
  await page.getByText('To kart').click();
  await expect(page).toHaveURL(/view=beside/);
  await expect(page.locator('.map canvas.maplibregl-canvas')).toHaveCount(2);
  await page.getByLabel('Andre kart: år').selectOption('2020');
  await expect(page.locator('.map-title')).toHaveText(['Arbeidsledige 2023', 'Arbeidsledige 2020']);

  const [first, second] = await Promise.all([0, 1].map(legend => classesOf(page, legend)));
  expect(second).toEqual(first);
  await expect(page.locator('.legend').nth(1)).toContainText('Arbeidsledige 2020');
});

test('the second map may show another subject, with a legend of its own', async ({ page }) => {
  await page.goto(`/?show=unemployed&${kretser}&view=beside`);
  await page.getByLabel('Andre kart: indeks').selectOption({ label: 'Mottakere av sosialhjelp' });
  await expect(page).toHaveURL(/show2=social-assistance/);
  await expect(page.locator('.legend').nth(1)).toContainText('Mottakere av sosialhjelp');
});

test('maps beside each other look at the same place', async ({ page }) => {
  await page.goto(`/?show=unemployed&${kretser}&view=beside`);
  await expect(page.locator('.map canvas.maplibregl-canvas')).toHaveCount(2);
  await page.waitForLoadState('networkidle');
  const before = await picturesOf(page);
  // By keyboard, on the second map: the first follows.
  await page.getByRole('application').nth(1).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page).toHaveURL(/at=/);
  await expect.poll(async () => (await picturesOf(page))[0]).not.toBe(before[0]);
});

test('the border between two maps is moved by mouse and by keyboard', async ({ page }) => {
  await page.goto(`/?show=unemployed&${kretser}&view=swipe`);
  const border = page.getByRole('slider', { name: 'Skyv grensen mellom kartene' });
  await border.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/swipe=51/);
  const box = (await border.boundingBox())!;
  await page.mouse.move(box.x + 22 + (box.width - 44) * 0.51, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 22 + (box.width - 44) * 0.2, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/swipe=(19|20|21)(&|$)/);
});

test('every year has a small map in the same classes, told in words, that leads to the year', async ({ page }) => {
  await page.goto(`/?show=unemployed&${kretser}&year=2021`);
  await page.getByText('Alle år', { exact: true }).click();
  const years = page.locator('.years figure');
  await expect(years).toHaveCount(12);
  const said = await years.locator('canvas').evaluateAll(all => all.map(canvas => canvas.getAttribute('aria-label')!));
  for (const words of said) expect(zonesIn(words)).toBe(180);
  // Classes are those of the newest year, where all are about as large.
  const [oldest, newest] = [said[0]!, said[11]!].map(words => words.split('; ').map(part => part.split(': ')[0]));
  expect(oldest!.slice(0, 5)).toEqual(newest!.slice(0, 5));
  await page.getByRole('button', { name: '2019' }).click();
  await expect(page).toHaveURL(/year=2019/);
  await expect(page.locator('.legend').first()).toContainText('Arbeidsledige 2019');
});

test('the years play by themselves to the newest, in the same classes, and stop when asked', async ({ page }) => {
  await page.goto(`/?show=unemployed&${kretser}&year=2021`);
  await page.getByRole('button', { name: 'Spill av årene' }).click();
  await expect(page.getByLabel('Samme klasser i alle år')).toBeChecked();
  await expect(page.getByLabel('År', { exact: true })).toHaveValue('2022');
  await expect(page.getByLabel('År', { exact: true })).toHaveValue('2023');
  await expect(page.getByRole('button', { name: 'Spill av årene' })).toBeVisible();

  await page.getByRole('button', { name: 'Forrige år' }).press('Enter');
  await expect(page.getByLabel('År', { exact: true })).toHaveValue('2022');
  await page.getByRole('button', { name: 'Spill av årene' }).press('Enter');
  await page.getByRole('button', { name: 'Stopp' }).press('Enter');
  await page.waitForTimeout(2_000);
  await expect(page.getByLabel('År', { exact: true })).toHaveValue('2022');
});

/** What the classes of a legend are called. */
function classesOf(page: Page, legend: number): Promise<string[]> {
  return page
    .locator('.legend')
    .nth(legend)
    .locator('.legend-list')
    .first()
    .locator('li > span:nth-child(2)')
    .evaluateAll(all => all.slice(0, 5).map(text => text.textContent));
}

function zonesIn(words: string): number {
  return [...words.matchAll(/: (\d+) soner?/g)].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** The maps as pictures: equal texts are equal pictures. */
async function picturesOf(page: Page): Promise<string[]> {
  const maps = await page.locator('.map').all();
  return Promise.all(maps.map(async map => (await map.screenshot()).toString('base64')));
}
