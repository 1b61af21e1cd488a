import type { Facets, FindPage, FindQuery } from '../../../../shared/search';
import { BridgeError, request } from '../../bridge';
import { currentQuery } from './current-query';
import { pageSize, type Run } from './result-pages';

let asking = 0;

/** Every asking has a number of its own; answers to an older one are dropped when they come. */
export function nextAsking(): number {
  asking += 1;
  return asking;
}

export function currentAsking(): number {
  return asking;
}

/**
 * Pages of the answer; the first one speaks for all. While somebody types, the archive passes over
 * questions that others follow; those of one question are asked until they are answered.
 */
export function answerFor(
  { first, count }: Run,
  mine: number,
  countsFacets = first === 0,
): Promise<FindPage> {
  return answerTo(() => {
    const query = currentQuery(first * pageSize, count * pageSize, first === 0);
    return { ...query, facets: countsFacets };
  }, mine);
}

/** The facets of the whole answer by themselves; null where they couldn't be counted. */
export async function facetsOfAnswer(mine: number): Promise<Facets | null> {
  const query = (): FindQuery => ({ ...currentQuery(0, 1, true), months: false });
  return (await answerTo(query, mine).catch(() => null))?.facets ?? null;
}

/** Asks until it is answered, unless something else is asked meanwhile. */
export async function answerTo(query: () => FindQuery, mine: number): Promise<FindPage> {
  for (;;) {
    try {
      return await request('release:find', query());
    } catch (error) {
      const isPassedOver = error instanceof BridgeError && error.code === 'cancelled';
      if (!isPassedOver || mine !== asking) throw error;
    }
  }
}
