import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/service';
import { cells } from '../support/tables';
import { signed, written } from '../support/words';

const zoneSet = 'elvsund-levekarssone';

interface Measured {
  readonly value?: { value?: number };
  readonly status: string;
}

interface InsideOutside {
  readonly inside: { zone: { name: string } }[];
  readonly series: {
    indicator: { key: string; name: { nb: string }; unit: string };
    points: {
      period: string;
      inside: Measured;
      outside: Measured;
      difference?: { difference: { value?: number }; differenceInterval?: { lower: number; upper: number } };
    }[];
  }[];
  readonly caveats: { text: { nb: string } }[];
}

interface Overlaps {
  readonly overlaps: { zone: { name: string }; shares: { ofZone: number; ofPolygon: number } }[];
}

/** Fails unless the table of the area beside the rest says what the service says of the newest period. */
async function expectInsideOutside(page: Page, answer: InsideOutside): Promise<void> {
  const section = page.getByRole('region', { name: /^Samlet, ved siden av/ }).first();
  for (const { zone } of answer.inside) await expect(section.locator('strong')).toContainText(zone.name);
  for (const { text } of answer.caveats) await expect(section.locator('.caveats')).toContainText(text.nb);
  const shown = new Map(
    (await cells(page, 'section:has(> .caveats) > .data-table')).map(([name, ...more]) => [name!.split('\n')[0]!, more]),
  );
  expect(shown.size).toBe(answer.series.length);
  for (const { indicator, points } of answer.series) {
    const [inside, outside, apart] = shown.get(indicator.name.nb)!;
    const { inside: area, outside: rest, difference } = points.at(-1)!;
    const said = (number: Measured) => (number.value?.value === undefined ? 'Ikke aktuelt' : written(number.value.value, indicator.unit));
    expect(inside!.split('\n')[0], indicator.key).toBe(said(area));
    expect(outside, indicator.key).toBe(said(rest));
    if (!difference?.differenceInterval) continue;
    const { lower, upper } = difference.differenceInterval;
    expect(apart!.split('\n')[0], indicator.key).toContain(signed(difference.difference.value!, indicator.unit));
    expect(apart!.split('\n')[1], indicator.key).toBe(`${signed(lower, indicator.unit)} til ${signed(upper, indicator.unit)}`);
  }
}

/** Fails unless the table of touched zones has the shares of the service. */
async function expectShares(page: Page, { overlaps }: Overlaps): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Soner som området treffer' })).toBeVisible();
  const rows = await cells(page, 'section:has(> h3:text-is("Soner som området treffer")) > .data-table');
  const byArea = overlaps.toSorted((left, right) => right.shares.ofPolygon - left.shares.ofPolygon);
  expect(rows.map(([name, ofZone, ofArea]) => [name, ofZone, ofArea])).toEqual(
    byArea.map(({ zone, shares }) => [zone.name, written(100 * shares.ofZone, 'percent'), written(100 * shares.ofPolygon, 'percent')]),
  );
}

test('zones are picked by mouse in the table and in the list, and stand beside each other as the service says', async ({ page }) => {
  const answer = await ask<{ comparisons: { values: { value: { value?: number }; difference?: { difference: { value: number } } }[] }[] }>(
    'ComparisonService/CompareZones',
    {
      zones: ['9811030027', '9811010001', '9811010003'].map(code => ({ zoneSet, code })),
      selections: [{ indicator: 'persistent-low-income', period: '2023' }],
    },
  );
  await page.goto('/?show=persistent-low-income&year=2023&view=table');
  await page.getByRole('button', { name: 'Granhaugen' }).click();
  await page.getByRole('button', { name: 'Sammenlign med andre soner' }).click();
  await expect(page.getByText('Velg en sone til')).toBeVisible();
  const second = await nameOf('9811010001');
  const third = await nameOf('9811010003');
  await page.locator('.table').getByRole('button', { name: second }).click();
  await page.getByLabel('Sonens navn eller kode').fill(third.toLowerCase());
  await page.getByRole('button', { name: 'Legg til' }).click();
  await expect(page).toHaveURL(/compare=zones&picked=9811030027,9811010001,9811010003/);
  await expect(page.getByRole('heading', { name: 'Sone ved siden av sone' })).toBeVisible();
  const table = 'section:has(> h3:text-is("Sone ved siden av sone")) > .data-table';
  await expect(page.locator(`${table} tbody tr`)).toHaveCount(3);
  await expect(page.locator(`${table} tbody tr`).last()).toContainText('%');
  const rows = await cells(page, table);
  const values = answer.comparisons[0]!.values;
  expect(rows.map(([name, value]) => [name, value!.split('\n')[0]])).toEqual(
    ['Granhaugen', second, third].map((name, at) => [name, written(values[at]!.value.value!, 'percent')]),
  );
  expect(rows[1]![2]).toContain(signed(values[1]!.difference!.difference.value, 'percent'));

  await page.getByRole('button', { name: `Fjern ${second}` }).click();
  await expect(page).toHaveURL(/picked=9811030027,9811010003/);
});

