import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { ask, valuesOf } from '../support/service';
import { cells } from '../support/tables';
import { bare, written } from '../support/words';

// The demo's grunnkretser were renumbered, divided and joined in 2018: numbers to 2017 are of one zone set, later ones of another.
const [before, after] = ['elvsund-grunnkrets-2012', 'elvsund-grunnkrets-2018'];
const changed = 'Grensene ble endret mellom 2017 og 2018: kart før og etter viser ulike soner';

/** Holds the table beside the service: every zone of the set by code, with its number. */
async function expectNumbersOf(page: Page, zoneSet: string, period: string): Promise<void> {
  const { codes, columns } = await valuesOf(zoneSet, 'unemployed', period);
  const numbers = new Map(codes.map((code, place) => [code, columns[0]!.values[place]!]));
  await expect(page.locator('caption')).toContainText(period);
  await expect(async () => {
    const shown = await cells(page, '.table table');
    expect(shown.map(([, code]) => code).sort()).toEqual(codes.toSorted());
    for (const [, code, value] of shown) {
      const number = numbers.get(code!)!;
      if (number !== 'NaN') expect(value, code).toBe(written(number, 'percent'));
    }
  }).toPass();
}

test('by mouse: the level is chosen once, and the year picks the zone set that was in force', async ({ page }) => {
  await page.goto('/?show=unemployed&view=table');
  const divisions = page.getByLabel('Inndeling');
  await expect(divisions.locator('option')).toHaveText(['Bydeler i Elvsund', 'Grunnkretser', 'Elvsund kommune', 'Levekårssoner i Elvsund']);
  await divisions.selectOption({ label: 'Grunnkretser' });
  await expectNumbersOf(page, after, '2023');
  await expect(page.getByText(changed)).toBeVisible();
  await page.getByLabel('År', { exact: true }).selectOption('2015');
  await expectNumbersOf(page, before, '2015');
  await expect(divisions).toHaveValue(after);
  await page.getByLabel('År', { exact: true }).selectOption('2018');
  await expectNumbersOf(page, after, '2018');
});

test('older addresses keep working: a zone set that is named shows its own newest year', async ({ page }) => {
  await page.goto(`/?show=unemployed&view=table&zones=${before}`);
  await expectNumbersOf(page, before, '2017');
  await page.goto(`/?show=unemployed&view=table&zones=${before}&year=2013`);
  await expectNumbersOf(page, before, '2013');
});

test('by keyboard: the next year goes across the change; no zone stays open, for its code may mean another', async ({ page }) => {
  const { codes } = await valuesOf(before, 'unemployed', '2017');
  await page.goto(`/?show=unemployed&view=table&zones=${after}&year=2017&zone=${codes[0]}`);
  await expect(page.locator('.panel')).toBeVisible();
  const next = page.getByRole('button', { name: 'Neste år' });
  await next.focus();
  await page.keyboard.press('Enter');
  await expectNumbersOf(page, after, '2018');
  await expect(page.locator('.panel')).toBeHidden();
  await expect(page).not.toHaveURL(/[?&]zone=/);
});

test('playing the years goes across the change', async ({ page }) => {
  await page.goto(`/?show=unemployed&view=table&zones=${after}&year=2017`);
  await expect(page.locator('caption')).toContainText('2017');
  await page.getByRole('button', { name: 'Spill av årene' }).click();
  await expect(page.locator('caption')).toContainText('2019');
  await page.getByRole('button', { name: 'Stopp' }).click();
});

test('every year has a small map of its own zones, and the first after the change says so', async ({ page }) => {
  await page.goto(`/?show=unemployed&zones=${after}&view=years`);
  const figures = page.locator('.years figure');
  await expect(figures).toHaveCount(12);
  const breaks = await classesOf(after, '2023', '').then(classes => classes.breaks.join(','));
  for (const [place, zoneSet, period] of [
    [0, before, '2012'],
    [6, after, '2018'],
  ] as const) {
    const { classes } = await classesOf(zoneSet, period, `&breaks=${breaks}`);
    const said = classes.filter(({ zones }) => zones > 0).map(({ text, zones }) => `${text}: ${zones} ${zones === 1 ? 'sone' : 'soner'}`);
    await expect(figures.nth(place).getByRole('img')).toHaveAccessibleName(new RegExp(`^${said.map(escaped).join('; ')}`));
  }
  await expect(figures.nth(6)).toContainText(changed);
  await expect(page.locator('.years').getByText('Grensene ble endret')).toHaveCount(1);
  const drawn = await page.locator('.years canvas').evaluateAll(all => all.map(canvas => (canvas as HTMLCanvasElement).toDataURL()));
  expect(new Set(drawn).size).toBe(12);
});

