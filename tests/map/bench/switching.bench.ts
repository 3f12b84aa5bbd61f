import { type Browser, expect, type Page, test } from '@playwright/test';
import { wake } from '../support/wake';
import { noteFrames, spread, timeToDrawn, timeToPainted, whenStill, whenThere } from './frames';

const keptRounds = 9;
const askedRounds = 5;
const goal = Number(process.env.BOLYST_GOAL_MS);

test('from another indicator chosen to the map painted', async ({ browser }) => {
  const { page, drawn } = await visit(browser);
  await page.context().close();
  if (drawn === 'light') await measure(browser, 'the light map', 'light');
  await measure(browser, 'MapLibre', 'MapLibre');
});

async function measure(browser: Browser, by: string, wanted: 'light' | 'MapLibre'): Promise<void> {
  const asked: number[] = [];
  const kept: number[] = [];
  const time = wanted === 'light' ? timeToDrawn : timeToPainted;
  // The service is asked once a visit for each indicator: each asked round is a visit of its own.
  for (let round = 0; round < askedRounds; round++) {
    const { page, drawn, choose } = await visit(browser);
    if (drawn !== wanted) {
      await wake(page);
      await whenStill(page, 2_000);
    }
    asked.push(await time(page, await choose()));
    if (round === 0) for (let again = 0; again < keptRounds; again++) kept.push(await time(page, await choose()));
    await page.context().close();
  }
  say(`${by}, numbers in memory`, kept);
  say(`${by}, the service asked`, asked);
}

function say(what: string, times: readonly number[]): void {
  const { median, text } = spread(times);
  console.log(`${process.env.BOLYST_ZONES} zones, ${what}: painted ${text} after the choice, ${(median / goal).toFixed(2)} of ${goal} ms`);
}

/** A new visitor's page, and the script that chooses the other of the two indicators. */
async function visit(browser: Browser): Promise<{ page: Page; drawn: 'light' | 'MapLibre'; choose: () => Promise<string> }> {
  const page = await (await browser.newContext()).newPage();
  await noteFrames(page);
  await page.goto(process.env.BOLYST_URL!);
  await expect(page.locator('.legend-list li').first()).toBeVisible();
  const drawn = await whenThere(page);
  const choice = page.getByLabel('Indeks eller indikator').first();
  const id = await choice.getAttribute('id');
  const values = await choice.locator('option').evaluateAll(all => all.map(one => (one as HTMLOptionElement).value));
  const [first, second] = values.filter(value => value.startsWith('indicator'));
  return {
    page,
    drawn,
    choose: async () => {
      const other = (await choice.inputValue()) === first ? second! : first!;
      return `const s = document.getElementById(${JSON.stringify(id)}); s.value = ${JSON.stringify(other)}; s.dispatchEvent(new Event('change', { bubbles: true }));`;
    },
  };
}
