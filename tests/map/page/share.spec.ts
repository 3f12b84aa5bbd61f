import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { valuesOf } from '../support/service';
import { lightZones, wake } from '../support/wake';

const address = '/?zones=elvsund-grunnkrets-2018&show=social-assistance&year=2020';

async function openShare(page: Page, view = address): Promise<void> {
  await page.goto(view);
  await expect(page.locator('.legend-list li').first()).toBeVisible();
  await page.getByRole('button', { name: 'Del og last ned' }).click();
  await expect(page.getByRole('heading', { name: 'Lenke' })).toBeVisible();
}

async function taken(page: Page, act: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

test('the link is copied and opens the same view', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(baseURL!).origin });
  await openShare(page, `${address}&view=table`);
  await page.getByRole('button', { name: 'Kopier' }).first().click();
  await expect(page.getByRole('dialog').getByText('Kopiert')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto(link);
  await expect(page.getByRole('table')).toContainText('Mottakere av sosialhjelp');
});

test('the link holds what is shown without being chosen, and the dataset, which one may leave out', async ({ page }) => {
  await openShare(page, '/');
  const link = page.getByLabel('Åpner det som vises nå');
  await expect(link).toHaveValue(/zones=elvsund-levekarssone&index=[\w-]+&year=2023&dataset=1$/);
  await page.getByRole('checkbox', { name: 'Med tallene slik de er nå (datasett 1)' }).uncheck();
  await expect(link).toHaveValue(/&year=2023$/);
});

test('an older dataset is shown as it was, and leads to the newest', async ({ page }) => {
  await page.goto('/?show=unemployed&year=2015&dataset=1');
  await expect(page.locator('.legend')).toContainText('Arbeidsledige 2015');
  await page.getByRole('link', { name: 'Vis de nyeste tallene' }).click();
  await expect(page).toHaveURL(/show=unemployed&year=2015$/);
});

test('a dataset that is not there is said, and leads to the newest', async ({ page }) => {
  await page.goto('/?dataset=99');
  await expect(page.getByRole('alert')).toContainText('Det som adressen ber om, finnes ikke her');
  await page.getByRole('link', { name: 'Vis de nyeste tallene' }).click();
  await expect(page.locator('.legend-list li').first()).toBeVisible();
});

