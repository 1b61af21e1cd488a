import { timed } from '../../harness/timing';

/** Milliseconds of each single query, by engine; ours under `ours`. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Queries that are asked before anything is timed. */
const usualWarmUp = 20;

/** Seconds after which an engine is asked no more queries of a kind. */
export const longestSeconds = 30;

/**
 * Asks one after another, as many as fit into the time; the first few are asked twice, and timed the
 * second time.
 */
export async function timesOf<Query>(
  queries: readonly Query[],
  ask: (query: Query) => unknown,
  warmUp = usualWarmUp,
): Promise<number[]> {
  const warm = performance.now() + (longestSeconds / 3) * 1_000;
  for (const query of queries.slice(0, warmUp)) {
    if (performance.now() > warm) break;
    await ask(query);
  }
  const times: number[] = [];
  const end = performance.now() + longestSeconds * 1_000;
  for (const query of queries) {
    if (performance.now() > end) break;
    times.push(await timed(async () => ask(query)));
  }
  return times;
}
