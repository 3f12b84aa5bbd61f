import { expect, test } from '@playwright/test';
import { ask } from '../support/service';
import { cells } from '../support/tables';
import { bare, signed, written } from '../support/words';

const zone = { zoneSet: 'elvsund-levekarssone', code: '9811030027' };
const country = { zoneSet: 'havlandet', code: '0' };
const kommune = { zoneSet: 'elvsund-kommune', code: '9811' };

interface Number {
  readonly value?: number;
  readonly interval?: { lower: number; upper: number };
}

interface Profile {
  readonly rows: {
    indicator: { key: string; name: { nb: string }; unit: string };
    value: Number;
    reference: Number;
    difference?: { difference: { value: number }; differenceInterval?: { lower: number; upper: number } };
  }[];
}

test('a zone is opened by mouse from the table: number, interval and rank are those of the service', async ({ page }) => {
  const sure = await ask<{ codes: string[]; lowerRanks: number[]; upperRanks: number[] }>('IndexService/AnalyzeSensitivity', {
    query: {
      zoneSet: zone.zoneSet,
      periods: ['2023'],
      composite: {
        key: 'rank',
        indicators: [{ indicator: 'persistent-low-income', direction: 1 }],
        normalise: { method: 'NORMALISE_METHOD_NONE' },
      },
    },
    sampleValues: true,
  });
  await page.goto('/?show=persistent-low-income&year=2023&view=table');
  await page.getByRole('button', { name: 'Granhaugen' }).click();
  await expect(page).toHaveURL(/zone=9811030027/);
  const panel = page.getByRole('complementary', { name: 'Granhaugen' });
  // 662 of 2 442, Wilson; fourth of 42: read from GetIndicatorValues once, and summed up by hand.
  await expect(panel).toContainText('27,1\u00a0%');
  await expect(panel).toContainText('95\u00a0% sikkert mellom 25,4 og 28,9\u00a0%');
  await expect(panel).toContainText('4 av 42, der 1 er høyest verdi');
  await expect(panel).toContainText('662 av 2\u00a0442');
  const place = sure.codes.indexOf(zone.code);
  await expect(panel).toContainText(`sikkert mellom plass ${sure.lowerRanks[place]} og ${sure.upperRanks[place]}`);
});

test('every indicator beside the kommune is what the service says, the strengths first', async ({ page }) => {
  const { rows } = await ask<Profile>('ComparisonService/ProfileZone', { zone: { ...zone, code: '9811010002' }, reference: kommune });
  await page.goto('/?show=persistent-low-income&year=2023&zone=9811010002');
  const table = page.getByRole('region', { name: 'Ved siden av Elvsund' });
  await expect(table.locator('.side-head').first()).toHaveText('Bedre enn i Elvsund');
  const shown = new Map((await cells(page, '.story table:has(.side-head)')).map(([name, ...more]) => [name!, more]));
  const known = rows.filter(({ value }) => value.value !== undefined);
  expect(shown.size).toBe(known.length);
  for (const { indicator, value, reference, difference } of known) {
    const [here, there, apart] = shown.get(indicator.name.nb)!;
    const { unit } = indicator;
    expect(here!.split('\n')[0], indicator.key).toBe(written(value.value!, unit));
    expect(there, indicator.key).toBe(written(reference.value!, unit));
    if (!difference?.differenceInterval) continue;
    const { lower, upper } = difference.differenceInterval;
    expect(apart!.split('\n')[0], indicator.key).toContain(signed(difference.difference.value, unit));
    expect(apart!.split('\n')[1], indicator.key).toBe(`${signed(lower, unit)} til ${signed(upper, unit)}`);
  }
  // Suppressed: counted as missing, with the reason and the rule, and never as low.
  await expect(page.locator('.story')).toContainText('Ikke fullført videregående 2023');
  await expect(page.locator('.story')).toContainText('Så få personer står bak tallet at noen kunne kjennes igjen.');
  await expect(page.locator('.story')).toContainText('Regel: færre enn 3');
});

