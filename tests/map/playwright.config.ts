import { defineConfig } from '@playwright/test';

/**
 * Runs against a Bolyst with the demo, at BOLYST_URL, one with the two kommuner of support/, at BOLYST_TWO_URL, and one with an empty store, at
 * BOLYST_EMPTY_URL; `./bolyst test --suite Map` starts all three.
 * The browser is Debian's Chromium, drawing by software.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../artifacts/map-tests',
  fullyParallel: true,
  workers: 2,
  // Generous: a slow machine is no fault of the page.
  timeout: 90_000,
  // Pictures: a line drawn half a pixel aside is no fault, a class of another colour is.
  expect: { timeout: 30_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01 } },
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  forbidOnly: !!process.env.CI,
  reporter: process.env.BOLYST_MAP_REPORT ? [['line'], ['json', { outputFile: process.env.BOLYST_MAP_REPORT }]] : 'line',
  use: {
    baseURL: process.env.BOLYST_URL ?? 'http://localhost:5080',
    locale: 'nb-NO',
    viewport: { width: 1366, height: 768 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--ignore-gpu-blocklist',
      ],
    },
  },
});