test('zones are picked by keyboard alone, on the map', async ({ page }) => {
  await page.goto('/?show=persistent-low-income&compare=zones');
  await page.getByRole('application').focus();
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.zone-tip')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.locator('.chips li')).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.locator('.chips li')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(page.locator('.chips li')).toHaveCount(1);
});

test('an unknown name is told, and picks nothing', async ({ page }) => {
  await page.goto('/?compare=zones');
  await page.getByLabel('Sonens navn eller kode').fill('Ingensteds');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ingen sone, eller mer enn én')).toBeVisible();
  await expect(page.locator('.chips li')).toHaveCount(0);
});

test('an områdesatsing beside the rest of the kommune: zones with shares, numbers, and what must be said with them', async ({ page }) => {
  const answer = await ask<InsideOutside>('OmradesatsingService/CompareInsideOutside', { zoneSet, omradesatsing: 'kvernlia-satsinga' });
  const { boundaries } = await ask<{ boundaries: { geometry: { srid: number; wkb: string } }[] }>('OmradesatsingService/GetOmradesatsing', {
    key: 'kvernlia-satsinga',
    view: 'ZONE_VIEW_FULL',
  });
  const { srid, wkb } = boundaries.at(-1)!.geometry;
  const overlaps = await ask<Overlaps>('ZoneService/LookupZones', { polygonWkb: wkb, srid, zoneSets: [zoneSet] });
  await page.goto('/?show=persistent-low-income&year=2023');
  await page.getByRole('button', { name: 'Sammenlign' }).click();
  await page.getByText('Områdesatsing', { exact: true }).click();
  await page.getByLabel('Områdesatsing med grense').selectOption({ label: 'Kvernliasatsinga (2016–2025)' });
  await expect(page).toHaveURL(/compare=programme&programme=kvernlia-satsinga/);
  await expectShares(page, overlaps);
  await expectInsideOutside(page, answer);
});

test('an area is pasted in any of the systems of the service', async ({ page }) => {
  const wkt = 'POLYGON((60000 7296500,63000 7296500,63000 7299500,60000 7299500,60000 7296500))';
  const overlaps = await ask<Overlaps>('ZoneService/LookupZones', { polygonWkt: wkt, srid: 25833, zoneSets: [zoneSet] });
  const answer = await ask<InsideOutside>('OmradesatsingService/CompareInsideOutside', { zoneSet, polygonWkt: wkt, srid: 25833 });
  expect(overlaps.overlaps.length).toBeGreaterThan(2);
  await page.goto('/?show=persistent-low-income&year=2023&compare=area');
  await page.getByText('Lim inn et område').click();
  await page.getByLabel('Polygon som WKT eller GeoJSON').fill('POLYGON((1 2');
  await page.getByRole('button', { name: 'Bruk området' }).click();
  await expect(page.getByText('Dette er ikke en polygon')).toBeVisible();
  await page.getByLabel('Polygon som WKT eller GeoJSON').fill(wkt);
  await page.getByLabel('Koordinatsystem').selectOption('25833');
  await page.getByRole('button', { name: 'Bruk området' }).click();
  await expect(page.getByText('Området har 4 hjørner (EPSG:25833).')).toBeVisible();
  await expectShares(page, overlaps);
  await expectInsideOutside(page, answer);
  // The address alone opens it again.
  await page.reload();
  await expectShares(page, overlaps);
});