test('the years are those of the service, with the kommune and the country beside, told apart by dashes and marks', async ({ page }) => {
  const { series } = await ask<{ series: { points: { period: string; value: Number }[] }[] }>('ComparisonService/GetTrend', {
    zones: [zone, kommune, country],
    indicator: 'unemployed',
  });
  await page.goto('/?show=unemployed&zone=9811030027');
  const section = page.getByRole('region', { name: 'Over tid' });
  await expect(section.locator('svg')).toBeVisible();
  await section.getByText('Vis som tabell').click();
  await expect(section.getByRole('columnheader')).toHaveText(['Periode', 'Granhaugen', 'Elvsund', 'Havlandet']);
  const shown = await cells(page, 'section:has(> h3:text-is("Over tid")) table');
  const said = ({ value, interval }: Number) =>
    value === undefined
      ? 'Skjult av hensyn til personvern'
      : `${written(value, 'percent')}\n${bare(interval!.lower, 'percent')} til ${bare(interval!.upper, 'percent')}`;
  expect(shown).toEqual(
    series[0]!.points.map(({ period, value }, at) => [period, said(value), ...[1, 2].map(of => said(series[of]!.points[at]!.value))]),
  );
  // Without colour: each line has its own dashes and its own shape of marks, and its name at its end.
  const lines = section.locator('svg g[aria-label="line"]');
  const dashes = await lines.evaluateAll(all => all.map(each => each.getAttribute('stroke-dasharray') ?? ''));
  expect(dashes.toSorted()).toEqual(['', '2 3', '6 3']);
  const marks = await section
    .locator('svg g[aria-label="dot"]')
    .evaluateAll(all => all.map(each => each.firstElementChild!.outerHTML.slice(0, 12)));
  expect(marks).toHaveLength(3);
  for (const name of ['Granhaugen', 'Elvsund', 'Havlandet']) await expect(section.locator('svg')).toContainText(name);
});

test('what gathers in a zone is counted, indicator by indicator', async ({ page }) => {
  await page.goto('/?show=persistent-low-income&year=2023&zone=9811030027');
  const behind = page.getByRole('region', { name: 'Hva ligger bak' });
  const sentence = /På (\d+) av (\d+) indikatorer er sonen blant den tidelen av 42 soner/;
  await expect(behind).toContainText(sentence);
  await behind.locator('summary', { hasText: 'Indikatorer' }).click();
  const [, met, known] = sentence.exec((await behind.textContent())!)!;
  await expect(behind.locator('tr', { hasText: ': Blant den vanskeligste tidelen' })).toHaveCount(Number(met));
  await expect(behind.locator('tr:has(.outcome)')).toHaveCount(Number(known));
  // A tenth of 42 zones is the four with the highest share, and Granhaugen is the fourth.
  await expect(behind.getByRole('row', { name: /^Vedvarende lavinntekt/ })).toContainText('27,1\u00a0%27,1\u00a0%');
});

test('sources name delivery, supplier, licence, period and dataset', async ({ page }) => {
  await page.goto('/?show=persistent-low-income&year=2023&zone=9811030027');
  const sources = page.getByRole('region', { name: 'Kilder' });
  for (const words of ['Elvsund, en oppdiktet kommune', 'Bolyst (oppdikta)', 'CC0 1.0', 'Periode 2023', 'Datasett 1'])
    await expect(sources).toContainText(words);
});

test('by keyboard: Enter opens a zone and goes to it, an indicator is shown on the map, Escape gives the focus back', async ({ page }) => {
  await page.goto('/?show=persistent-low-income&year=2023&view=table');
  await page.getByRole('button', { name: 'Granhaugen' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Granhaugen' })).toBeFocused();
  const other = page.getByRole('button', { name: 'Lav utdanning' });
  await other.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/show=low-education/);
  await expect(page.getByRole('region', { name: 'Hva ligger bak' })).toContainText('grunnskole');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Granhaugen' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Granhaugen' })).toBeFocused();
});

