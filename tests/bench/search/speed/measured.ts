import { timed } from '../../harness/timing';

/** Milliseconds of each single query, by engine; ours under `ours`. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Queries that are asked before anything is timed. */
const usualWarmUp = 20;

/** Seconds after which an engine is asked no more queries of a kind. */
export const longestSeconds = 30;

export interface Round {
  /** How many are asked twice, and timed the second time. */
  readonly warmUp?: number;
  /** After which no more is asked. */
  readonly seconds?: number;
}

/** Asks one after another, as many as fit into the time. */
export async function timesOf<Query>(
  queries: readonly Query[],
  ask: (query: Query) => unknown,
  { warmUp = usualWarmUp, seconds = longestSeconds }: Round = {},
): Promise<number[]> {
  const warm = performance.now() + (longestSeconds / 3) * 1_000;
  for (const query of queries.slice(0, warmUp)) {
    if (performance.now() > warm) break;
    await ask(query);
  }
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  for (const query of queries) {
    if (performance.now() > end) break;
    times.push(await timed(async () => ask(query)));
  }
  return times;
}
