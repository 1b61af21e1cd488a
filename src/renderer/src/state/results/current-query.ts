import type { Settings } from '../../../../shared/ipc-contract';
import type { FindQuery } from '../../../../shared/search';
import { queryClient } from '../../requests';
import { sortOf, useWorkspace } from '../workspace';

/** UTF-16 code units of the longest text that the archive takes; nobody means more than that, it was pasted. */
export const maxTextLength = 10_000;

/** The question as it stands; the parts that say something of the whole answer only where they are wanted. */
export function currentQuery(offset: number, limit: number, whole: boolean): FindQuery {
  const state = useWorkspace.getState();
  const { place, year, partnerIds, tags, isTyped: typing } = state;
  const text = state.text.slice(0, maxTextLength);
  const sort = sortOf(state);
  return {
    text,
    place,
    year,
    partnerIds,
    tags,
    sort,
    offset,
    limit,
    typing,
    recency: sort === 'relevance' && prefersRecent(),
    facets: whole,
    months: whole,
  };
}

function prefersRecent(): boolean {
  return queryClient.getQueryData<Settings>(['settings:read', null])?.preferRecent ?? false;
}
