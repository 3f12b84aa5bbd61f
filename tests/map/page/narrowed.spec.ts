import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/service';
import { cells } from '../support/tables';
import { bare } from '../support/words';

// What is loaded stands in support/two-kommuner: the division Kretser has four zones in each kommune, of which Østby has two numbers and Vestby one.
const two = process.env.BOLYST_TWO_URL!;
const narrowed = `${two}/?kommune=9901&zones=kretser`;

interface Classes {
  readonly breaks: number[];
  readonly classes: { text: string; zones: number }[];
  readonly kommune: { code: string; name: string } | null;
}

async function classesOf(query: string): Promise<Classes> {
  return (await fetch(`${two}/styles/kretser/low_income/classes.json?period=2020&lang=nb${query}`)).json() as Promise<Classes>;
}

/** Lines of classes in the legend: text, and the number of zones. */
function legendLines(page: Page): Promise<string[][]> {
  return page
    .locator('.legend-list li')
    .evaluateAll(lines => lines.map(line => [...line.querySelectorAll('span')].slice(1).map(each => each.textContent)));
}

function written({ classes }: Classes): string[][] {
  return classes.map(({ text, zones }) => [text, zones === 1 ? '1 sone' : `${zones} soner`]);
}

test('by mouse: a chosen kommune leaves its zones in the table, the counts and the classes, as the service counts them', async ({
  page,
}) => {
  await page.goto(`${two}/?zones=kretser`);
  await page.getByLabel('Kommune').selectOption({ label: 'Østby' });
  await page.getByLabel('Inndeling', { exact: true }).selectOption({ label: 'Kretser' });
  await expect(page.locator('.legend')).toContainText('Tall og klasser er for sonene i Østby');
  const answer = await classesOf('&kommune=9901');
  expect(answer.kommune!.name).toBe('Østby');
  expect((await legendLines(page)).slice(0, answer.classes.length)).toEqual(written(answer));
  await expect(page.locator('.legend-list li').last()).toHaveText('Utenfor Østby');

  await page.getByText('Tabell', { exact: true }).click();
  const { codes } = await ask<{ codes: string[] }>(
    'ZoneService/FindZonesWithin',
    { zoneSet: 'kretser', around: { zoneSet: 'kommuner', code: '9901' } },
    two,
  );
  const shown = await cells(page, '.table table');
  expect(shown.map(([, code]) => code).sort()).toEqual(codes);
  expect(shown.map(([, , value]) => value).slice(0, 2)).toEqual([`${bare(12, 'percent')}\u00a0%`, `${bare(7.25, 'percent')}\u00a0%`]);
  await expect(page.locator('caption')).toContainText('Kretser, Østby');
});

test('by keyboard: the classes may be those of the whole division, which stands in the address and is said', async ({ page }) => {
  await page.goto(narrowed);
  const whole = page.getByRole('checkbox', { name: 'Klasser fra hele inndelingen' });
  await expect(whole).not.toBeChecked();
  await whole.focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/classes=division/);
  await expect(page.locator('.legend')).toContainText('Tall er for sonene i Østby, klassene er laget av alle soner i Kretser');
  const { breaks } = await classesOf('');
  const answer = await classesOf(`&kommune=9901&breaks=${breaks.join(',')}`);
  await expect(async () => expect((await legendLines(page)).slice(0, answer.classes.length)).toEqual(written(answer))).toPass();
  await page.reload();
  await expect(whole).toBeChecked();
});

test('a zone is ranked among those of its kommune', async ({ page }) => {
  await page.goto(`${narrowed}&zone=99010003`);
  await expect(page.locator('.panel')).toContainText('2 av 2 i Østby, der 1 er høyest verdi');
  // Krets 1 of Vestby is open, and Østby is chosen: it stands among all.
  await page.goto(`${narrowed}&zone=99020001`);
  await expect(page.locator('.panel')).toContainText('3 av 3, der 1 er høyest verdi');
});