test('the markup to embed holds the view, and the frame shows map, legend and sources alone', async ({ page, baseURL }) => {
  await openShare(page);
  const markup = await page.getByLabel('Kart og tegnforklaring i en ramme').inputValue();
  expect(markup).toMatch(/^<iframe src="[^"]+embed=1[^"]*" title="Mottakere av sosialhjelp 2020" /);
  await expect(page.getByText('sider på samme adresse')).toBeVisible();

  await page.route('**/elsewhere', route =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="nb"><title>x</title>${markup}` }),
  );
  await page.goto(`${baseURL}/elsewhere`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.legend')).toContainText('Mottakere av sosialhjelp 2020');
  await expect(frame.locator(lightZones).first()).toBeVisible();
  await expect(frame.getByText('Kilder:')).toBeVisible();
  await expect(frame.getByRole('combobox')).toHaveCount(0);
  await expect(frame.getByRole('link', { name: 'Åpne hele kartet' })).toHaveAttribute('href', /show=social-assistance/);
});

test('the picture as SVG has every zone with its number, the legend, the sources and the caveats', async ({ page }) => {
  const { codes } = await valuesOf('elvsund-grunnkrets-2018', 'social-assistance', '2020');
  await openShare(page);
  const { name, content } = await taken(page, () => page.getByRole('button', { name: 'SVG', exact: true }).click());
  expect(name).toBe('elvsund-grunnkrets-2018_social-assistance_2020.svg');
  const seen = await page.evaluate(svg => {
    const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
    return {
      broken: picture.querySelectorAll('parsererror').length,
      zones: picture.querySelectorAll('path > title').length,
      text: [...picture.querySelectorAll('text')].map(line => line.textContent).join(' '),
    };
  }, content.toString('utf8'));
  expect(seen.broken).toBe(0);
  expect(seen.zones).toBe(codes.length);
  for (const said of ['Mottakere av sosialhjelp 2020', 'Skjult av hensyn til', 'Kilder:', 'Ingen indeks her er offisiell'])
    expect(seen.text).toContain(said);
});

test('the picture as PNG is the same, twice as fine', async ({ page }) => {
  await openShare(page);
  const { content } = await taken(page, () => page.getByRole('button', { name: 'PNG', exact: true }).click());
  expect(content.subarray(1, 4).toString()).toBe('PNG');
  // Width: 2 × (760 map + 300 legend + 3 margins of 24).
  expect(content.readUInt32BE(16)).toBe(2264);
});

test('the files hold the column that is shown, number by number', async ({ page }) => {
  const answer = await valuesOf('elvsund-grunnkrets-2018', 'social-assistance', '2020');
  await openShare(page);
  const { content } = await taken(page, () => page.getByRole('link', { name: 'CSV' }).click());
  const [head, ...rows] = content
    .toString('utf8')
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map(line => line.split(','));
  const [code, value] = [head!.indexOf('code'), head!.indexOf('social_assistance')];
  expect(rows.map(row => row[code])).toEqual(answer.codes);
  expect(rows.map(row => (row[value] === '' ? 'NaN' : Number(row[value])))).toEqual(answer.columns[0]!.values);
  for (const [link, ending] of [
    ['Excel (XLSX)', 'xlsx'],
    ['GeoPackage', 'gpkg'],
  ] as const) {
    const href = await page.getByRole('link', { name: link }).getAttribute('href');
    expect((await page.request.head(href!)).status(), ending).toBe(200);
  }
});

for (const [paper, width, height, drawn] of [
  ['A4', 842, 595, 'MapLibre'],
  ['A3', 1191, 842, 'MapLibre'],
  ['A4', 842, 595, 'the light map'],
  ['A3', 1191, 842, 'the light map'],
] as const) {
  test(`it prints on one ${paper} with legend, sources and caveats, by ${drawn}`, async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    await page.goto(address);
    if (drawn === 'MapLibre') await wake(page);
    else await expect(page.locator(lightZones).first()).toBeVisible();
    await page.getByRole('button', { name: 'Del og last ned' }).click();
    await page.getByLabel('Papir').selectOption(paper);
    await page.getByRole('button', { name: 'Skriv ut' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
    const sheets = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const sizes = [...sheets.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, wide, high]) => [Number(wide), Number(high)]);
    expect(sizes.map(([wide, high]) => [Math.round(wide!), Math.round(high!)])).toEqual([[width, height]]);

    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    for (const said of ['Mottakere av sosialhjelp 2020', 'Kilder:', 'Ingen indeks her er offisiell'])
      await expect(page.getByText(said)).toBeVisible();
    if (drawn === 'the light map') {
      await expect(page.locator(lightZones).first()).toBeVisible();
      await expect(page.locator('.map-print:visible')).toHaveCount(0);
      return;
    }
    const colours = await page.locator('.map-print').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
    expect(colours).toBeGreaterThan(5);
  });
}

test('paper is light in the dark theme too: the map, the page and the pictures of charts', async ({ page }) => {
  await page.goto('/?zone=9811030037&show=unemployed&theme=dark');
  await expect(page.locator('.chart-picture svg').first()).toBeVisible();
  await wake(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'light');
  const corner = await page
    .locator('.map-print')
    .evaluate((canvas: HTMLCanvasElement) => [...canvas.getContext('2d')!.getImageData(5, 5, 1, 1).data]);
  expect(corner).toEqual([0xe9, 0xef, 0xf2, 255]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');

  const { content } = await taken(page, () =>
    page
      .getByRole('button', { name: /^SVG av diagrammet/ })
      .first()
      .click(),
  );
  expect(content.toString('utf8')).toContain('<rect width="100%" height="100%" fill="rgb(255, 255, 255)"/>');
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
});

test('a table prints as a table', async ({ page }) => {
  await page.goto(`${address}&view=table`);
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect([...sheets.matchAll(/\/MediaBox/g)].length).toBeGreaterThan(1);
});

test('a chart is taken along as a picture with its caption and sources, in its own colours', async ({ page }) => {
  await page.goto('/?zone=9811030037&show=unemployed');
  const button = page.getByRole('button', { name: /^SVG av diagrammet/ }).first();
  await expect(page.locator('.chart-picture svg').first()).toBeVisible();
  const { name, content } = await taken(page, () => button.click());
  expect(name).toBe('elvsund-levekarssone_9811030037_unemployed_2023_spread.svg');
  const svg = content.toString('utf8');
  expect(svg).toContain('Kilder: Bolyst (oppdikta)');
  expect(svg).not.toContain('var(');
  const broken = await page.evaluate(
    text => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent,
    svg,
  );
  expect(broken).toBeUndefined();
});

test('every head of the table sorts by its column, either way, by keyboard', async ({ page }) => {
  await page.goto(`${address}&view=table`);
  const codes = () => page.locator('tbody tr td:nth-child(2)').allInnerTexts();
  await page.getByRole('button', { name: 'Kode' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Kode' })).toHaveAttribute('aria-sort', 'ascending');
  const rising = await codes();
  expect(rising).toEqual(rising.toSorted());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Kode' })).toHaveAttribute('aria-sort', 'descending');
  expect(await codes()).toEqual(rising.toReversed());
});
