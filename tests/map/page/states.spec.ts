import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';

test('an empty store says what to do', async ({ page }) => {
  await page.goto(process.env.BOLYST_EMPTY_URL!);
  await expect(page.getByRole('heading', { name: 'Ingenting er lastet inn ennå' })).toBeVisible();
  await expect(page.getByText('./bolyst demo --import')).toBeVisible();
  await expectAccessible(page);
});

test('while the service is away the last view stays, and the page comes back by itself', async ({ page, context }) => {
  await page.goto('/?show=unemployed&year=2020');
  await expect(page.locator('.legend')).toContainText('2020');
  await context.setOffline(true);
  await page.getByLabel('År', { exact: true }).selectOption('2016');
  await expect(page.getByRole('alert')).toContainText('Tjenesten svarer ikke');
  await expect(page.locator('.legend-list li')).toHaveCount(5);
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(page.getByRole('alert')).toBeEmpty();
  await expect(page.locator('.legend')).toContainText('2016');
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
