import { expect, test } from '@playwright/test';

// What is loaded stands in support/two-kommuner: the shares of Vestby's bydeler came without numerator and denominator, and nobody delivered a population.
const zone = `${process.env.BOLYST_TWO_URL}/?zones=vestby-bydel&zone=990202`;

test('an index of bare shares tells its factors, and why neither their parts nor how sure its rank is can be said', async ({ page }) => {
  await page.goto(`${zone}&index=levekar-product`);
  const panel = page.locator('.panel');
  await expect(panel).toContainText('1 av 2');
  await expect(panel).toContainText('Hvor sikker plassen er, kan ikke sies: et tall bak den kom uten teller og nevner.');
  const parts = panel.getByRole('region', { name: 'Hva ligger bak' });
  await expect(parts.getByRole('row', { name: 'Vedvarende lavinntekt 20,0 %' })).toBeVisible();
  await expect(parts.getByRole('row', { name: 'Arbeidsledige 5,0 %' })).toBeVisible();
  await expect(parts.getByRole('row', { name: 'Mottakere av sosialhjelp 8,0 %' })).toBeVisible();
  // Once for the parts, once for the way through time, which is told by the same distance.
  await expect(panel.getByText('Kan ikke settes ved siden av alle sonene samlet')).toHaveCount(2);
  await expect(page.getByRole('alert')).toBeEmpty();
});

test('a bare share is never called sure', async ({ page }) => {
  await page.goto(`${zone}&show=unemployed`);
  const panel = page.locator('.panel');
  await expect(panel).toContainText('Hvor sikker plassen er, kan ikke sies');
  await expect(panel.locator('figcaption').filter({ hasText: 'over tid' })).toBeVisible();
  await expect(panel).not.toContainText('sikkert mellom');
  await expect(panel).not.toContainText('sikkert bedre');
  const groups = panel.getByRole('rowgroup');
  await expect(groups.filter({ hasText: 'Kan ikke sikkert settes ved siden av Vestby' })).toContainText('Vedvarende lavinntekt');
});
