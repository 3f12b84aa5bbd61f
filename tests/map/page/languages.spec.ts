import { expect, test } from '@playwright/test';

for (const [locale, title, language] of [
  ['nb-NO', 'Levekårskart', 'nb'],
  ['nn-NO', 'Levekårskart', 'nn'],
  ['en-GB', 'Living conditions map', 'en'],
  ['fr-FR', 'Levekårskart', 'nb'],
] as const) {
  test.describe(() => {
    test.use({ locale });
    test(`a browser that speaks ${locale} gets ${language}`, async ({ page }) => {
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page).toHaveTitle(`${title} – Bolyst`);
    });
  });
}

test('the language is chosen, with the names and the numbers of the service', async ({ page }) => {
  await page.goto('/?show=persistent-low-income&year=2020');
  await page.getByLabel('Språk').selectOption({ label: 'Nynorsk' });
  await expect(page.locator('.legend')).toContainText('Vedvarande låginntekt');
  await expect(page.locator('.legend')).toContainText('omtrent like mange soner i kvar klasse');
  await expect(page).toHaveURL(/lang=nn/);
});
