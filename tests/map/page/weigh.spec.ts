import { expect, type Page, test } from '@playwright/test';
import { colours, patternLook } from '../../../src/map/src/weigh/classes';
import { ask } from '../support/service';
import { cells } from '../support/tables';

const zoneSet = 'elvsund-levekarssone';
const address = '/?weigh=employed.20,low-education.30,unemployed.50,min_max,arithmetic&year=2020';

interface Computed {
  readonly codes: string[];
  readonly scores: (number | 'NaN')[];
  readonly classes: number[];
}

interface Sensitivity {
  readonly lowerDeciles: number[];
  readonly upperDeciles: number[];
  readonly lowerRanks: number[];
  readonly upperRanks: number[];
}

const minMax = { method: 'NORMALISE_METHOD_MIN_MAX', lower: 1, upper: 100 };
const zScore = { method: 'NORMALISE_METHOD_Z_SCORE', mean: 100, standardDeviation: 10 };
const arithmetic = { method: 'AGGREGATE_METHOD_ARITHMETIC' };
const geometric = { method: 'AGGREGATE_METHOD_GEOMETRIC' };

function queryOf(weights: Record<string, number>, normalise: object, aggregate: object, periodOf: Record<string, string> = {}) {
  const indicators = Object.entries(weights).map(([indicator, weight]) => ({ indicator, weight }));
  return { zoneSet, periods: ['2020'], periodOf, composite: { key: 'test', indicators, normalise, aggregate } };
}

function compute(query: object): Promise<Computed> {
  return ask('IndexService/ComputeIndex', { query, classes: 10 });
}

/** Scores of the table by code, as they are written. */
async function shownScores(page: Page): Promise<Map<string, string>> {
  const rows = await page
    .locator('tbody tr')
    .evaluateAll(all => all.map(row => [...(row as HTMLTableRowElement).cells].map(cell => cell.textContent.trim())));
  return new Map(rows.map(cells => [cells[1]!, cells[2]!]));
}

function written({ codes, scores }: Computed): Map<string, string> {
  const three = new Intl.NumberFormat('nb-NO', { maximumSignificantDigits: 3 });
  return new Map(
    codes.map((code, place) => {
      const score = scores[place]!;
      return [code, score === 'NaN' ? 'Et tall som indeksen trenger, mangler eller er skjult' : three.format(score)];
    }),
  );
}

test('a person drags a slider: the map answers on the way, one question at a time, and the address follows', async ({ page }) => {
  await page.goto('/?year=2020&view=table');
  await page.getByRole('button', { name: 'Vei selv' }).click();
  const panel = page.getByRole('complementary', { name: 'Vei selv' });
  const slider = panel.getByRole('slider', { name: 'Arbeidsledige' });
  await expect(slider).toHaveAttribute('aria-valuetext', /^Vekt 50, 8,3\u00a0% av summen$/u);
  await expect(page.locator('.legend')).toContainText('Egen veiing (ikke offisiell)');

  let inFlight = 0;
  let most = 0;
  let answers = 0;
  const isCompute = (url: string) => url.includes('/ComputeIndex');
  page.on('request', request => {
    if (isCompute(request.url())) most = Math.max(most, ++inFlight);
  });
  page.on('requestfinished', request => {
    if (isCompute(request.url())) {
      inFlight--;
      answers++;
    }
  });
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, middle);
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) await page.mouse.move(box.x + box.width / 2 + (step * box.width) / 40, middle);
  await page.mouse.up();
  await expect(page).toHaveURL(/unemployed\.100,/);
  await expect(page.getByText('Tidelen avhenger av valgene i')).toBeVisible();
  expect(most).toBe(1);
  expect(answers).toBeGreaterThan(1);

  const weights = Object.fromEntries(
    new URL(page.url()).searchParams
      .get('weigh')!
      .split(',')
      .flatMap(part => (part.includes('.') ? [[part.split('.')[0]!, Number(part.split('.')[1])]] : [])),
  );
  expect(Object.keys(weights)).toHaveLength(12);
  // Turnout is of election years.
  const answer = await compute(queryOf(weights, minMax, arithmetic, { turnout: '2019' }));
  await expect(async () => expect(await shownScores(page)).toEqual(written(answer))).toPass();
});

test('by keyboard alone: weights, scale and join; the scores are those of the service', async ({ page }) => {
  await page.goto(`${address}&view=table`);
  const panel = page.getByRole('complementary', { name: 'Vei selv' });
  const slider = panel.getByRole('slider', { name: 'Sysselsatte (lave tall er vanskeligere)' });
  await slider.focus();
  for (let press = 0; press < 5; press++) await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^Vekt 25, 23,8\u00a0% av summen$/u);
  await slider.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', 'Teller ikke');
  await slider.press('End');
  await panel.getByLabel('Felles skala').selectOption({ label: 'Avstand fra snittet' });
  await panel.getByLabel('Slås sammen ved').selectOption({ label: 'Geometrisk gjennomsnitt' });
  await expect(page).toHaveURL(/weigh=employed\.100,low-education\.30,unemployed\.50,z_score,geometric/);
  const answer = await compute(queryOf({ employed: 100, 'low-education': 30, unemployed: 50 }, zScore, geometric));
  await expect(async () => expect(await shownScores(page)).toEqual(written(answer))).toPass();

  await panel.getByRole('button', { name: 'Nullstill' }).press('Enter');
  await expect(panel.getByLabel('Start med')).toHaveValue('alike');
  await expect(slider).toHaveAttribute('aria-valuetext', /^Vekt 50/);
});