test('the parts of the panel keep apart, and no table or chart is wider than the panel', async ({ page }) => {
  await page.goto('/?index=levekar-product&year=2023&zone=9811030027');
  await expect(page.getByRole('region', { name: 'Kilder' })).toContainText('CC0');
  const above = (await page.getByRole('button', { name: 'Sammenlign med andre soner' }).boundingBox())!;
  const heading = (await page.getByRole('heading', { name: 'Hva ligger bak' }).boundingBox())!;
  expect(heading.y - above.y - above.height).toBeGreaterThanOrEqual(16);
  for (const details of await page.locator('.panel details').all()) await details.evaluate(element => element.setAttribute('open', ''));
  for (const table of await page.locator('.panel .data-table').all())
    expect(
      await table.evaluate(each => each.scrollWidth - each.clientWidth),
      (await table.getAttribute('aria-label'))!,
    ).toBeLessThanOrEqual(0);
  const reach = await page
    .locator('.panel .chart-picture')
    .evaluateAll(all =>
      all.map(
        each =>
          Math.max(...[...each.querySelectorAll('text')].map(text => text.getBoundingClientRect().right)) -
          each.getBoundingClientRect().right,
      ),
    );
  for (const beyond of reach) expect(beyond).toBeLessThanOrEqual(1);
});

for (const [language, words] of [
  ['nn', ['Kva ligg bak', 'Ved sida av Elvsund', 'Kva manglar', 'Kjelder']],
  ['en', ['What lies behind it', 'Beside Elvsund', 'What is missing', 'Sources']],
] as const) {
  test(`the panel speaks ${language}`, async ({ page }) => {
    await page.goto(`/?lang=${language}&zone=9811030027`);
    for (const heading of words) await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  });
}

test('an index says what lifts it and what lowers it, also in a zone below all zones together', async ({ page }) => {
  const { definition, factors } = await ask<{
    definition: { reservation: { nb: string } };
    factors: { selection: { indicator: string }; logRatio: { value: number }; contribution: { value: number } }[];
  }>('IndexService/ExplainIndex', { query: { zoneSet: zone.zoneSet, period: '2023', definition: 'levekar-product' }, code: '9811010003' });
  // The zone is below: what adds most to the distance lowers it, and what has a part under 0 lifts it.
  expect(factors.some(({ logRatio, contribution }) => logRatio.value > 0 && contribution.value < 0)).toBe(true);
  await page.goto('/?index=levekar-product&year=2023&zone=9811010003');
  const parts = page.getByRole('region', { name: 'Hva ligger bak' });
  for (const { logRatio, contribution } of factors)
    await expect(parts.locator('figure')).toContainText(
      `${written(contribution.value * 100, 'percent')} (${logRatio.value < 0 ? 'trekker ned' : 'trekker opp'})`.replace('-', '−'),
    );
  await expect(parts).toContainText(definition.reservation.nb);
});

test('the parts of an index add up to the whole distance, and the ratios multiply to that of the index', async ({ page }) => {
  const explained = await ask<{
    ratioToReference: { value: number };
    factors: { ratio: { value: number }; contribution: { value: number } }[];
  }>('IndexService/ExplainIndex', { query: { zoneSet: zone.zoneSet, period: '2023', definition: 'levekar-product' }, code: zone.code });
  const { factors } = explained;
  expect(factors.reduce((sum, { contribution }) => sum + contribution.value, 0)).toBeCloseTo(1, 9);
  expect(factors.reduce((product, { ratio }) => product * ratio.value, 1)).toBeCloseTo(explained.ratioToReference.value, 9);

  await page.goto(`/?index=levekar-product&year=2023&zone=${zone.code}`);
  const behind = page.getByRole('region', { name: 'Hva ligger bak' });
  const two = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  await expect(behind).toContainText(`${two.format(explained.ratioToReference.value)} ganger alle sonene samlet`);
  await behind.getByText('Vis som tabell').first().click();
  const shown = await cells(page, 'section:has(> h3:text-is("Hva ligger bak")) figure table');
  expect(shown.map(([, , ratio, part]) => [ratio, part])).toEqual(
    factors.map(({ ratio, contribution }) => [two.format(ratio.value), written(contribution.value * 100, 'percent')]),
  );
  // A bar is as long as its part.
  const bars = await behind.locator('g[aria-label="bar"] rect').evaluateAll(all => all.map(each => each.getBoundingClientRect().width));
  const parts = factors.map(({ contribution }) => contribution.value).toSorted((left, right) => right - left);
  expect(bars).toHaveLength(3);
  bars.forEach((width, place) => {
    expect(width / bars[0]!).toBeCloseTo(parts[place]! / parts[0]!, 2);
  });
});
