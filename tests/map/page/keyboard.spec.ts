import { expect, test } from '@playwright/test';
import { valuesOf } from '../support/service';

test('arrows go from zone to zone, each named with its number; Enter opens one and Escape closes it', async ({ page }) => {
  const { names } = await valuesOf('elvsund-levekarssone', 'persistent-low-income', '2020');
  await page.goto('/?show=persistent-low-income&year=2020');
  await expect(page.locator('.legend-list li')).toHaveCount(5);
  const map = page.getByRole('application', { name: 'Kart over soner' });
  await map.focus();
  const said = page.getByRole('status').last();
  const visited: string[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
    const before = await said.textContent();
    await expect(async () => {
      await map.press(key);
      expect(await said.textContent()).not.toBe(before);
    }).toPass();
    const [name, value] = (await said.textContent())!.split(', ');
    expect(names).toContain(name);
    expect(value).toMatch(/^\d+,\d\s%$/u);
    visited.push(name!);
  }
  expect(new Set(visited).size).toBeGreaterThan(2);
  await expect(page.locator('.zone-tip')).toContainText(visited.at(-1)!);

  await map.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: visited.at(-1)! })).toBeVisible();
  await page.getByRole('button', { name: 'Lukk' }).press('Escape');
  await expect(page.locator('.panel')).toHaveCount(0);
});

test('everything is chosen by keyboard alone', async ({ page }) => {
  await page.goto('/?show=unemployed&year=2020');
  // The choices stand there before there is anything to choose from.
  await expect(page.locator('.legend')).toContainText('Arbeidsledige 2020');
  await page.getByLabel('År', { exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.legend')).toContainText('Arbeidsledige 2019');
  const shownAs = page.getByRole('radio', { name: 'Kart', exact: true });
  for (let stops = 0; stops < 8 && !(await shownAs.evaluate(radio => radio === document.activeElement)); stops++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page).toHaveURL(/view=table/);
});

test('the table sorts by each column, and says so', async ({ page }) => {
  await page.goto('/?show=unemployed&year=2020&view=table');
  const head = page.getByRole('columnheader', { name: 'Sone' });
  await head.getByRole('button').press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const names = await page.getByRole('rowheader').allTextContents();
  expect(names).toEqual(names.toSorted(new Intl.Collator('nb-NO').compare));
});
