import type { EngineRequest } from '../../../../src/archive/search/engine/engine-request';
import type { SearchDocument } from '../../../../src/archive/search/search-document';
import { SearchIndex } from '../../../../src/archive/search/search-index';
import { parseQuery } from '../../../../src/shared/query';

export const today = '2026-06-15';

/** Listing everything; the rest is as the window asks while somebody types. */
export const everything = { sort: 'relevance', offset: 0, limit: 1000 } as const;

export type AskOptions = Partial<Omit<EngineRequest, 'query'>>;

/** An id that `like:` takes. */
export const uuid = (number: number): string =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export function document(id: string, fields: Partial<SearchDocument> | string): SearchDocument {
  return {
    id,
    headline: '',
    subheadline: '',
    body: '',
    captions: [],
    credits: [],
    partners: [],
    people: [],
    tags: [],
    place: '',
    publicationDate: null,
    status: 'filed',
    language: 'en',
    inTrash: false,
    hasPhotos: false,
    partnerIds: [],
    personNames: [],
    stamp: 1,
    ...(typeof fields === 'string' ? { body: fields } : fields),
  };
}

/** What an index answers to a typed text. */
export function ask(index: SearchIndex, text: string, options: AskOptions = {}) {
  const answer = index.find(
    {
      query: parseQuery(text, { today, typing: true }),
      place: 'archive',
      year: null,
      partnerIds: [],
      recentTo: null,
      facets: false,
      months: false,
      feedback: 'thin',
      ...everything,
      ...options,
    },
    {
      partnersNamed: (name) => [name.toLowerCase()],
      releasesInPacks: () => [],
      releasesThatNeedLook: () => [],
      releasesUnderEmbargo: () => [],
    },
  );
  const ids = answer.found.map(({ part, document: number }) => answer.parts[part]?.idOf(number));
  return {
    ids,
    scores: answer.found.map(({ score }) => score),
    total: answer.total,
    complete: answer.complete,
    facets: answer.facets,
    months: answer.months,
  };
}

/** An index in memory of documents named after their keys. */
export function indexOf(
  documents: Readonly<Record<string, Partial<SearchDocument> | string>> = {},
): SearchIndex {
  const index = new SearchIndex(null);
  for (const [id, fields] of Object.entries(documents)) index.put(document(id, fields));
  return index;
}

/** Ids in the order in which they are listed. */
export function found(index: SearchIndex, text: string, options: AskOptions = {}) {
  return ask(index, text, options).ids;
}
