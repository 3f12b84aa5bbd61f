import { expect, test } from '@playwright/test';
import { noteFrames, whenStill } from './frames';

const seconds = 5;
const goal = 10;

test('answers painted a second while a weight is dragged', async ({ page }) => {
  await noteFrames(page);
  await page.goto('/');
  await expect(page.locator('.legend-list li').first()).toBeVisible();
  await page.getByRole('button', { name: 'Vei selv' }).click();
  const slider = page.locator('.slider input').first();
  await expect(slider).toBeVisible();
  await whenStill(page, 2_000);
  // The answers are the only thing that paints the map; a hand moves the slider at every frame of the screen.
  const painted = await slider.evaluate(async (input: HTMLInputElement, length) => {
    const begun = performance.now();
    const top = Number(input.max);
    for (let step = 0; performance.now() - begun < length; step++) {
      const along = step % (2 * top - 2);
      input.valueAsNumber = 1 + (along < top ? along : 2 * top - 2 - along);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(resolve => setTimeout(resolve, 16));
    }
    return (window as unknown as { painted: number[] }).painted.filter(at => at > begun && at < begun + length).length;
  }, seconds * 1_000);
  console.log(`${process.env.BOLYST_ZONES} zones: ${(painted / seconds).toFixed(1)} answers a second painted, goal ${goal}`);
});
