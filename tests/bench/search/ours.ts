import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SearchIndex, type SearchDocument } from '../../../src/archive/search/search-index';
import { queryMatcher } from '../../../src/archive/search/snippets';
import { tokenise } from '../../../src/archive/search/text-analysis';
import type { CorpusDocument } from '../material/corpus-document';
import type { OurAnswer, OurFilter, OurQuery, OurSearch, TextSource } from './our-search';

/*
 * The only file of the benches that knows how the archive's search is made.
 */

/** What is asked of the search here and it doesn't do; told to whoever reads the numbers. */
export const lacks: readonly string[] = [
  'no feedback: asked for it, it answers as without',
  'facets are counted from the list of all answers',
  'no index file: it is built from the releases at every start',
];

/** How queries are written. */
export const syntax = {
  anyOf: (words: readonly string[]): string => words.join(' '),
  allOf: (words: readonly string[]): string => words.join(' '),
  phrase: (text: string): string => `"${text}"`,
};

/** Only takes the texts apart; answers the number of tokens. */
export function tokenCount(document: CorpusDocument): number {
  return tokenise(document.headline).length + tokenise(document.body).length;
}

export function openSearch(texts: TextSource): OurSearch {
  return new SearchInMemory(texts);
}

type Meta = Omit<CorpusDocument, 'headline' | 'body'>;

const savedFile = 'documents.jsonl';

class SearchInMemory implements OurSearch {
  readonly #texts: TextSource;
  #index = new SearchIndex();
  readonly #meta = new Map<string, Meta>();
  #folder: string | null = null;

  constructor(texts: TextSource) {
    this.#texts = texts;
  }

  async build(documents: Iterable<CorpusDocument>): Promise<void> {
    for (const document of documents) await this.add(document);
  }

  async search(text: string, query: OurQuery): Promise<OurAnswer> {
    const { limit, filter, facets = false, snippets = false } = query;
    const found = this.#index.find(text, {
      ...(filter === undefined ? {} : { accept: (id: string) => this.#passes(id, filter) }),
      sort: 'relevance',
      offset: 0,
      limit: facets ? Number.MAX_SAFE_INTEGER : limit,
    });
    const ids = found.ids.slice(0, limit).map(({ id }) => id);
    return {
      ids,
      total: found.total,
      facetValues: facets ? this.#facetValues(found.ids.map(({ id }) => id)) : 0,
      snippets: snippets ? this.#snippets(text, ids) : [],
    };
  }

  async save(folder: string): Promise<void> {
    this.#folder = folder;
    const file = createWriteStream(join(folder, savedFile));
    for (const id of this.#meta.keys()) {
      const line = `${JSON.stringify(this.#texts.textOf(id))}\n`;
      if (!file.write(line)) await once(file, 'drain');
    }
    file.end();
    await once(file, 'close');
  }

  async load(folder: string): Promise<void> {
    this.#folder = folder;
    const lines = createInterface({ input: createReadStream(join(folder, savedFile)) });
    for await (const line of lines) await this.add(JSON.parse(line) as CorpusDocument);
  }

  async add(document: CorpusDocument): Promise<void> {
    const { headline: _headline, body: _body, ...meta } = document;
    this.#meta.set(document.id, meta);
    this.#index.put(searchDocument(document));
  }

  async update(document: CorpusDocument): Promise<void> {
    await this.add(document);
  }

  async remove(id: string): Promise<void> {
    this.#meta.delete(id);
    this.#index.remove(id);
  }

  async bytesOnDisk(): Promise<number> {
    return this.#folder === null ? 0 : (await stat(join(this.#folder, savedFile))).size;
  }

  #passes(id: string, filter: OurFilter): boolean {
    const meta = this.#meta.get(id);
    if (meta === undefined) return false;
    if (filter.year !== undefined && meta.publicationDate?.startsWith(`${filter.year}-`) !== true) {
      return false;
    }
    return filter.partner === undefined || meta.partners.includes(filter.partner);
  }

  #facetValues(ids: readonly string[]): number {
    const counts = new Map<string, number>();
    const count = (value: string): void => {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    };
    for (const id of ids) {
      const meta = this.#meta.get(id);
      if (meta === undefined) continue;
      count(`year ${meta.publicationDate?.slice(0, 4) ?? ''}`);
      for (const partner of meta.partners) count(`partner ${partner}`);
      for (const tag of meta.tags) count(`tag ${tag}`);
      for (const person of meta.people) count(`person ${person}`);
    }
    return counts.size;
  }

  #snippets(text: string, ids: readonly string[]): string[] {
    const matcher = queryMatcher(text);
    return ids.flatMap((id) => {
      const document = searchDocument(this.#texts.textOf(id));
      matcher.markAll(document.headline);
      return matcher
        .snippetsFor(document)
        .map(({ segments }) => segments.map((segment) => segment.text).join(''));
    });
  }
}

const nothingElse = {
  subheadline: '',
  captions: [],
  credits: [],
  place: '',
  status: 'filed',
  language: 'en',
  inTrash: false,
  hasPhotos: false,
  stamp: 0,
} as const;

function searchDocument(document: CorpusDocument): SearchDocument {
  return {
    ...nothingElse,
    ...document,
    ...{ partnerIds: document.partners, personNames: document.people },
  };
}
