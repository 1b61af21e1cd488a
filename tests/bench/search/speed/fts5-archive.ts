import { namesOf, yearOf, type CorpusDocument } from '../../material/corpus-document';
import { allOf, anyOf, createFtsTable, quoted } from '../../peers/fts5';
import type { Database, OpenDatabase, Statement } from '../../peers/sqlite';
import { makeDurable } from '../../peers/sqlite-releases';
import type { OurFilter } from '../our-search';

/** The cache in which FTS5 searches: as large as its index. */
export const warmCacheMegabytes = 256;

/** Answers on a page. */
export const pageSize = 20;

/** What is filed beside the main index for what that one can't do as well. */
const tables = {
  /** Stems; what is found by words. */
  fts: `tokenize='porter unicode61'`,
  /** For search while typing. */
  fts_prefix: `tokenize='porter unicode61', prefix='2 3'`,
  /** For phrases word for word. */
  fts_words: `tokenize='unicode61'`,
} as const;
type FtsTable = keyof typeof tables;

/** Everything that has to do with the index, apart from texts and facets. */
const indexShare = 'SELECT sum(pgsize) AS bytes FROM dbstat WHERE name IN (?, ?, ?)';

/** An archive in SQLite, found by FTS5 as well as it can: the texts in their own table. */
export class Fts5Archive {
  readonly #database: Database;
  readonly #prepared = new Map<string, Statement>();

