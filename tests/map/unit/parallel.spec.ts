import { expect, test } from '@playwright/test';
import { inParallel } from '../../../src/map/src/find/addresses/inParallel';

const turn = () => new Promise(resolve => setImmediate(resolve));

test('so many at a time and no more, each once', async () => {
  let now = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel([...Array(20).keys()], 3, new AbortController().signal, async item => {
    most = Math.max(most, ++now);
    await turn();
    now--;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.toSorted((left, right) => left - right)).toEqual([...Array(20).keys()]);
});

test('a failure stops the rest', async () => {
  let begun = 0;
  const running = inParallel([...Array(20).keys()], 2, new AbortController().signal, async item => {
    begun++;
    await turn();
    if (item === 3) throw new Error('away');
  });
  await expect(running).rejects.toThrow('away');
  expect(begun).toBeLessThan(7);
});

test('an abort ends it before the next one', async () => {
  const abort = new AbortController();
  const done: number[] = [];
  await inParallel([...Array(20).keys()], 1, abort.signal, async item => {
    done.push(item);
    if (item === 4) abort.abort();
  });
  expect(done).toEqual([0, 1, 2, 3, 4]);
});
