import { isMostlyHan } from '../peers/han';
import type { CorpusDocument } from './corpus-document';

export interface CollectionQuery {
  readonly id: string;
  readonly text: string;
}

/** A retrieval collection: documents, questions, and which documents answer them. */
export interface Collection {
  readonly name: string;
  readonly isChinese: boolean;
  readonly documents: readonly CorpusDocument[];
  /** Only those that have an answer. */
  readonly queries: readonly CollectionQuery[];
  /** Grades above 0 by query and document. */
  readonly grades: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function collectionOf(
  name: string,
  documents: readonly CorpusDocument[],
  queries: readonly CollectionQuery[],
  grades: Collection['grades'],
): Collection {
  const sample = documents.slice(0, 100).map(({ body }) => body);
  return {
    name,
    isChinese: name.startsWith('zh') || isMostlyHan(sample.join(' ')),
    documents,
    queries: queries.filter(({ id }) => grades.has(id)),
    grades,
  };
}
