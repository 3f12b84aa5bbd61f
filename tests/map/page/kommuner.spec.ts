import { expect, test } from '@playwright/test';

// What is loaded stands in support/two-kommuner.
const two = process.env.BOLYST_TWO_URL!;

test('choosing a kommune leaves its divisions to choose from, and goes there', async ({ page }) => {
  await page.goto(two);
  const divisions = page.getByLabel('Inndeling').locator('option');
  await expect(divisions).toHaveText(['Kretser', 'Bydeler i Vestby', 'Kommuner', 'Bydeler i Østby']);
  await page.getByLabel('Kommune').selectOption({ label: 'Vestby' });
  await expect(divisions).toHaveText(['Kretser', 'Bydeler i Vestby', 'Kommuner']);
  await expect(page.getByLabel('Inndeling')).toHaveValue('vestby-bydel');
  await expect(page).toHaveURL(/kommune=9902/);

  await page.getByLabel('Kommune').selectOption({ label: 'Alle kommuner' });
  await expect(divisions).toHaveCount(4);
});

test('an address of a kommune that is not there shows all', async ({ page }) => {
  await page.goto(`${two}/?kommune=0301`);
  await expect(page.getByLabel('Kommune')).toHaveValue('');
  await expect(page.getByLabel('Inndeling').locator('option')).toHaveCount(4);
});

test('an outline without numbers says so', async ({ page }) => {
  await page.goto(`${two}/?zones=ostby-bydel`);
  await expect(page.getByText('Det er ingen tall for denne inndelingen.')).toBeVisible();
});

test('each reason for a missing number has its pattern and its words in the legend, and its words in the table', async ({ page }) => {
  await page.goto(`${two}/?zones=kretser`);
  const lines = page.locator('.legend-list li');
  await expect(lines.filter({ hasText: 'Skjult av hensyn til personvern' })).toContainText('1 sone');
  await expect(lines.filter({ hasText: 'For få innbyggere' })).toContainText('1 sone');
  await expect(lines.filter({ hasText: 'Ikke aktuelt' })).toContainText('1 sone');
  await expect(lines.filter({ hasText: 'Ikke levert; Kommer senere' })).toContainText('2 soner');
  const samples = await page
    .locator('.legend-list canvas')
    .evaluateAll(all => all.map(canvas => (canvas as HTMLCanvasElement).toDataURL()));
  expect(new Set(samples).size).toBe(samples.length);

  await page.getByText('Tabell', { exact: true }).click();
  const cells = page.locator('tbody tr td:nth-child(3)');
  await expect(cells).toHaveText([
    '12,0\u00a0%',
    '7,3\u00a0%',
    '5,5\u00a0%',
    'Ikke levert',
    'Kommer senere',
    'Skjult av hensyn til personvern',
    'For få innbyggere',
    'Ikke aktuelt',
  ]);
});
