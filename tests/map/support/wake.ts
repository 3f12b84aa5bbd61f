import { expect, type Page } from '@playwright/test';

/** Zones as the light map draws them. */
export const lightZones = '.plain-zones path';

/** Handles the map as a person does, so that MapLibre draws it, and goes back to the whole of it. */
export async function wake(page: Page): Promise<void> {
  await expect(page.locator(lightZones).first()).toBeVisible();
  await page.getByRole('button', { name: 'Zoom inn' }).click();
  await untilAwake(page);
  await page.getByRole('button', { name: 'Vis hele området' }).click();
  await expect(page).not.toHaveURL(/at=/);
}

/** Waits until MapLibre has taken over from the light map. */
export async function untilAwake(page: Page): Promise<void> {
  await expect(page.locator('.map-tiles canvas')).toBeVisible();
  await expect(page.locator('.plain-map')).toHaveCount(0);
}