  constructor(open: OpenDatabase, path: string, cacheMegabytes: number | null) {
    this.#database = new open(path);
    makeDurable(this.#database);
    if (cacheMegabytes !== null) this.#database.pragma(`cache_size = -${cacheMegabytes * 1024}`);
  }

  /** Files the texts; `index` makes them findable. */
  fill(documents: readonly CorpusDocument[]): void {
    this.#database.exec(`
      CREATE TABLE docs (id INTEGER PRIMARY KEY, title TEXT, body TEXT, names TEXT);
      CREATE TABLE meta (id INTEGER PRIMARY KEY, year INTEGER);
      CREATE TABLE facets (doc INTEGER, kind TEXT, value TEXT, PRIMARY KEY (kind, value, doc))
        WITHOUT ROWID;
    `);
    this.#together(() => {
      const facet = this.#sql('INSERT OR IGNORE INTO facets VALUES (?, ?, ?)');
      documents.forEach((document, row) => {
        this.#insertDocument(row, document);
        const year = yearOf(document);
        this.#sql('INSERT INTO meta VALUES (?, ?)').run(row, year);
        facet.run(row, 'year', String(year));
        for (const partner of document.partners) facet.run(row, 'partner', partner);
        for (const tag of document.tags) facet.run(row, 'tag', tag);
        for (const person of document.people) facet.run(row, 'person', person);
      });
    });
    this.#database.exec('CREATE INDEX facets_by_doc ON facets (doc, kind, value)');
  }

  /** Milliseconds until the main index is safe on disk; searches find it in many segments then. */
  index(documents: readonly CorpusDocument[]): number {
    return this.#indexInto('fts', documents);
  }

  /** Milliseconds until the main index is one segment, which makes searches faster. */
  merge(): number {
    const began = performance.now();
    this.#mergeOf('fts');
    return performance.now() - began;
  }

  /** The other indexes, merged as well. */
  indexTheRest(documents: readonly CorpusDocument[]): void {
    this.#indexInto('fts_prefix', documents);
    this.#indexInto('fts_words', documents);
    this.#mergeOf('fts_prefix');
    this.#mergeOf('fts_words');
    this.#database.exec('ANALYZE');
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
  }

  anyOf(words: readonly string[]): number {
    return this.#ranked('fts', anyOf(words));
  }

  allOf(words: readonly string[]): number {
    return this.#ranked('fts', allOf(words));
  }

  /** All words, the last one perhaps unfinished. */
  typingAll(text: string): number {
    return this.#ranked('fts_prefix', `${allOf(text.split(' '))} *`);
  }

  /** Any of the words, the last one perhaps unfinished. */
  typingAny(text: string): number {
    return this.#ranked('fts_prefix', `${anyOf(text.split(' '))} *`);
  }

  phrase(text: string): number {
    return this.#ranked('fts_words', quoted(text));
  }

  filtered(word: string, filter: OurFilter): number {
    const year = `SELECT fts.rowid FROM fts CROSS JOIN meta ON meta.id = fts.rowid
      WHERE fts MATCH ? AND meta.year = ? ORDER BY rank LIMIT ${pageSize}`;
    const partner = `SELECT fts.rowid FROM fts WHERE fts MATCH ? AND EXISTS (SELECT 1 FROM facets
      WHERE kind = 'partner' AND value = ? AND doc = fts.rowid) ORDER BY rank LIMIT ${pageSize}`;
    return filter.year === undefined
      ? this.#sql(partner).all(quoted(word), filter.partner ?? '').length
      : this.#sql(year).all(quoted(word), filter.year).length;
  }

  facets(words: readonly string[]): number {
    const sql = `WITH hits AS MATERIALIZED (SELECT rowid AS doc FROM fts WHERE fts MATCH ?)
      SELECT kind, value, count(*) FROM hits CROSS JOIN facets USING (doc) GROUP BY kind, value`;
    return this.#sql(sql).all(anyOf(words)).length;
  }

  snippets(words: readonly string[]): number {
    const sql = `SELECT rowid, highlight(fts, 0, '[', ']'), snippet(fts, 1, '[', ']', '…', 32)
      FROM fts WHERE fts MATCH ? ORDER BY rank LIMIT ${pageSize}`;
    return this.#sql(sql).all(anyOf(words)).length;
  }

  add(row: number, document: CorpusDocument): void {
    this.#together(() => {
      this.#insertDocument(row, document);
      this.#insertIndexed('fts', row, document);
    });
  }

  update(row: number, before: CorpusDocument, document: CorpusDocument): void {
    this.#together(() => {
      this.#deleteIndexed(row, before);
      this.#sql('UPDATE docs SET title = ?, body = ?, names = ? WHERE id = ?').run(
        document.headline,
        document.body,
        namesOf(document),
        row,
      );
      this.#insertIndexed('fts', row, document);
    });
  }

  remove(row: number, document: CorpusDocument): void {
    this.#together(() => {
      this.#deleteIndexed(row, document);
      this.#sql('DELETE FROM docs WHERE id = ?').run(row);
    });
  }

  /** Of the main index, without texts and what the other indexes add. */
  indexBytes(): number {
    const names = ['fts_data', 'fts_idx', 'fts_docsize'];
    const answer = this.#sql(indexShare).get(...names) as { bytes: number };
    return answer.bytes;
  }

  close(): void {
    this.#database.close();
  }

  #indexInto(table: FtsTable, documents: readonly CorpusDocument[]): number {
    const options = `content='docs', content_rowid='id', ${tables[table]}`;
    createFtsTable(this.#database, table, options);
    const began = performance.now();
    this.#together(() => {
      documents.forEach((document, row) => {
        this.#insertIndexed(table, row, document);
      });
    });
    return performance.now() - began;
  }

  #mergeOf(table: FtsTable): void {
    this.#database.exec(`INSERT INTO ${table}(${table}) VALUES ('optimize')`);
  }

  #ranked(table: FtsTable, query: string): number {
    return this.#sql(
      `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ${pageSize}`,
    ).all(query).length;
  }

  #insertDocument(row: number, document: CorpusDocument): void {
    const { headline, body } = document;
    this.#sql('INSERT INTO docs VALUES (?, ?, ?, ?)').run(row, headline, body, namesOf(document));
  }

  #insertIndexed(table: FtsTable, row: number, document: CorpusDocument): void {
    const { headline, body } = document;
    const sql = `INSERT INTO ${table} (rowid, title, body, names) VALUES (?, ?, ?, ?)`;
    this.#sql(sql).run(row, headline, body, namesOf(document));
  }

  #deleteIndexed(row: number, document: CorpusDocument): void {
    const { headline, body } = document;
    const sql = `INSERT INTO fts (fts, rowid, title, body, names) VALUES ('delete', ?, ?, ?, ?)`;
    this.#sql(sql).run(row, headline, body, namesOf(document));
  }

  #sql(sql: string): Statement {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }

  #together(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    work();
    this.#database.exec('COMMIT');
  }
}
