import { namesOf, type CorpusDocument } from '../material/corpus-document';
import type { Peer } from './engine';
import { loadPackage } from './package';
import { isStopWord, stemOf, wordsOf } from './words';

/** MiniSearch as far as it is used. */
export interface MiniSearchIndex {
  addAll(documents: readonly MiniSearchDocument[]): void;
  add(document: MiniSearchDocument): void;
  replace(document: MiniSearchDocument): void;
  discard(id: string): void;
  search(
    text: string,
    options?: MiniSearchOptions,
  ): readonly { readonly id: string; readonly score: number }[];
}

export interface MiniSearchOptions {
  readonly combineWith?: 'OR' | 'AND';
  readonly prefix?: boolean | ((term: string, index: number, terms: readonly string[]) => boolean);
  readonly boost?: Readonly<Record<string, number>>;
  readonly filter?: (result: { readonly id: string }) => boolean;
}

export interface MiniSearchDocument {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly names: string;
}

export interface MiniSearchPackage {
  new (options: object): MiniSearchIndex;
  loadJSON(json: string, options: object): MiniSearchIndex;
}

export function loadMiniSearch(say: (line: string) => void): MiniSearchPackage | null {
  return loadPackage('minisearch', say) as MiniSearchPackage | null;
}

/** Tuned: English stems, no stop words, the title doubled, any of the words. */
export const miniSearchOptions = {
  fields: ['title', 'body', 'names'],
  tokenize: wordsOf,
  processTerm: (term: string) => (isStopWord(term) ? null : stemOf(term)),
  searchOptions: { combineWith: 'OR', boost: { title: 2 } },
};

export function miniSearchDocument(document: CorpusDocument): MiniSearchDocument {
  return {
    id: document.id,
    title: document.headline,
    body: document.body,
    names: namesOf(document),
  };
}

export function miniSearch(minisearch: MiniSearchPackage): Peer {
  return {
    name: 'MiniSearch',
    build: async (documents) => {
      const index = new minisearch(miniSearchOptions);
      index.addAll(documents.map(miniSearchDocument));
      return {
        rank: async (text, limit) =>
          index
            .search(text)
            .slice(0, limit)
            .map(({ id }) => id),
        close: () => undefined,
      };
    },
  };
}
