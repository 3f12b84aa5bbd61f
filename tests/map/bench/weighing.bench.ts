import { expect, test } from '@playwright/test';
import { wake } from '../support/wake';
import { noteFrames, whenStill, whenThere } from './frames';

const seconds = 5;
const goal = 10;
/** Of a hundred; it meets every place of the slider before it meets one again. */
const stride = 7;

test('answers shown a second while a weight is dragged', async ({ page }) => {
  await noteFrames(page);
  await page.goto('/');
  await expect(page.locator('.legend-list li').first()).toBeVisible();
  if ((await whenThere(page)) === 'light') await wake(page);
  await page.getByRole('button', { name: 'Vei selv' }).click();
  const slider = page.locator('.slider input').first();
  await expect(slider).toBeVisible();
  await whenStill(page, 2_000);
  // Every answer has other scores, which the legend writes; the map is drawn only where a zone came into another class. What was written over before
  // a frame of the screen came was not shown. A hand moves the slider at every frame, in strides that bring
  // zones into other classes with nearly every answer.
  const { answers, drawn } = await slider.evaluate(
    async (input: HTMLInputElement, [length, stride]) => {
      let answers = 0;
      let written = false;
      new MutationObserver(() => {
        written = true;
      }).observe(document.querySelector('.legend-list')!.parentElement!, { characterData: true, childList: true, subtree: true });
      const count = () => {
        if (written) answers++;
        written = false;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      const begun = performance.now();
      const top = Number(input.max);
      for (let step = 0; performance.now() - begun < length; step++) {
        const along = (step * stride) % (2 * top - 2);
        input.valueAsNumber = 1 + (along < top ? along : 2 * top - 2 - along);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise(resolve => setTimeout(resolve, 16));
      }
      const { painted } = window as unknown as { painted: number[] };
      return { answers, drawn: painted.filter(at => at > begun && at < begun + length).length };
    },
    [seconds * 1_000, stride] as const,
  );
  console.log(
    `${process.env.BOLYST_ZONES} zones: ${(answers / seconds).toFixed(1)} answers a second shown, goal ${goal}; the map drawn ${(drawn / seconds).toFixed(1)} times a second`,
  );
});
