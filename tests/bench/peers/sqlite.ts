import { createRequire } from 'node:module';

/*
 * better-sqlite3 belongs to this folder's own package and may be missing: it is loaded when it is
 * used, and described here as far as it is used.
 */

export interface Statement {
  run(...values: readonly (string | number | null)[]): unknown;
  all(...values: readonly (string | number | null)[]): unknown[];
  get(...values: readonly (string | number | null)[]): unknown;
}

export interface Database {
  prepare(sql: string): Statement;
  pragma(source: string): unknown;
  exec(sql: string): unknown;
  close(): unknown;
}

export type OpenDatabase = new (path: string) => Database;

/** null, once and with a reason to `say`, where SQLite can't be loaded. */
export function loadSqlite(say: (line: string) => void): OpenDatabase | null {
  try {
    const open = createRequire(import.meta.url)('better-sqlite3') as OpenDatabase;
    // The binary is only looked for when a database is opened.
    new open(':memory:').close();
    return open;
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown);
    say(`MISSING PEER: SQLite is not compared. better-sqlite3 can't be loaded: ${reason}`);
    return null;
  }
}