test('which deciles depend on the choices is what the service says, zone by zone and in sum', async ({ page }) => {
  const query = queryOf({ employed: 20, 'low-education': 30, unemployed: 50 }, minMax, arithmetic);
  const rank = { method: 'NORMALISE_METHOD_RANK' };
  const sure = await ask<Sensitivity>('IndexService/AnalyzeSensitivity', {
    query,
    normalisations: [minMax, zScore, rank],
    aggregations: [arithmetic, geometric],
    weightNoise: 0.25,
    replicates: 500,
  });
  const { codes, classes } = await compute(query);
  await page.goto(`${address}&view=table`);
  const depending = sure.lowerDeciles.filter((lower, place) => lower < sure.upperDeciles[place]!).length;
  await expect(page.getByText(`Tidelen avhenger av valgene i ${depending} av 42 soner.`)).toBeVisible();
  const one = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 });
  const notes = await page
    .locator('tbody tr')
    .evaluateAll(all => all.map(row => [...(row as HTMLTableRowElement).cells].map(cell => cell.textContent)));
  for (const [, code, , , note] of notes) {
    const place = codes.indexOf(code!);
    const [lower, upper] = [sure.lowerDeciles[place]!, sure.upperDeciles[place]!];
    const ranks = `plass ${one.format(sure.lowerRanks[place]!)} til ${one.format(sure.upperRanks[place]!)}`;
    const otherwise =
      lower < upper ? `Avhenger av valgene: tidel ${lower} til ${upper}, ${ranks}` : `Tidel ${lower} også med andre valg, ${ranks}`;
    expect(note, code).toBe(`Tidel ${classes[place]}, der 1 er vanskeligst. ${otherwise}`);
  }
});

test('context and immigrant background are never offered', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByRole('slider')).toHaveCount(12);
  const offered = await page.locator('.slider').evaluateAll(all => all.map(each => (each as HTMLElement).dataset.indicator));
  for (const never of ['immigrant-share', 'population', 'price-per-sqm']) expect(offered).not.toContain(never);
  await expect(page.getByText('blant dem innvandrerbakgrunn, kan ikke veies')).toBeVisible();
});

test('a ready definition whose indicators are not here says what is lacking, and cannot be chosen', async ({ page }) => {
  await page.goto(address);
  const ready = page.getByLabel('Start med').locator('option', { hasText: 'produkt av tre faktorer' });
  await expect(ready).toBeDisabled();
  await expect(ready).toContainText('mangler her: divorced-separated, low-income');
});

test('a ready product is a start, and ranks the zones as the service ranks its own', async ({ page }) => {
  const index = await ask<Computed>('IndexService/GetIndex', { definition: 'levekar-product', zoneSet, period: '2020' });
  await page.goto(`${address}&view=table`);
  await page.getByLabel('Start med').selectOption('levekar-product');
  await expect(page).toHaveURL(/weigh=persistent-low-income\.50,social-assistance\.50,unemployed\.50,percent,geometric/);
  await expect(page.locator('.legend')).toContainText('Egen veiing');
  const falling = index.codes.toSorted((left, right) => scoreOf(right) - scoreOf(left));
  await expect(async () => expect([...(await shownScores(page)).keys()]).toEqual(falling)).toPass();

  function scoreOf(code: string): number {
    return Number(index.scores[index.codes.indexOf(code)]);
  }
});

test('what was chosen is told in words', async ({ page }) => {
  await page.goto(`${address.replace('employed.20', 'turnout.20')}`);
  await page.getByText('Slik er dette laget').click();
  const told = page.locator('.weigh details');
  await expect(told).toContainText('Levekårssoner i Elvsund, 2020. Dette er din egen veiing. Den er ingen offisiell indeks.');
  await expect(told.getByRole('listitem')).toHaveText([/^Arbeidsledige: 50/, /^Lav utdanning: 30/, /^Valgdeltakelse.*: 20/]);
  await expect(told).toContainText('er fra 2019, det nyeste før året');
  await expect(told).toContainText('Felles skala: Fra lavest til høyest.');
  await expect(told).toContainText('Slås sammen ved: Gjennomsnitt.');
});

