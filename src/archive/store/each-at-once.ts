/** How many files are worked on at once: enough to keep a disk busy, few enough handles. */
const usualWidth = 8;

/**
 * Runs `work` for every item, several at a time. After a failure nothing new is begun, and what is
 * under way has ended before the promise rejects: the caller may then remove what was written.
 */
export async function eachAtOnce<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
  width = usualWidth,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let next = waiting.next(); next.done !== true && !failed; next = waiting.next()) {
      try {
        await work(next.value);
      } catch (thrown) {
        failed = true;
        throw thrown;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: width }, worker));
  const rejected = ends.find((end) => end.status === 'rejected');
  if (rejected !== undefined) throw rejected.reason;
}