test('an area is drawn by mouse, and the service is asked for what was drawn', async ({ page }) => {
  await page.goto('/?show=persistent-low-income&year=2023&compare=area');
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Tegn på kartet' }).click();
  const frame = (await page.locator('.map-frame').boundingBox())!;
  const at = (x: number, y: number) => [frame.x + frame.width * x, frame.y + frame.height * y] as const;
  await page.mouse.click(...at(0.4, 0.4));
  await expect(page.getByText('1 hjørne', { exact: true })).toBeVisible();
  await page.mouse.click(...at(0.7, 0.4));
  await expect(page.getByText('2 hjørner', { exact: true })).toBeVisible();
  await page.mouse.dblclick(...at(0.6, 0.7));
  await expect(page).toHaveURL(/area=4326/);
  await expect(page.getByText('Området har 3 hjørner')).toBeVisible();
  const [srid, polygonWkt] = new URL(page.url()).searchParams.get('area')!.split(';');
  await expectShares(page, await ask<Overlaps>('ZoneService/LookupZones', { polygonWkt, srid: Number(srid), zoneSets: [zoneSet] }));
  await page.getByRole('button', { name: 'Fjern området' }).click();
  await expect(page).not.toHaveURL(/area=/);
});

test('an area is drawn by keyboard: with the cross on the map, and by coordinates', async ({ page }) => {
  await page.goto('/?show=persistent-low-income&year=2023&compare=area&at=5.47,65.55,11.5');
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Tegn på kartet' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('application').focus();
  await page.keyboard.press(' ');
  await expect(page.getByText('1 hjørne', { exact: true })).toBeVisible();
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight');
  await expect(page).not.toHaveURL(/at=5.47,/);
  await page.waitForTimeout(600);
  await page.keyboard.press(' ');
  await expect(page.getByText('2 hjørner', { exact: true })).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(page.getByText('1 hjørne', { exact: true })).toBeVisible();
  const coordinate = page.getByLabel('Koordinat for et hjørne');
  await coordinate.fill('hit');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Dette er ikke en koordinat.')).toBeVisible();
  for (const corner of ['65,56 5,53', '65,53 5,50']) {
    await coordinate.fill(corner);
    await coordinate.press('Enter');
  }
  await page.getByRole('button', { name: 'Ferdig' }).press('Enter');
  await expect(page).toHaveURL(/area=4326;POLYGON\(\(5.47\+65.55,5.53\+65.56,5.5\+65.53,5.47\+65.55\)\)|area=4326%3BPOLYGON/);
  await expect(page.getByText('Området har 3 hjørner (EPSG:4326).')).toBeVisible();
});

test('an area that touches nothing, and one that crosses itself, are told', async ({ page }) => {
  await page.goto('/?compare=area&area=4326;POLYGON((1 1,2 1,2 2,1 1))');
  await expect(page.getByText('Området treffer ingen soner i denne inndelingen.')).toBeVisible();
  await page.goto('/?compare=area&area=25833;POLYGON((60000 7296500,63000 7299500,63000 7296500,60000 7299500,60000 7296500))');
  await expect(page.locator('.panel [role=status]').getByText('Tjenesten tar ikke imot spørsmålet').first()).toBeVisible();
});

for (const [language, words] of [
  ['nn', ['Samanlikn', 'Soner som området treffer', 'Dette må lesast saman med tala']],
  ['en', ['Compare', 'Zones that the area touches', 'To be read with the numbers']],
] as const) {
  test(`the comparison speaks ${language}`, async ({ page }) => {
    await page.goto(`/?lang=${language}&compare=programme&programme=kvernlia-satsinga`);
    for (const heading of words) await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  });
}

async function nameOf(code: string): Promise<string> {
  return (await ask<{ zone: { name: string } }>('ZoneService/GetZone', { zone: { zoneSet, code } })).zone.name;
}
