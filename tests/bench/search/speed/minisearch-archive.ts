import { yearOf, type CorpusDocument } from '../../material/corpus-document';
import {
  miniSearchDocument,
  miniSearchOptions,
  type MiniSearchIndex,
  type MiniSearchPackage,
} from '../../peers/minisearch';
import type { OurFilter } from '../our-search';
import { pageSize } from './fts5-archive';

interface FilterValues {
  readonly partners: readonly string[];
  readonly year: number | null;
}

/** Releases in MiniSearch. It answers with all ids; a page of them is what leaves the thread. */
export class MiniSearchArchive {
  readonly #index: MiniSearchIndex;
  readonly #values = new Map<string, FilterValues>();

  constructor(open: MiniSearchPackage) {
    this.#index = new open(miniSearchOptions);
  }

  /** Milliseconds. */
  fill(documents: readonly CorpusDocument[]): number {
    for (const document of documents) {
      this.#values.set(document.id, { partners: document.partners, year: yearOf(document) });
    }
    const given = documents.map(miniSearchDocument);
    const began = performance.now();
    this.#index.addAll(given);
    return performance.now() - began;
  }

  anyOf(words: readonly string[]): readonly string[] {
    return page(this.#index.search(words.join(' ')));
  }

  allOf(words: readonly string[]): readonly string[] {
    return page(this.#index.search(words.join(' '), { combineWith: 'AND' }));
  }

  /** All words, the last one perhaps unfinished. */
  typingAll(text: string): readonly string[] {
    return page(
      this.#index.search(text, {
        combineWith: 'AND',
        prefix: (_, at, terms) => at === terms.length - 1,
      }),
    );
  }

  filtered(word: string, filter: OurFilter): readonly string[] {
    return page(
      this.#index.search(word, {
        filter: ({ id }) => {
          const values = this.#values.get(id);
          return filter.year === undefined
            ? values?.partners.includes(filter.partner ?? '') === true
            : values?.year === filter.year;
        },
      }),
    );
  }

  add(document: CorpusDocument): void {
    this.#index.add(miniSearchDocument(document));
  }

  update(document: CorpusDocument): void {
    this.#index.replace(miniSearchDocument(document));
  }

  remove(id: string): void {
    this.#index.discard(id);
  }

  toJson(): string {
    return JSON.stringify(this.#index);
  }
}

function page(found: readonly { readonly id: string }[]): readonly string[] {
  return found.slice(0, pageSize).map(({ id }) => id);
}
