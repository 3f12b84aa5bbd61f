import { expect, test } from '@playwright/test';

const label = 'Finn sone eller koordinat';

test('a zone is found by its name with the keyboard alone, and its panel opens', async ({ page }) => {
  await page.goto('/?lang=nb');
  const field = page.getByRole('combobox', { name: label });
  await field.focus();
  await field.pressSequentially('dalm');
  const options = page.locator('.find').getByRole('option');
  await expect(options.first()).toContainText('Dalmoen');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await field.press('ArrowDown');
  const active = await field.getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');
  await expect(page.locator('.panel')).toContainText('Dalmoen');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  // The map goes there: where it looks stands in the address.
  await expect(page).toHaveURL(/zone=\d+.*at=/);
});

test('a code of another division leads to that division, by mouse', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: label }).fill('98110101');
  await page
    .locator('.find')
    .getByRole('option', { name: /Grunnkretser i Elvsund fra 2018/ })
    .first()
    .click();
  await expect(page).toHaveURL(/zones=elvsund-grunnkrets-2018&zone=98110101/);
  await expect(page.locator('.panel')).toBeVisible();
});

test('Escape closes the list, then empties the field', async ({ page }) => {
  await page.goto('/');
  const field = page.getByRole('combobox', { name: label });
  await field.fill('dal');
  await expect(page.locator('.find').getByRole('listbox')).toBeVisible();
  await field.press('Escape');
  await expect(page.locator('.find').getByRole('listbox')).toBeHidden();
  await expect(field).toHaveValue('dal');
  await field.press('Escape');
  await expect(field).toHaveValue('');
});

test('what is nowhere is said', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: label }).fill('qwerty');
  await expect(page.getByText('Ingen sone har dette navnet')).toBeVisible();
});

// A point inside Dalmoen, by PostGIS: select ST_AsText(ST_Transform(ST_SetSRID(ST_MakePoint(62343, 7297421), 25833), 4326), 6), and 25832.
for (const [kind, written] of [
  ['degrees', '65.501498 5.512852'],
  ['UTM 33', '62343 7297421'],
  ['UTM 32', '7268815.6 N 338712.4 E 32'],
] as const) {
  test(`a coordinate in ${kind} opens the zone it lies in and is marked, and is sent in no address`, async ({ page }) => {
    const lookups: string[] = [];
    page.on('request', request => {
      if (request.url().includes('LookupZones')) lookups.push(`${request.method()} ${new URL(request.url()).search}`);
    });
    await page.goto('/');
    const field = page.getByRole('combobox', { name: label });
    await field.fill(written);
    await expect(page.locator('.find').getByRole('option')).toContainText('Gå til koordinaten');
    await field.press('Enter');
    await expect(page.getByText('Ligger i Dalmoen')).toBeVisible();
    await expect(page.locator('.panel')).toContainText('Dalmoen');
    await expect(page).toHaveURL(/spot=5\.\d+,65\.\d+/);
    expect(lookups).toEqual(['POST ']);
  });
}

test('a coordinate outside of every zone says so', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: label }).fill('59.91 10.75');
  await page.locator('.find').getByRole('option').click();
  await expect(page.getByText('Ligger utenfor Levekårssoner i Elvsund')).toBeVisible();
});
