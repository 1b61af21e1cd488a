import { bringIntoCache } from '../../harness/file-cache';
import { syntax } from '../ours';
import type { OurQuery } from '../our-search';
import { filesOf, type Engines } from './engines';
import { pageSize } from './fts5-archive';
import { timesOf, type Round, type Times } from './measured';
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

/** How long each engine took for each query of a kind. */
export type TimesOfKinds = ReadonlyMap<KindOfQuery, Times>;

interface Asked {
  readonly times: TimesOfKinds;
  /** Of the first questions that the engines were asked since they were opened. */
  readonly first: TimesOfKinds;
}

/** Seconds that an engine is asked other questions of a kind before those that count. */
const rehearsalSeconds = 5;

/**
 * Asks all queries of a kind of one engine, then of the next. Before each the files of all are brought
 * into the system's cache: FTS5 has one of its own besides. Before all of it everybody is asked
 * `rehearsal`, other queries of the same kinds: an archive is asked all day, and V8 compiles what it
 * runs often only after some hundred questions.
 */
export async function measureQueries(
  place: Place,
  engines: Engines,
  queries: Queries,
  rehearsal: Queries,
): Promise<Asked> {
  const files = await filesOf(place, engines);
  const prepare = (): Promise<void> => bringIntoCache(files);
  const ask = async (which: Queries, what: string, round?: Round): Promise<TimesOfKinds> => {
    const times = new Map<KindOfQuery, Times>();
    for (const [kind, asking] of askingsOf(which)) {
      times.set(kind, await asking(engines, prepare, round));
      place.say(`  ${what}: ${kind}`);
    }
    return times;
  };
  const first = await ask(rehearsal, 'rehearsed', { warmUp: 0, seconds: rehearsalSeconds });
  return { first, times: await ask(queries, 'asked') };
}

type Asking = (engines: Engines, prepare: () => Promise<void>, round?: Round) => Promise<Times>;

function asking<Query>(kind: KindOfQuery, ways: Ways<Query>): readonly [KindOfQuery, Asking] {
  return [kind, (engines, prepare, round) => timesOfEach(engines, ways, prepare, round)];
}

function askingsOf(queries: Queries): readonly (readonly [KindOfQuery, Asking])[] {
  return [
    asking<string>('one word', {
      queries: queries.words,
      ours: (word) => [word],
      fts5: { FTS5: (archive, word) => archive.anyOf([word]) },
      minisearch: (archive, word) => archive.anyOf([word]),
    }),
    asking<Words>('two words, either', {
      queries: queries.pairs,
      ours: (words) => [syntax.anyOf(words)],
      fts5: { FTS5: (archive, words) => archive.anyOf(words) },
      minisearch: (archive, words) => archive.anyOf(words),
      slow: (words) => words.join(' '),
    }),
    asking<Words>('two words, both', {
      queries: queries.pairs,
      ours: (words) => [syntax.allOf(words)],
      fts5: { FTS5: (archive, words) => archive.allOf(words) },
      minisearch: (archive, words) => archive.allOf(words),
    }),
    asking<string>('a key while typing', {
      queries: queries.keystrokes,
      ours: (text) => [text, { typing: true }],
      fts5: {
        'FTS5 prefix': (archive, text) => archive.typingAll(text),
        'FTS5 prefix, any word': (archive, text) => archive.typingAny(text),
      },
      minisearch: (archive, text) => archive.typingAll(text),
    }),
    asking<string>('a phrase', {
      queries: queries.phrases,
      ours: (text) => [syntax.phrase(text)],
      fts5: { FTS5: (archive, text) => archive.phrase(text) },
    }),
    asking<FilteredQuery>('a word, filtered by year or partner', {
      queries: queries.filtered,
      ours: ({ word, filter }) => [word, { filter }],
      fts5: { FTS5: (archive, { word, filter }) => archive.filtered(word, filter) },
      minisearch: (archive, { word, filter }) => archive.filtered(word, filter),
    }),
    asking<Words>('two words with facets', {
      queries: queries.pairs,
      ours: (words) => [syntax.anyOf(words), { facets: true }],
      fts5: {
        FTS5: (archive, words) => Promise.all([archive.anyOf(words), archive.facets(words)]),
      },
    }),
    asking<Words>('two words with 20 snippets', {
      queries: queries.pairs,
      ours: (words) => [syntax.anyOf(words), { snippets: true }],
      fts5: { FTS5: (archive, words) => archive.snippets(words) },
    }),
    asking<Words>('two words with facets and 20 snippets', {
      queries: queries.pairs,
      ours: (words) => [syntax.anyOf(words), { facets: true, snippets: true }],
      fts5: {
        FTS5: (archive, words) => Promise.all([archive.snippets(words), archive.facets(words)]),
      },
    }),
  ];
}

/** `prepare` is called before each engine's turn. */
async function timesOfEach<Query>(
  engines: Engines,
  ways: Ways<Query>,
  prepare: () => Promise<void>,
  round?: Round,
): Promise<Times> {
  const { thread, fts5, minisearch, slow } = engines;
  const times = new Map<string, readonly number[]>();
  const askOurs = (query: Query): Promise<unknown> => {
    const [text, options] = ways.ours(query);
    return thread.call('search', { text, query: { limit: pageSize, ...options } });
  };
  await prepare();
  times.set('ours', await timesOf(ways.queries, askOurs, round));
  for (const [name, ask] of Object.entries(ways.fts5 ?? {})) {
    if (fts5 !== null) {
      await prepare();
      times.set(name, await timesOf(ways.queries, (query) => ask(fts5, query), round));
    }
  }
  const { minisearch: askMiniSearch, slow: textOf } = ways;
  if (minisearch !== null && askMiniSearch !== undefined) {
    const ask = (query: Query): unknown => askMiniSearch(minisearch, query);
    times.set('MiniSearch', await timesOf(ways.queries, ask, round));
  }
  if (textOf !== undefined) {
    for (const [name, engine] of slow) {
      const ask = (query: Query): unknown => engine.rank(textOf(query), pageSize);
      times.set(name, await timesOf(ways.queries, ask, round));
    }
  }
  return times;
}
