import { defineConfig } from '@playwright/test';
import tests from '../playwright.config';

/** One measurement at a time, in the browser of the tests, against the Bolyst at BOLYST_URL. */
export default defineConfig(tests, { testDir: '.', testMatch: '*.bench.ts', workers: 1, timeout: 300_000, reporter: 'line' });
