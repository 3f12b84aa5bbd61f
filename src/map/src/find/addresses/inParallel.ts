/**
 * Does one thing for each of many, some at a time. The first failure stops it; what was done is done.
 * @param items What to do it for.
 * @param lanes How many at a time.
 * @param abort Stops before the next one.
 */
export async function inParallel<T>(
  items: readonly T[],
  lanes: number,
  abort: AbortSignal,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let failed = false;
  const lane = async () => {
    for (const item of queue) {
      if (failed || abort.aborted) return;
      try {
        await task(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
