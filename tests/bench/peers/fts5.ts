import { bigramsOf, hanRuns, piecesOf } from './han';
import type { Engine, Peer } from './engine';
import { wordsOf } from './words';
import type { Database, OpenDatabase } from './sqlite';
import { namesOf, type CorpusDocument } from '../material/corpus-document';

/** A term as FTS5 reads it: nothing in it is an operator. */
export function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

/** Repeated words are kept: they count more. */
export function anyOf(terms: readonly string[]): string {
  return terms.map(quoted).join(' OR ');
}

export function allOf(terms: readonly string[]): string {
  return terms.map(quoted).join(' AND ');
}

/** Makes an FTS5 table (title, body, names) whose rank is bm25 with the title doubled. */
export function createFtsTable(database: Database, table: string, options: string): void {
  database.exec(`CREATE VIRTUAL TABLE ${table} USING fts5(title, body, names, ${options})`);
  database.exec(`INSERT INTO ${table}(${table}, rank) VALUES ('rank', 'bm25(2.0, 1.0, 1.0)')`);
}

interface Ways {
  readonly name: string;
  readonly tokenize: string;
  /** What is filed of a text. */
  readonly filed: (text: string) => string;
  /** A question as FTS5 reads it; '' finds nothing. */
  readonly asked: (text: string) => string;
}

function fts5Peer(open: OpenDatabase, { name, tokenize, filed, asked }: Ways): Peer {
  return {
    name,
    build: async (documents: readonly CorpusDocument[]): Promise<Engine> => {
      const database = new open(':memory:');
      createFtsTable(database, 'fts', `content='', tokenize='${tokenize}'`);
      const insert = database.prepare(
        'INSERT INTO fts(rowid, title, body, names) VALUES (?, ?, ?, ?)',
      );
      database.exec('BEGIN');
      documents.forEach((document, row) => {
        insert.run(row, filed(document.headline), filed(document.body), filed(namesOf(document)));
      });
      database.exec('COMMIT');
      const find = database.prepare(
        'SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rank LIMIT ?',
      );
      return {
        rank: async (text, limit) => {
          const query = asked(text);
          const rows = query === '' ? [] : (find.all(query, limit) as { rowid: number }[]);
          return rows.map(({ rowid }) => documents[rowid]?.id ?? '');
        },
        close: () => void database.close(),
      };
    },
  };
}

const unchanged = (text: string): string => text;

/** What FTS5 can do for English: stems, any of the words, bm25, the title doubled. */
export function fts5Porter(open: OpenDatabase): Peer {
  return fts5Peer(open, {
    name: 'FTS5',
    tokenize: 'porter unicode61',
    filed: unchanged,
    asked: (text) => anyOf(wordsOf(text)),
  });
}

/** Pairs of Han characters made beforehand: FTS5 itself has no tokeniser for Chinese words. */
export function fts5Bigrams(open: OpenDatabase): Peer {
  return fts5Peer(open, {
    name: 'FTS5 bigrams',
    tokenize: 'unicode61',
    filed: (text) => bigramsOf(text).join(' '),
    asked: (text) => anyOf(bigramsOf(text)),
  });
}

/** FTS5's own way for languages without spaces. */
export function fts5Trigrams(open: OpenDatabase): Peer {
  return fts5Peer(open, {
    name: 'FTS5 trigram',
    tokenize: 'trigram',
    filed: unchanged,
    asked: (text) => anyOf(hanRuns(text).flatMap((run) => piecesOf(run, 3))),
  });
}

/** English phrases word for word. */
export function fts5Phrases(open: OpenDatabase): Peer {
  return fts5Peer(open, {
    name: 'FTS5 unicode61',
    tokenize: 'unicode61 remove_diacritics 0',
    filed: unchanged,
    asked: (text) => quoted(text),
  });
}

/** Sequences of Han characters as phrases of pairs; single ones by the pairs that begin with them. */
export function fts5BigramSequences(open: OpenDatabase): Peer {
  return fts5Peer(open, {
    name: 'FTS5 bigrams',
    tokenize: 'unicode61',
    // The last character of a run begins no pair, so it is filed by itself; no phrase passes it.
    filed: (text) =>
      hanRuns(text.normalize('NFKC'))
        .flatMap((run) => [...piecesOf(run, 2), [...run].at(-1) ?? ''])
        .join(' '),
    asked: (text) =>
      [...text].length === 1 ? `${quoted(text)} *` : quoted(bigramsOf(text).join(' ')),
  });
}

export function fts5TrigramSequences(open: OpenDatabase): Peer {
  return fts5Peer(open, {
    name: 'FTS5 trigram',
    tokenize: 'trigram',
    filed: unchanged,
    asked: (text) => quoted(text),
  });
}
