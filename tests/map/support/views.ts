import { expect, type Page } from '@playwright/test';
import { wake } from './wake';

/** A view of the page, and how one comes to it. */
export interface Seen {
  readonly address: string;
  /** What of the page's sources draws it: every dialog, panel and list that opens must be named by some view. */
  readonly of?: string;
  /** What is done to see it; the page has come by then. */
  readonly open?: (page: Page) => Promise<void>;
  /** Before the page comes. */
  readonly before?: (page: Page) => Promise<void>;
  /** Whether it has a legend to wait for. Default: yes. */
  readonly without?: 'legend';
}

const kretser = 'zones=elvsund-grunnkrets-2018&show=social-assistance&year=2020';
const triangle = 'area=25833;POLYGON((60000 7296500,63000 7296500,63000 7299500,60000 7296500))';
const own = 'weigh=employed.20,low-education.30,unemployed.50,min_max,arithmetic&year=2020';

/** Every view: what is asked of all of them is asked in accessible.spec.ts. */
export const views: Readonly<Record<string, Seen>> = {
  map: { address: `/?${kretser}` },
  table: { address: `/?${kretser}&view=table` },
  'two maps': { address: `/?show=unemployed&view=beside` },
  swipe: { address: `/?show=unemployed&view=swipe` },
  years: { address: `/?show=unemployed&view=years`, open: page => expect(page.locator('.years li canvas').first()).toBeVisible() },
  'the map by MapLibre': { address: `/?${kretser}`, open: wake },
  embedded: { address: `/?${kretser}&embed=1` },
  'a zone with all of it open': {
    address: '/?show=persistent-low-income&zone=9811010002',
    of: 'zone/ZonePanel.tsx',
    open: async page => {
      await expect(page.getByRole('region', { name: 'Kilder' })).toContainText('CC0');
      await unfold(page);
    },
  },
  'zones compared': compared('compare=zones&picked=9811030027,9811010002,9811010010'),
  'a programme compared': compared('compare=programme&programme=kvernlia-satsinga'),
  'an area compared': compared(`compare=area&${triangle}`),
  'an area that is drawn': {
    address: '/?compare=area',
    open: page => page.getByRole('button', { name: 'Tegn på kartet' }).click(),
  },
  'a person’s own weighing beside a zone': {
    address: `/?${own}&zone=9811010002`,
    of: 'weigh/WeighPanel.tsx',
    before: page => page.setViewportSize({ width: 1920, height: 1080 }),
    open: async page => {
      await expect(page.getByRole('region', { name: 'Kilder' })).toContainText('CC0');
      await expect(page.getByText('Tidelen avhenger av valgene i')).toBeVisible();
      await page.getByText('Slik er dette laget').click();
    },
  },
  'the list of what is found': {
    address: '/',
    of: 'find/Find.tsx',
    open: async page => {
      await page.getByRole('combobox', { name: 'Finn sone eller koordinat' }).fill('dalm');
      await expect(page.locator('.find').getByRole('option').first()).toBeVisible();
    },
  },
  'the way out: link, paper, pictures, files': {
    address: `/?${kretser}`,
    of: 'share/Share.tsx',
    open: page => page.getByRole('button', { name: 'Del og last ned' }).click(),
  },
  'an address file': {
    address: '/',
    of: 'find/addresses/AddressFile.tsx',
    open: async page => {
      await page.getByRole('button', { name: 'Adressefil' }).click();
      const content = Buffer.from('Adresse;Nord;Øst\r\nDalveien 1;7297421;62343\r\nOslo;6649000;262000\r\n');
      await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: 'adresser.csv', mimeType: 'text/csv', buffer: content });
      await page.getByRole('button', { name: 'Slå opp 2 rader' }).click();
      await expect(page.getByText('Rader med sone: 1.')).toBeVisible();
    },
  },
  paper: {
    address: `/?${kretser}`,
    open: async page => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    },
  },
  'the menu of a phone': {
    address: '/',
    of: 'ui/Header.tsx',
    open: async page => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole('button', { name: 'Meny' }).click();
    },
  },
  'a division narrowed to a kommune': {
    address: `${process.env.BOLYST_TWO_URL}/?kommune=9901&zones=kretser`,
  },
  'an outline without numbers': {
    address: `${process.env.BOLYST_TWO_URL}/?zones=ostby-bydel`,
    without: 'legend',
    open: page => expect(page.getByText('Det er ingen tall for denne inndelingen.')).toBeVisible(),
  },
  'an empty store': {
    address: process.env.BOLYST_EMPTY_URL ?? '',
    without: 'legend',
    open: page => expect(page.getByRole('heading', { name: 'Ingenting er lastet inn ennå' })).toBeVisible(),
  },
  'parts of a panel that do not come': {
    address: '/?show=unemployed&year=2023&zone=9811030027',
    before: async page => {
      await page.route('**/bolyst.v1.ComparisonService/ProfileZone*', route => route.abort());
      await page.route('**/bolyst.v1.ComparisonService/GetTrend*', route =>
        route.fulfill({ status: 400, contentType: 'application/json', body: '{"code":"invalid_argument","message":"no such thing"}' }),
      );
    },
    open: async page => {
      await page.getByRole('region', { name: 'Over tid' }).getByText('Tjenestens egne ord').click();
      await expect(page.locator('.panel').getByText('tjenesten svarer ikke nå').first()).toBeVisible();
    },
  },
  'a service that is away': {
    address: '/?show=unemployed&year=2020',
    open: async page => {
      await page.context().setOffline(true);
      await page.getByLabel('År', { exact: true }).selectOption('2016');
      await expect(page.getByRole('alert')).toContainText('Tjenesten svarer ikke');
    },
  },
};

/** Opens a view and waits for what it is about. */
export async function see(page: Page, { address, before, open, without }: Seen): Promise<void> {
  await before?.(page);
  await page.goto(address);
  if (without !== 'legend') await expect(page.locator('.legend-list li').first()).toBeAttached();
  await open?.(page);
}

function compared(query: string): Seen {
  return {
    address: `/?show=upper-secondary-noncompletion&${query}`,
    of: 'compare/Compare.tsx',
    open: async page => {
      await expect(page.locator('.caveats li').first()).toBeVisible();
      await expect(page.locator('.panel')).toContainText('CC0 1.0');
      await unfold(page);
    },
  };
}

async function unfold(page: Page): Promise<void> {
  for (const details of await page.locator('.panel details').all()) await details.evaluate(element => element.setAttribute('open', ''));
}