test('by mouse: the spread behind a number is of the zones of the kommune, and of all for a zone elsewhere', async ({ page }) => {
  await page.goto(`${narrowed}&view=table`);
  await page.locator('.table').getByRole('button', { name: 'Krets 7' }).click();
  const spread = page.locator('figure', { hasText: 'Hver søyle viser' });
  await expect(spread).toContainText('Lavinntekt i sonene i Østby.');
  await spread.getByText('Vis som tabell').click();
  // Of Østby's zones two have a number, 7.25 and 12: a quarter of the way between them, half, and three quarters.
  const lines = ['Lavest', 'En fjerdedel er under', 'Halvparten er under', 'Tre fjerdedeler er under', 'Høyest'];
  const shown = (await cells(page, 'figure table')).filter(([name]) => lines.includes(name!));
  expect(shown).toEqual([7.25, 8.4375, 9.625, 10.8125, 12].map((value, line) => [lines[line], `${bare(value, 'percent')}\u00a0%`]));
  // A tenth of four zones is none.
  await expect(page.locator('.panel')).toContainText('kan ikke telles blant 4 soner i Østby');

  await page.goto(`${narrowed}&zone=99020001`);
  await expect(spread).toContainText('Lavinntekt i alle Kretser.');
  await expect(page.locator('.panel')).toContainText('kan ikke telles blant 8 soner:');
});

test('by keyboard: an own weighing is scaled among the zones of the kommune, and among all when the classes are', async ({ page }) => {
  await page.goto(`${narrowed}&weigh=low-income.50,unemployed.50,min_max,arithmetic&view=table`);
  // 7.25 and 2, 12 and 3 in the two zones that have both. Of unemployment the kommune has 7 and 8 too: (100 + 1 + 99 · 1/6) / 2, and the lowest of both.
  const scores = async () => (await cells(page, '.table table')).slice(0, 2).map(([zone, , score]) => [zone, score]);
  await expect(async () =>
    expect(await scores()).toEqual([
      ['Krets 8', '58,8'],
      ['Krets 7', '1'],
    ]),
  ).toPass();
  await expect(page.locator('.legend')).toContainText('Tall og klasser er for sonene i Østby');

  // Among all the lowest of low income is 5.5 and the highest of unemployment is 9: (100 + 1 + 99 · 1/7) / 2 and (1 + 99 · 1.75/6.5 + 1) / 2.
  const whole = page.getByRole('checkbox', { name: 'Klasser fra hele inndelingen' });
  await whole.focus();
  await page.keyboard.press('Space');
  await expect(async () =>
    expect(await scores()).toEqual([
      ['Krets 8', '57,6'],
      ['Krets 7', '14,3'],
    ]),
  ).toPass();

  // The slider moves the scores of the kommune: of unemployment alone it has 7 and 8 as well, 5/6 of the way from 2 to 8 and the end.
  await whole.press('Space');
  await page.getByRole('slider', { name: 'Lavinntekt' }).press('Home');
  await expect(page).toHaveURL(/weigh=unemployed\.50/);
  await expect(async () =>
    expect(await scores()).toEqual([
      ['Krets 6', '100'],
      ['Krets 5', '83,5'],
    ]),
  ).toPass();
});

test('the own weighing of a zone through time is one line, and the page says why', async ({ page }) => {
  await page.goto(`${narrowed}&weigh=low-income.50,unemployed.50,min_max,arithmetic&zone=99010003`);
  const section = page.getByRole('region', { name: 'Over tid' });
  await expect(section).toContainText('Kommunen og landet har ingen linje: en skåre sammenligner soner, og de er ikke blant dem.');
  await section.getByText('Vis som tabell').click();
  await expect(section.getByRole('columnheader')).toHaveText(['Periode', 'Krets 7']);
});

test('files hold what is shown', async ({ page }) => {
  await page.goto(narrowed);
  await expect(page.locator('.legend')).toContainText('Tall og klasser er for sonene i Østby');
  await page.getByRole('button', { name: 'Del og last ned' }).click();
  const address = (await page.getByRole('link', { name: 'CSV' }).getAttribute('href'))!;
  const text = await (await fetch(new URL(address, page.url()))).text();
  expect(
    text
      .trim()
      .split('\r\n')
      .slice(1)
      .map(line => line.split(',')[0]),
  ).toEqual(['99010001', '99010002', '99010003', '99010004']);
});

for (const [language, words] of [
  ['nn', ['Tal og klassar er for sonene i Østby', 'Klassar frå heile inndelinga', 'Utanfor Østby']],
  ['en', ['Counts and classes are of the zones in Østby', 'Classes from the whole division', 'Outside Østby']],
] as const) {
  test(`the legend says it in ${language}`, async ({ page }) => {
    await page.goto(`${narrowed}&lang=${language}`);
    for (const said of words) await expect(page.locator('.legend')).toContainText(said);
  });
}
