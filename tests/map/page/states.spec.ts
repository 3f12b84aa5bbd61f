import { expect, test } from '@playwright/test';

test('an empty store says what to do', async ({ page }) => {
  await page.goto(process.env.BOLYST_EMPTY_URL!);
  await expect(page.getByRole('heading', { name: 'Ingenting er lastet inn ennå' })).toBeVisible();
  await expect(page.getByText('./bolyst demo --import')).toBeVisible();
});

test('while the service is away the last view stays, and the page comes back by itself', async ({ page, context }) => {
  await page.goto('/?show=unemployed&year=2020');
  await expect(page.locator('.legend')).toContainText('2020');
  await context.setOffline(true);
  await page.getByLabel('År', { exact: true }).selectOption('2016');
  await expect(page.getByRole('alert')).toContainText('Tjenesten svarer ikke');
  await expect(page.locator('.legend-list li')).toHaveCount(5);
  await context.setOffline(false);
  await expect(page.getByRole('alert')).toBeEmpty();
  await expect(page.locator('.legend')).toContainText('2016');
});

test('numbers that stay while others are on their way keep their own name', async ({ page, context }) => {
  await page.goto('/?show=unemployed&year=2020');
  const title = page.locator('.legend-title').first();
  const before = (await title.textContent())!;
  await context.setOffline(true);
  await page.getByLabel('Indeks eller indikator').selectOption({ label: 'Mottakere av sosialhjelp' });
  await expect(page.getByRole('alert')).toContainText('Tjenesten svarer ikke');
  await expect(title).toHaveText(before);
  await context.setOffline(false);
  await expect(title).toHaveText('Mottakere av sosialhjelp 2020');
});

test('each part of a panel says for itself that the service is away, and comes by itself when it answers', async ({ page }) => {
  let away = true;
  for (const method of ['ComparisonService/GetTrend', 'ComparisonService/ProfileZone', 'IndexService/ExplainIndex'])
    await page.route(`**/bolyst.v1.${method}*`, route => (away ? route.abort() : route.continue()));
  await page.goto('/?index=levekar-product&year=2023&zone=9811030027');
  const panel = page.locator('.panel');
  for (const part of ['Hva hver indikator bidrar med', 'Over tid', 'Indikatorer', 'Kilder'])
    await expect(
      panel
        .getByRole('status')
        .filter({ hasText: `${part}` })
        .first(),
    ).toContainText('tjenesten svarer ikke nå');
  away = false;
  await expect(panel.locator('figure').first()).toBeVisible();
  await expect(panel.getByText('tjenesten svarer ikke nå')).toHaveCount(0);
  await expect(panel.getByRole('region', { name: 'Kilder' })).toContainText('CC0 1.0');
});

test('a fault that waiting does not help is told in the part, with the words of the service', async ({ page }) => {
  await page.route('**/bolyst.v1.ComparisonService/GetTrend*', route =>
    route.fulfill({ status: 400, contentType: 'application/json', body: '{"code":"invalid_argument","message":"no such thing"}' }),
  );
  await page.goto('/?show=unemployed&year=2023&zone=9811030027');
  const part = page.getByRole('region', { name: 'Over tid' });
  await expect(part).toContainText('Over tid: Tjenesten tar ikke imot spørsmålet.');
  await part.getByText('Tjenestens egne ord').click();
  await expect(part).toContainText('no such thing');
});

for (const [language, words] of [
  ['nn', 'tenesta svarar ikkje no'],
  ['en', 'the service does not answer now'],
] as const) {
  test(`a part that waits says so in ${language}`, async ({ page }) => {
    await page.route('**/bolyst.v1.ComparisonService/GetTrend*', route => route.abort());
    await page.goto(`/?show=unemployed&year=2023&zone=9811030027&lang=${language}`);
    await expect(page.locator('.panel').getByRole('status').filter({ hasText: words })).toBeVisible();
  });
}

test('a part of the page whose file does not come says so, and is fetched again on demand', async ({ page }) => {
  let away = true;
  await page.route(/ZoneStory/, route => (away ? route.abort() : route.continue()));
  await page.goto('/?show=unemployed&year=2023&zone=9811030027');
  const part = page.locator('.panel .pending');
  await expect(part).toContainText('Denne delen av siden kom ikke');
  away = false;
  await part.getByRole('button', { name: 'Prøv igjen' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Over tid' })).toBeVisible();
});

test('before the numbers have come their places are held, and it is said', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route('**/bolyst.v1.*/**', async route => {
    await released;
    await route.continue();
  });
  await page.goto('/');
  await expect(page.getByRole('status').filter({ hasText: 'Henter tall' }).first()).toBeAttached();
  release();
  await expect(page.locator('.legend-list li')).toHaveCount(5);
});

test('a browser that is too old is told, in three languages, with a way to the numbers', async ({ page }) => {
  await page.addInitScript(() => {
    // biome-ignore lint/suspicious/noExplicitAny: a browser without what came in 2023
    (Array.prototype as any).toSorted = undefined;
  });
  await page.goto('/');
  await expect(page.getByText('Nettleseren er for gammel for kartet')).toBeVisible();
  await expect(page.locator('p[lang=nn]')).toContainText('Nettlesaren er for gammal');
  await expect(page.getByRole('link', { name: 'the numbers as tables' })).toHaveAttribute('href', 'ogc/collections?f=html');
});
