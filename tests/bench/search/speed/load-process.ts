import { readFile } from 'node:fs/promises';
import type { CompiledCode } from '../../../../src/archive/compiled-code/compiled-code';
import { residentMegabytes } from '../../harness/memory';

/*
 * Run in a process of its own: opens one engine's saved index, answers one query, and says how long
 * that took and how much memory the process has then and after all the queries.
 *
 *   load-process.ts KIND PATH QUERIES CODE   QUERIES: a JSON file, pairs of words;
 *     CODE: the folder of compiled code, with which ours starts as the program does
 */

export type LoadKind = 'ours' | 'fts5' | 'fts5-large-cache' | 'minisearch';

export interface Loaded {
  /** Until the index is open and the first query is answered. */
  readonly ms: number;
  readonly megabytes: number;
  /** After all the queries. */
  readonly usedMegabytes: number;
}

type Pair = readonly [string, string];
type Ask = (words: Pair) => Promise<unknown>;

/** Code is loaded before the time begins. */
async function prepared(kind: LoadKind, path: string): Promise<() => Promise<Ask>> {
  const complain = (line: string): never => {
    throw new Error(line);
  };
  switch (kind) {
    case 'ours': {
      const compiled = await import('../../../../src/archive/compiled-code/compiled-code');
      code = new compiled.CompiledCode(codeFolder, 'bench');
      code.serve(import.meta.dirname);
      const { openSearch, syntax } = await import('../ours');
      return async () => {
        const search = openSearch({ textOf: (id) => complain(`Nobody asked for ${id}.`) });
        await search.load(path);
        return (words) => search.search(syntax.anyOf(words), { limit: 20 });
      };
    }
    case 'fts5':
    case 'fts5-large-cache': {
      const { Fts5Archive } = await import('./fts5-archive');
      const { loadSqlite } = await import('../../peers/sqlite');
      const open = loadSqlite(complain);
      if (open === null) throw new Error('SQLite is missing.');
      return async () => {
        const archive = new Fts5Archive(open, path, kind === 'fts5' ? null : 256);
        return async (words) => archive.anyOf(words);
      };
    }
    case 'minisearch': {
      const { loadMiniSearch, miniSearchOptions } = await import('../../peers/minisearch');
      const minisearch = loadMiniSearch(complain);
      if (minisearch === null) throw new Error('MiniSearch is missing.');
      return async () => {
        const index = minisearch.loadJSON(await readFile(path, 'utf8'), miniSearchOptions);
        return async (words) => index.search(words.join(' '));
      };
    }
  }
}

async function run(): Promise<void> {
  const queries = JSON.parse(await readFile(queriesFile, 'utf8')) as Pair[];
  const [first] = queries;
  if (first === undefined) throw new Error('There are no queries.');
  const open = await prepared(kind as LoadKind, path);
  const began = performance.now();
  const ask = await open();
  await ask(first);
  const ms = performance.now() - began;
  const megabytes = await residentMegabytes();
  for (const words of queries) await ask(words);
  const loaded: Loaded = { ms, megabytes, usedMegabytes: await residentMegabytes() };
  code?.keep({ ifGrown: false });
  process.stdout.write(`${JSON.stringify(loaded)}\n`);
}

const [kind = '', path = '', queriesFile = '', codeFolder = ''] = process.argv.slice(2);
let code: CompiledCode | null = null;
void run();
