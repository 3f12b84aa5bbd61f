import { expect, test } from '@playwright/test';
import { valuesOf } from '../support/service';
import { lightZones, wake } from '../support/wake';

test('a new visitor sees zones of the demo, with a legend that counts every zone', async ({ page }) => {
  await page.goto('/');
  const counts = page.locator('.legend-list li > :last-child');
  await expect(counts).toHaveCount(5);
  const zones = (await counts.allInnerTexts()).map(text => Number.parseInt(text, 10));
  expect(zones.reduce((sum, zone) => sum + zone)).toBe(42);
  await expect(page.locator(lightZones)).toHaveCount(42);
});

test('division, subject and year are chosen by mouse, and stand in the address', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Inndeling').selectOption({ label: 'Grunnkretser' });
  await page.getByLabel('Indeks eller indikator').selectOption({ label: 'Mottakere av sosialhjelp' });
  await page.getByLabel('År', { exact: true }).selectOption('2020');
  await expect(page).toHaveURL(/zones=elvsund-grunnkrets-2018&show=social-assistance&year=2020/);
  await expect(page.locator('.legend')).toContainText('Mottakere av sosialhjelp 2020');
  await expect(page.locator('.legend')).toContainText('Skjult av hensyn til personvern');

  await page.goBack();
  await expect(page.getByLabel('År', { exact: true })).toHaveValue('2023');
});

test('an address opens the same view again', async ({ page }) => {
  await page.goto('/?zones=elvsund-bydel&show=unemployed&year=2015&lang=en');
  await expect(page.getByLabel('Division into zones')).toHaveValue('elvsund-bydel');
  await expect(page.locator('.legend')).toContainText('Unemployed 2015');
});

test('the page asks nobody but the service it came from', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', request => {
    if (!request.url().startsWith(baseURL!) && !request.url().startsWith('blob:')) elsewhere.push(request.url());
  });
  const complaints: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto('/?zone=9811030037');
  await expect(page.locator('.panel')).toContainText('Dalmoen');
  await wake(page);
  await page.waitForLoadState('networkidle');
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('another year repaints the map and loads no outline anew', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', request => {
    if (/elvsund-.*\.mvt|StreamZones/.test(request.url())) asked.push(`${request.url()} ${request.postData()}`);
  });
  await page.goto('/?show=persistent-low-income&year=2020');
  const select = async (year: string) => {
    await page.getByLabel('År', { exact: true }).selectOption(year);
    await expect(page.locator('.legend')).toContainText(year);
  };
  await expect(page.locator(lightZones).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const before = asked.length;
  await select('2021');
  await page.waitForLoadState('networkidle');
  expect(asked.length).toBe(before);
  await wake(page);
  for (const year of ['2020', '2022']) await select(year);
  await page.waitForLoadState('networkidle');
  expect(asked.filter(question => question.includes('.mvt')).length).toBeGreaterThan(0);
  expect(new Set(asked).size).toBe(asked.length);
});

test('the table says what the service says of every zone', async ({ page }) => {
  const answer = await valuesOf('elvsund-grunnkrets-2018', 'social-assistance', '2020');
  await page.goto('/?zones=elvsund-grunnkrets-2018&show=social-assistance&year=2020&view=table');
  await expect(page.locator('tbody tr')).toHaveCount(answer.codes.length);
  const rows = await page
    .locator('tbody tr')
    .evaluateAll(all => all.map(row => [...(row as HTMLTableRowElement).cells].map(cell => cell.textContent.trim())));
  const shown = new Map(rows.map(([name, code, value]) => [code!, { name, value }]));
  const [column] = answer.columns;
  const one = new Intl.NumberFormat('nb-NO', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const reasons: Record<string, string> = {
    OBSERVATION_STATUS_SUPPRESSED: 'Skjult av hensyn til personvern',
    OBSERVATION_STATUS_NOT_APPLICABLE: 'Ikke aktuelt',
  };
  answer.codes.forEach((code, zone) => {
    const value = column!.values[zone]!;
    expect(shown.get(code), code).toEqual({
      name: answer.names[zone],
      value: value === 'NaN' ? reasons[column!.statuses[zone]!] : `${one.format(value)}\u00a0%`,
    });
  });
});

test('the legend names the områdesatsinger of the year, with their years, and says which boundary is approximate', async ({ page }) => {
  await page.goto('/?show=persistent-low-income&year=2020');
  const legend = page.locator('.legend');
  await expect(legend).toContainText('Kvernliasatsinga2016–2025');
  await expect(legend).toContainText('Nordlandsløftet, omtrentlig grense2019–2028');
  await page.getByLabel('År', { exact: true }).selectOption('2017');
  await expect(legend).toContainText('Kvernliasatsinga');
  await expect(legend).not.toContainText('Nordlandsløftet');
  await page.getByLabel('År', { exact: true }).selectOption('2014');
  await expect(legend).not.toContainText('Kvernliasatsinga');
});
