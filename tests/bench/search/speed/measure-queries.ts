import { bringIntoCache } from '../../harness/file-cache';
import { syntax } from '../ours';
import type { OurQuery } from '../our-search';
import { filesOf, type Engines } from './engines';
import { pageSize } from './fts5-archive';
import { timesOf, type Times } from './measured';
import type { Fts5InThread, MiniSearchInThread } from './peer-protocol';
import type { Place } from './place';
import type { FilteredQuery, Queries } from './queries';

export const kindsOfQuery = [
  'one word',
  'two words, either',
  'two words, both',
  'a key while typing',
  'a phrase',
  'a word, filtered by year or partner',
  'two words with facets',
  'two words with 20 snippets',
  'two words with facets and 20 snippets',
] as const;
export type KindOfQuery = (typeof kindsOfQuery)[number];

type Words = readonly string[];

/** One kind of query: how each engine is asked. Those that can't do it have no way. */
interface Ways<Query> {
  readonly queries: readonly Query[];
  readonly ours: (query: Query) => readonly [text: string, options?: Partial<OurQuery>];
  readonly fts5?: Readonly<Record<string, (archive: Fts5InThread, query: Query) => unknown>>;
  readonly minisearch?: (archive: MiniSearchInThread, query: Query) => unknown;
  /** What the slow peers are asked. */
  readonly slow?: (query: Query) => string;
}

/**
 * Asks all queries of a kind of one engine, then of the next. Before each the files of all are brought
 * into the system's cache: FTS5 has one of its own besides.
 */
export async function measureQueries(
  place: Place,
  engines: Engines,
  queries: Queries,
): Promise<ReadonlyMap<KindOfQuery, Times>> {
  const { say } = place;
  const times = new Map<KindOfQuery, Times>();
  const files = await filesOf(place, engines);
  const timesOfKind = async <Query>(ways: Ways<Query>): Promise<Times> =>
    timesOfEach(engines, ways, () => bringIntoCache(files));
  const measure = async <Query>(kind: KindOfQuery, ways: Ways<Query>): Promise<void> => {
    times.set(kind, await timesOfKind(ways));
    say(`  asked: ${kind}`);
  };
  const either: Ways<Words> = {
    queries: queries.pairs,
    ours: (words) => [syntax.anyOf(words)],
    fts5: { FTS5: (archive, words) => archive.anyOf(words) },
    minisearch: (archive, words) => archive.anyOf(words),
    slow: (words) => words.join(' '),
  };
  // So that every engine's code is compiled before anything counts.
  await timesOfKind(either);
  await measure<string>('one word', {
    queries: queries.words,
    ours: (word) => [word],
    fts5: { FTS5: (archive, word) => archive.anyOf([word]) },
    minisearch: (archive, word) => archive.anyOf([word]),
  });
  await measure('two words, either', either);
  await measure<Words>('two words, both', {
    queries: queries.pairs,
    ours: (words) => [syntax.allOf(words)],
    fts5: { FTS5: (archive, words) => archive.allOf(words) },
    minisearch: (archive, words) => archive.allOf(words),
  });
  await measure<string>('a key while typing', {
    queries: queries.keystrokes,
    ours: (text) => [text, { typing: true }],
    fts5: {
      'FTS5 prefix': (archive, text) => archive.typingAll(text),
      'FTS5 prefix, any word': (archive, text) => archive.typingAny(text),
    },
    minisearch: (archive, text) => archive.typingAll(text),
  });
  await measure<string>('a phrase', {
    queries: queries.phrases,
    ours: (text) => [syntax.phrase(text)],
    fts5: { FTS5: (archive, text) => archive.phrase(text) },
  });
  await measure<FilteredQuery>('a word, filtered by year or partner', {
    queries: queries.filtered,
    ours: ({ word, filter }) => [word, { filter }],
    fts5: { FTS5: (archive, { word, filter }) => archive.filtered(word, filter) },
    minisearch: (archive, { word, filter }) => archive.filtered(word, filter),
  });
  await measure<Words>('two words with facets', {
    queries: queries.pairs,
    ours: (words) => [syntax.anyOf(words), { facets: true }],
    fts5: {
      FTS5: (archive, words) => Promise.all([archive.anyOf(words), archive.facets(words)]),
    },
  });
  await measure<Words>('two words with 20 snippets', {
    queries: queries.pairs,
    ours: (words) => [syntax.anyOf(words), { snippets: true }],
    fts5: { FTS5: (archive, words) => archive.snippets(words) },
  });
  await measure<Words>('two words with facets and 20 snippets', {
    queries: queries.pairs,
    ours: (words) => [syntax.anyOf(words), { facets: true, snippets: true }],
    fts5: {
      FTS5: (archive, words) => Promise.all([archive.snippets(words), archive.facets(words)]),
    },
  });
  return times;
}

/** `prepare` is called before each engine's turn. */
async function timesOfEach<Query>(
  engines: Engines,
  ways: Ways<Query>,
  prepare: () => Promise<void>,
): Promise<Times> {
  const { thread, fts5, minisearch, slow } = engines;
  const times = new Map<string, readonly number[]>();
  const askOurs = (query: Query): Promise<unknown> => {
    const [text, options] = ways.ours(query);
    return thread.call('search', { text, query: { limit: pageSize, ...options } });
  };
  await prepare();
  times.set('ours', await timesOf(ways.queries, askOurs));
  for (const [name, ask] of Object.entries(ways.fts5 ?? {})) {
    if (fts5 !== null) {
      await prepare();
      times.set(name, await timesOf(ways.queries, (query) => ask(fts5, query)));
    }
  }
  const { minisearch: askMiniSearch, slow: textOf } = ways;
  if (minisearch !== null && askMiniSearch !== undefined) {
    const ask = (query: Query): unknown => askMiniSearch(minisearch, query);
    times.set('MiniSearch', await timesOf(ways.queries, ask));
  }
  if (textOf !== undefined) {
    for (const [name, engine] of slow) {
      const ask = (query: Query): unknown => engine.rank(textOf(query), pageSize);
      times.set(name, await timesOf(ways.queries, ask));
    }
  }
  return times;
}
