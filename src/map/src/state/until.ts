import { effect } from '@preact/signals';

/** Waits until signals say so. */
export async function until(condition: () => boolean): Promise<void> {
  let end = () => {};
  await new Promise<void>(resolve => {
    end = effect(() => {
      if (condition()) resolve();
    });
  });
  end();
}
