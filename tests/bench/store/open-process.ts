import { openArchive } from '../../../src/archive/archive';
import { residentMegabytes } from '../harness/memory';
import { loadSqlite } from '../peers/sqlite';
import { makeDurable, sqliteReleases } from '../peers/sqlite-releases';
import { pageSize } from './sizes';

/*
 * Run in a process of its own: opens an archive (or the database beside it) until its newest page is
 * there, and says how long that took and what it left in memory.
 */

export interface Opening {
  readonly ms: number;
  readonly grownMegabytes: number;
}

async function openOurs(folder: string): Promise<() => Promise<void>> {
  const archive = await openArchive(folder);
  const page = await archive.search.find({
    text: '',
    partnerIds: [],
    place: 'archive',
    year: null,
    sort: 'newest',
    offset: 0,
    limit: pageSize,
  });
  requireFull(page.hits.length);
  return () => archive.close();
}

function openSqlite(path: string): () => Promise<void> {
  const open = loadSqlite((line) => process.stderr.write(`${line}\n`));
  if (open === null) throw new Error('SQLite is missing.');
  const database = new open(path);
  makeDurable(database);
  requireFull(sqliteReleases(database).newest(pageSize).length);
  return async () => {
    database.close();
  };
}

function requireFull(rows: number): void {
  if (rows !== pageSize) throw new Error(`${rows} rows came instead of ${pageSize}.`);
}

const [kind, path = ''] = process.argv.slice(2);
if (kind === 'sqlite') loadSqlite(() => undefined);
const before = await residentMegabytes();
const began = performance.now();
const close = kind === 'sqlite' ? openSqlite(path) : await openOurs(path);
const ms = performance.now() - began;
const opening: Opening = { ms, grownMegabytes: (await residentMegabytes()) - before };
await close();
process.stdout.write(`${JSON.stringify(opening)}\n`);
