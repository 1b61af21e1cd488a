import type { ReleaseContent } from '../../../src/shared/release';
import type { Database } from './sqlite';

/** Makes the table releases(id, json, body), as durable as SQLite can be: WAL, synchronous=FULL. */
export function createReleaseTable(database: Database): void {
  makeDurable(database);
  database.exec(`
    CREATE TABLE releases (id TEXT PRIMARY KEY, published TEXT, json TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX releases_by_date ON releases (published DESC, id DESC);
  `);
}

export function makeDurable(database: Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
}

export interface SqliteReleases {
  insert(id: string, content: ReleaseContent): void;
  update(id: string, content: ReleaseContent): void;
  /** Runs `work` as one transaction. */
  together(work: () => void): void;
  newest(limit: number): unknown[];
}

export function sqliteReleases(database: Database): SqliteReleases {
  const insert = database.prepare('INSERT INTO releases VALUES (?, ?, ?, ?)');
  const update = database.prepare(
    'UPDATE releases SET published = ?, json = ?, body = ? WHERE id = ?',
  );
  // What a row of the list shows; the newest body's first words make the excerpt.
  const newest = database.prepare(
    'SELECT id, json, substr(body, 1, 240) AS excerpt FROM releases ORDER BY published DESC, id DESC LIMIT ?',
  );
  return {
    insert: (id, { body, ...meta }) => {
      insert.run(id, meta.publicationDate, JSON.stringify(meta), body);
    },
    update: (id, { body, ...meta }) => {
      update.run(meta.publicationDate, JSON.stringify(meta), body, id);
    },
    together: (work) => {
      database.exec('BEGIN IMMEDIATE');
      work();
      database.exec('COMMIT');
    },
    newest: (limit) => newest.all(limit),
  };
}