test('a zone tells what its score is made of, and closing it leads back to the weights', async ({ page }) => {
  const query = queryOf({ employed: 20, 'low-education': 30, unemployed: 50 }, minMax, arithmetic);
  const code = '9811030027';
  const explained = await ask<{ explanations: { contributions: { indicator: string; contribution: { value: number } }[] }[] }>(
    'IndexService/ComputeIndex',
    { query, explain: [code] },
  );
  await page.goto(`${address}&zone=${code}`);
  const panel = page.locator('.panel:not(.is-under)');
  await expect(panel).toContainText('Granhaugen');
  await panel.getByText('Vis som tabell').first().click();
  const three = new Intl.NumberFormat('nb-NO', { maximumSignificantDigits: 3 });
  for (const { contribution } of explained.explanations[0]!.contributions) {
    await expect(panel.getByRole('cell', { name: three.format(contribution.value), exact: true }).first()).toBeVisible();
  }
  await panel.getByRole('button', { name: 'Lukk' }).click();
  await expect(page.getByRole('complementary', { name: 'Vei selv' })).toBeVisible();
});

test('a zone through time is what the service computes for each year, on the scale of its zones', async ({ page }) => {
  const code = '9811030027';
  await page.goto(`${address}&zone=${code}`);
  const section = page.getByRole('region', { name: 'Over tid' });
  await expect(section).toContainText('Hvert år ligger på en skala av årets egne soner');
  await section.getByText('Vis som tabell').click();
  const three = new Intl.NumberFormat('nb-NO', { maximumSignificantDigits: 3 });
  const expected = await Promise.all(
    Array.from({ length: 12 }, async (_, since) => {
      const period = String(2012 + since);
      const query = { ...queryOf({ employed: 20, 'low-education': 30, unemployed: 50 }, minMax, arithmetic), periods: [period] };
      const { codes, scores } = await compute(query);
      return [period, three.format(Number(scores[codes.indexOf(code)]))];
    }),
  );
  expect(await cells(page, 'section:has(> h3:text-is("Over tid")) table')).toEqual(expected);
});

for (const ending of ['csv', 'xlsx', 'gpkg'] as const) {
  test(`what is weighed is fetched as ${ending}, and a CSV holds what the service computes`, async ({ page }) => {
    await page.goto(address);
    await page.getByRole('button', { name: 'Del og last ned' }).click();
    const link = page.getByRole('link', { name: { csv: 'CSV', xlsx: 'Excel (XLSX)', gpkg: 'GeoPackage' }[ending] });
    const answer = await fetch(new URL((await link.getAttribute('href'))!, page.url()));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(new RegExp(`${zoneSet}_composite_2020_v\\d+\\.${ending}`));
    if (ending !== 'csv') return;
    const { codes, scores, classes } = await compute(queryOf({ employed: 20, 'low-education': 30, unemployed: 50 }, minMax, arithmetic));
    const [head, ...rows] = (await answer.text())
      .trim()
      .split('\r\n')
      .map(line => line.split(','));
    const column = (name: string) => head!.findIndex(field => field.endsWith(name));
    const held = rows.map(row => [row[0], row[column('composite')], row[column('composite_decile')]]);
    const number = (value: number | 'NaN') => (value === 'NaN' ? '' : String(value));
    expect(held).toEqual(codes.map((code, place) => [code, number(scores[place]!), number(classes[place]!)]));
  });
}

test('the sources are those of the indicators that are weighed', async ({ page }) => {
  await page.goto(address);
  await page.getByText('Slik er dette laget').click();
  await expect(page.locator('.weigh details')).toContainText('Kilder: Bolyst (oppdikta) (CC0 1.0)');
  await expect(page.locator('.print-foot')).toContainText('Kilder: Bolyst (oppdikta) (CC0 1.0)');
});

test('where there is room the sliders stay beside an open zone; a slider moves its score', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${address}&zone=9811030027`);
  const score = page.locator('.panel:not(.is-under) .zone-value');
  const slider = page.getByRole('slider', { name: 'Lav utdanning' });
  await expect(slider).toBeVisible();
  const before = await score.textContent();
  await slider.focus();
  await slider.press('End');
  await expect(page).toHaveURL(/low-education\.100,/);
  await expect(score).not.toHaveText(before!);
  const { codes, scores } = await compute(queryOf({ employed: 20, 'low-education': 100, unemployed: 50 }, minMax, arithmetic));
  const three = new Intl.NumberFormat('nb-NO', { maximumSignificantDigits: 3 });
  await expect(score).toHaveText(three.format(Number(scores[codes.indexOf('9811030027')])));

  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(slider).toBeHidden();
  await expect(score).toBeVisible();
});

test('the colours are those that the service gives an index', async () => {
  const answer = await fetch(`${process.env.BOLYST_URL}/styles/${zoneSet}/unemployed/classes.json?period=2020`);
  const classes = (await answer.json()) as { classes: { colour: string }[]; pattern_look: object };
  expect(classes.classes.map(({ colour }) => colour)).toEqual([...colours]);
  expect(classes.pattern_look).toEqual(patternLook);
});

test('on a phone the sliders are within the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${address}&lang=nn`);
  const slider = page.getByRole('slider', { name: 'Arbeidslause' });
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
