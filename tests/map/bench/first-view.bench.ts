import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { chromium, test } from '@playwright/test';
import config from './playwright.config';

const goal = 90;

/** What Lighthouse says of a page, of its performance. */
interface Report {
  readonly categories: { readonly performance: { readonly score: number } };
  readonly audits: Readonly<Record<string, { readonly displayValue?: string }>>;
}

for (const preset of ['desktop', 'mobile']) {
  test(`Lighthouse of the first view, ${preset}`, async () => {
    const { launchOptions } = config.use!;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        createRequire(import.meta.url).resolve('lighthouse/cli/index.js'),
        process.env.BOLYST_URL!,
        ...(preset === 'desktop' ? ['--preset=desktop'] : []),
        '--only-categories=performance',
        '--output=json',
        '--quiet',
        `--chrome-flags=--headless=new ${launchOptions!.args!.join(' ')}`,
      ],
      { env: { ...process.env, CHROME_PATH: launchOptions!.executablePath ?? chromium.executablePath() }, maxBuffer: 100_000_000 },
    );
    const { categories, audits } = JSON.parse(stdout) as Report;
    const said = [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'cumulative-layout-shift',
      'speed-index',
    ].map(name => `${name.replaceAll('-', ' ')} ${audits[name]?.displayValue}`);
    console.log(
      `${process.env.BOLYST_ZONES} zones, ${preset}: ${(100 * categories.performance.score).toFixed(0)} of 100, goal ${goal}; ${said.join(', ')}`,
    );
  });
}
