import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';

/** Opens a file as a person does; the names of its columns are as people write them. */
async function open(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Adressefil' }).click();
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lagre som CSV' }).click()]);
  return readFile(await download.path(), 'utf8');
}

test('each row of a file gets its zone, each fault its row, and the file is saved with both', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', request => {
    if (request.url().includes('LookupZones')) asked.push(`${request.method()} ${new URL(request.url()).search}`);
  });
  await page.goto('/');
  // The point in Dalmoen is that of find.spec.ts; Oslo lies outside of the demo.
  await open(page, 'adresser.csv', 'Adresse;Nord;Øst\r\n"Dalveien 1; H0101";7297421;62343\r\nOslo;6649000;262000\r\nUkjent;;\r\n');
  await expect(page.getByLabel('Bredde eller nord')).toHaveValue('1');
  await expect(page.getByLabel('Lengde eller øst')).toHaveValue('2');
  await expect(page.getByLabel('Koordinatsystem')).toHaveValue('utm33');
  await page.getByRole('button', { name: 'Slå opp 3 rader' }).click();
  await expect(page.getByText('Rader med sone: 1. Rader uten: 2.')).toBeVisible();
  const rows = page.locator('.address-table tbody tr');
  await expect(rows).toHaveText([/2Dalveien 1; H01019811030037Dalmoen/, /3Oslo.*Utenfor alle soner/, /4Ukjent.*Ingen lesbar koordinat/]);
  expect(await saved(page)).toBe(
    '\ufeffAdresse;Nord;Øst;zone_set;zone_code;zone_name;error\r\n' +
      '"Dalveien 1; H0101";7297421;62343;elvsund-levekarssone;9811030037;Dalmoen;\r\n' +
      'Oslo;6649000;262000;elvsund-levekarssone;;;Utenfor alle soner\r\n' +
      'Ukjent;;;elvsund-levekarssone;;;Ingen lesbar koordinat\r\n',
  );
  expect(asked).toEqual(['POST ', 'POST ']);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Adressefil' })).toBeFocused();
});

test('a file of an older program, with commas in degrees and letters of Windows, is read', async ({ page }) => {
  await page.goto('/');
  await open(page, 'gammel.csv', Buffer.from('Sted;Breddegrad;Lengdegrad\nBj\xf8rk\xe5s;65,501498;5,512852\n', 'latin1'));
  await page.getByRole('button', { name: 'Slå opp 1 rader' }).click();
  await expect(page.locator('.address-table tbody tr')).toHaveText(/Bjørkås9811030037Dalmoen/);
});

test('a long file shows how far it has come and is stopped; what was found stays and it goes on from there', async ({ page }) => {
  let [asked, slow] = [0, true];
  await page.route('**/LookupZones', async route => {
    asked++;
    if (slow && asked > 40) await new Promise(resolve => setTimeout(resolve, 200));
    // What the page took back meanwhile wants no answer.
    if (!route.request().failure()) await route.continue();
  });
  await page.goto('/');
  const rows = Array.from({ length: 300 }, (_, row) => `${row},65.501498,5.512852`).join('\n');
  await open(page, 'lang.csv', `nr,lat,lon\n${rows}\n`);
  await page.getByRole('button', { name: 'Slå opp 300 rader' }).click();
  await expect(page.getByRole('progressbar')).toHaveAttribute('max', '300');
  await expect(page.getByRole('progressbar')).not.toHaveAttribute('value', '0');
  await page.getByRole('button', { name: 'Stopp' }).click();
  await expect(page.getByText(/Rader med sone: \d+\./)).toBeVisible();
  slow = false;
  const before = asked;
  expect(before).toBeLessThan(300);
  await page.getByRole('button', { name: 'Fortsett' }).click();
  await expect(page.getByText('Rader med sone: 300.')).toBeVisible();
  await expect(page.getByText('300 av 300')).toBeVisible();
});

test('when the service goes away, what was found stays and it is said', async ({ page }) => {
  await page.goto('/');
  await page.route('**/LookupZones', route => route.abort());
  await open(page, 'en.csv', 'lat,lon\n65.501498,5.512852\n');
  await page.getByRole('button', { name: 'Slå opp' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Tjenesten svarer ikke');
  await page.unroute('**/LookupZones');
  await page.getByRole('button', { name: 'Fortsett' }).click();
  await expect(page.getByText('Rader med sone: 1.')).toBeVisible();
});

test('a file without rows says so', async ({ page }) => {
  await page.goto('/');
  await open(page, 'tom.csv', '');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Filen har ingen rader');
});
