import { expect, test } from '@playwright/test';

test.use({ viewport: { width: 390, height: 844 } });

test('the head takes two rows, with what is done rarely in a menu that the keyboard opens and closes', async ({ page }) => {
  await page.goto('/');
  const find = page.getByRole('combobox', { name: 'Finn sone eller koordinat' });
  await expect(find).toBeVisible();
  const [head, field] = [(await page.locator('.head').boundingBox())!, (await find.boundingBox())!];
  // A row is a target of 44 pixels with its gaps.
  expect(head.height).toBeLessThan(2 * 64);
  expect(field.width).toBeGreaterThan(350);

  const menu = page.getByRole('button', { name: 'Meny' });
  const share = page.getByRole('button', { name: 'Del og last ned' });
  await expect(share).toBeHidden();
  await menu.press('Enter');
  await expect(menu).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(share).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(share).toBeHidden();
  await expect(menu).toBeFocused();

  await menu.click();
  await page.getByLabel('Språk').selectOption('nn');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
  await page.getByRole('button', { name: 'Adressefil' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await find.click();
  await expect(share).toBeHidden();
});

test('with text twice as large everything is there, and nothing is wider than the screen', async ({ page }) => {
  // 200 percent of a screen of 1366 by 768, as browsers enlarge.
  await page.setViewportSize({ width: 683, height: 384 });
  await page.goto('/?zone=9811030037');
  await expect(page.locator('.panel')).toBeVisible();
  for (const name of ['Del og last ned', 'Adressefil', 'Vei selv', 'Sammenlign'])
    await expect(page.getByRole('button', { name, exact: true })).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(683);
  // Text alone twice as large, as on a phone.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expect(page.getByRole('button', { name: 'Meny' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
