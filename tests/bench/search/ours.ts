import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineAnswer } from '../../../src/archive/search/engine/engine-request';
import { IndexFolder } from '../../../src/archive/search/index-folder';
import type { SectionName } from '../../../src/archive/search/index/segment-sections';
import type { SearchDocument } from '../../../src/archive/search/search-document';
import { analystsFor } from '../../../src/archive/search/open-analysts';
import { indexSettings, SearchIndex } from '../../../src/archive/search/search-index';
import { queryMatcher } from '../../../src/archive/search/snippets';
import { DocumentEncoder } from '../../../src/archive/search/document-encoder';
import { GrowingUint32 } from '../../../src/archive/search/index/growing';
import { WordTable } from '../../../src/archive/search/word-table';
import { parseQuery, type ParsedQuery } from '../../../src/shared/query';
import type { CorpusDocument } from '../material/corpus-document';
import type { OurAnswer, OurQuery, OurSearch, TextSource } from './our-search';

/*
 * The only file of the benches that knows how the archive's search is made.
 */

/** What is asked of the search here and it doesn't do; told to whoever reads the numbers. */
export const lacks: readonly string[] = [];

/** How queries are written. */
export const syntax = {
  anyOf: (words: readonly string[]): string => words.join(' OR '),
  allOf: (words: readonly string[]): string => words.join(' '),
  phrase: (text: string): string => `"${text}"`,
};

let encoder: DocumentEncoder | null = null;
const sink = new GrowingUint32();

/** Only takes the texts apart; answers the number of tokens. */
export function tokenCount(document: CorpusDocument): number {
  // Made here: who loads an index must not pay for it.
  encoder ??= new DocumentEncoder(new WordTable());
  sink.clear();
  encoder.encode(document.headline, sink);
  encoder.encode(document.body, sink);
  return sink.length;
}

/** `indexingScript` is the compiled `indexing.worker.ts`; without one, the thread that asks does all. */
export function openSearch(_texts: TextSource, indexingScript: string | null = null): OurSearch {
  return new ArchiveSearch(indexingScript);
}

/** The texts themselves, and what releases are filtered and counted by: no part of FTS5's share. */
const besidesIndex: readonly SectionName[] = [
  'texts',
  'textOffsets',
  'stamps',
  'dates',
  'traits',
  ...(['partner', 'tag', 'person'] as const).flatMap(
    (facet) => [`${facet}Offsets`, `${facet}Values`, `${facet}Texts`] as const,
  ),
];

/** Any day will do: no query of the benches speaks of one. */
const today = '2026-01-01';
const position = 0;

class ArchiveSearch implements OurSearch {
  readonly #indexingScript: string | null;
  #index = new SearchIndex(null);
  #folder = '';

  constructor(indexingScript: string | null) {
    this.#indexingScript = indexingScript;
  }

  async build(documents: readonly CorpusDocument[], folder?: string): Promise<void> {
    const index = new SearchIndex(folder === undefined ? null : new IndexFolder(folder));
    await index.fill(
      searchDocuments(documents),
      analystsFor(documents.length, this.#indexingScript),
    );
    await index.commit(position);
    this.#index = index;
    this.#folder = folder ?? '';
  }

  async search(text: string, query: OurQuery): Promise<OurAnswer> {
    const { limit, filter, facets = false, snippets = false, typing = false } = query;
    const parsed = parseQuery(text, { today, typing });
    const answer = this.#index.find(
      {
        query: parsed,
        place: 'archive',
        year: filter?.year ?? null,
        partnerIds: filter?.partner === undefined ? [] : [filter.partner],
        sort: 'relevance',
        offset: 0,
        limit,
        recentTo: null,
        facets,
        months: false,
        feedback: query.feedback === true ? 'always' : 'never',
      },
      {
        partnersNamed: (name) => [name],
        releasesInPacks: () => [],
        releasesThatNeedLook: () => [],
        releasesUnderEmbargo: () => [],
      },
    );
    const ids = answer.found.map(({ part, document }) => answer.parts[part]?.idOf(document) ?? '');
    return {
      ids,
      total: answer.total,
      facetValues: Object.values(answer.facets ?? {}).reduce((sum, list) => sum + list.length, 0),
      snippets: snippets ? snippetsOf(answer, parsed) : [],
    };
  }

  async load(folder: string): Promise<void> {
    const stored = new IndexFolder(folder);
    const found = await stored.load(indexSettings);
    if (found === null) throw new Error(`${folder} holds no index.`);
    this.#index = new SearchIndex(stored, found.segments);
    this.#folder = folder;
  }

  async add(document: CorpusDocument): Promise<void> {
    this.#index.put(searchDocument(document));
  }

  async update(document: CorpusDocument): Promise<void> {
    this.#index.put(searchDocument(document));
  }

  async remove(id: string): Promise<void> {
    this.#index.remove(id);
  }

  /** Without what the peers' figures leave out, too. */
  async bytesOnDisk(): Promise<number> {
    let bytes = 0;
    for (const { file, segment } of this.#index.segments) {
      const apart = besidesIndex.reduce((sum, name) => sum + segment.lengthOf(name), 0);
      bytes += (await stat(join(this.#folder, file))).size - apart;
    }
    return bytes;
  }
}

function snippetsOf({ found, parts }: EngineAnswer, query: ParsedQuery): string[] {
  const matcher = queryMatcher(query);
  return found.flatMap(({ part: number, document }) => {
    const texts = parts[number]?.textsOf(document);
    if (texts === undefined) return [];
    const snippets = matcher.snippetsFor(texts);
    matcher.markAll(texts.headline, 'headline');
    return snippets.map(({ segments }) => segments.map((segment) => segment.text).join(''));
  });
}

function* searchDocuments(documents: Iterable<CorpusDocument>): Generator<SearchDocument> {
  for (const document of documents) yield searchDocument(document);
}

/** Field by field: V8 makes slow objects of those that are put together from others. */
function searchDocument(document: CorpusDocument): SearchDocument {
  return {
    id: document.id,
    headline: document.headline,
    subheadline: '',
    body: document.body,
    captions: [],
    credits: [],
    partners: document.partners,
    people: document.people,
    tags: document.tags,
    place: '',
    publicationDate: document.publicationDate,
    status: 'filed',
    language: 'en',
    inTrash: false,
    hasPhotos: false,
    partnerIds: document.partners,
    personNames: document.people,
    stamp: 0,
  };
}
