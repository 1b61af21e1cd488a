/** How many files are written or read at once: enough to keep a disk busy, few enough handles. */
const atOnce = 8;

/**
 * Does `work` for every item, several at a time. After a failure nothing new is begun, what is under
 * way is waited for, so that nothing goes on behind the caller's back, and the failure is thrown.
 */
export async function eachAtOnce<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      const item = items[next] as T;
      next += 1;
      try {
        await work(item);
      } catch (thrown) {
        failures.push(thrown);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
}