test("a zone's line through time is what the service joins, and no more", async ({ page }) => {
  interface Trend {
    series: {
      points: { period: string; value: { value?: number; interval?: { lower: number; upper: number } } }[];
      breaks?: { kind: string }[];
    }[];
  }
  const { codes } = await valuesOf(after, 'unemployed', '2023');
  const trends = await Promise.all(
    codes.map(code => ask<Trend>('ComparisonService/GetTrend', { zones: [{ zoneSet: after, code }], indicator: 'unemployed' })),
  );
  // One that came of a grunnkrets that was divided has nothing before 2018.
  const broken = trends.findIndex(({ series }) => series[0]!.breaks?.some(({ kind }) => kind === 'TREND_BREAK_KIND_BORDER_CHANGE'));
  await page.goto(`/?show=unemployed&zones=${after}&zone=${codes[broken]}`);
  const section = page.getByRole('region', { name: 'Over tid' });
  await expect(section).toContainText('2018: Grensene ble endret: tallene før gjelder ikke samme område og er utelatt.');
  await section.getByText('Vis som tabell').click();
  const points = trends[broken]!.series[0]!.points;
  expect(points[0]!.period).toBe('2018');
  const shown = await cells(page, 'section:has(> h3:text-is("Over tid")) table');
  const own = shown.map(([period, value]) => [period, value]).filter(([, value]) => value !== '–');
  expect(own.map(([period]) => period)).toEqual(points.map(({ period }) => period));
  for (const [place, { value }] of points.entries()) {
    if (value.value === undefined) continue;
    const { lower, upper } = value.interval!;
    expect(own[place]![1]).toBe(`${written(value.value, 'percent')}\n${bare(lower, 'percent')} til ${bare(upper, 'percent')}`);
  }
});

test('an index through time keeps to the zone set of the zone', async ({ page }) => {
  const { codes } = await valuesOf(after, 'unemployed', '2023');
  await page.goto(`/?index=levekar-product&zones=${after}&zone=${codes[0]}`);
  const section = page.getByRole('region', { name: 'Over tid' });
  await section.getByText('Vis som tabell').click();
  const shown = await cells(page, 'section:has(> h3:text-is("Over tid")) table');
  expect(shown.map(([period]) => period)).toEqual(['2018', '2019', '2020', '2021', '2022', '2023']);
});

for (const [language, words] of [
  ['nn', ['Grunnkrinsar', 'Grensene vart endra mellom 2017 og 2018']],
  ['en', ['Grunnkretser', 'Borders changed between 2017 and 2018']],
] as const) {
  test(`the choices say it in ${language}`, async ({ page }) => {
    await page.goto(`/?show=unemployed&zones=${after}&lang=${language}`);
    await expect(page.locator('.choices')).toContainText(words[1]);
    await expect(page.locator('.choices option:checked', { hasText: words[0] })).toHaveCount(1);
  });
}

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in the years of a division whose borders changed, ${theme}`, async ({ page }) => {
    await page.goto(`/?show=unemployed&zones=${after}&view=years&theme=${theme}`);
    await expect(page.locator('.years figure')).toHaveCount(12);
    await expectAccessible(page);
  });
}

async function classesOf(zoneSet: string, period: string, more: string) {
  const answer = await fetch(`${process.env.BOLYST_URL}/styles/${zoneSet}/unemployed/classes.json?period=${period}&lang=nb${more}`);
  return (await answer.json()) as { breaks: number[]; classes: { text: string; zones: number }[] };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
