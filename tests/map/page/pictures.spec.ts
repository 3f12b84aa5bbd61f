import { expect, type Page, test } from '@playwright/test';
import { wake } from '../support/wake';

/**
 * The main views as reviewed pictures of the demo, in `pictures/`. Written anew by `npx playwright test pictures --update-snapshots`, and looked at
 * before they are kept.
 */
const desktop = { width: 1366, height: 768 };
const tablet = { width: 820, height: 1180 };
const phone = { width: 390, height: 844 };
const grunnkretser = 'zones=elvsund-grunnkrets-2018&show=social-assistance&year=2020';

interface View {
  readonly name: string;
  readonly address: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly open?: (page: Page) => Promise<void>;
}

const views: readonly View[] = [
  { name: 'map-desktop', address: grunnkretser, size: desktop },
  { name: 'map-awake', address: grunnkretser, size: desktop, open: wake },
  { name: 'map-tablet', address: grunnkretser, size: tablet },
  { name: 'map-phone', address: grunnkretser, size: phone },
  { name: 'map-night', address: `${grunnkretser}&theme=dark`, size: desktop },
  { name: 'names', address: 'show=unemployed&year=2023', size: desktop },
  { name: 'table', address: `${grunnkretser}&view=table`, size: desktop },
  { name: 'zone-desktop', address: 'show=unemployed&year=2023&zone=9811030037', size: desktop },
  { name: 'zone-phone', address: 'show=unemployed&year=2023&zone=9811030037', size: phone },
  { name: 'compare', address: 'show=unemployed&year=2023&compare=programme&programme=kvernlia-satsinga', size: desktop },
  { name: 'beside', address: 'show=unemployed&year=2023&view=beside', size: desktop },
  { name: 'years', address: `zones=elvsund-grunnkrets-2018&show=unemployed&view=years`, size: desktop },
];

for (const { name, address, size, open } of views) {
  test(`${name} looks as it was reviewed`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto(`/?${address}`);
    await expect(page.locator('.legend-list li').first()).toBeAttached();
    await open?.(page);
    await page.waitForLoadState('networkidle');
    await expect(page).toHaveScreenshot(`${name}.png`);
  });
}
