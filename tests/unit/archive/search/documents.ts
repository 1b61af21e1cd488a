import type { SearchDocument, SearchOptions } from '../../../../src/archive/search/search-index';
import { SearchIndex } from '../../../../src/archive/search/search-index';

export const everything: SearchOptions = { sort: 'relevance', offset: 0, limit: 1000 };

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
    publicationDate: null,
    ...(typeof fields === 'string' ? { body: fields } : fields),
  };
}

/** An index of documents named after their keys. */
export function indexOf(documents: Readonly<Record<string, Partial<SearchDocument> | string>>) {
  const index = new SearchIndex();
  for (const [id, fields] of Object.entries(documents)) index.put(document(id, fields));
  return index;
}

/** Ids in the order in which they are listed. */
export function found(index: SearchIndex, text: string, options: Partial<SearchOptions> = {}) {
  return index.find(text, { ...everything, ...options }).ids.map(({ id }) => id);
}
