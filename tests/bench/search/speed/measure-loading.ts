import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bringIntoCache } from '../../harness/file-cache';
import { inFreshProcess } from '../../harness/fresh-process';
import { databaseFile, filesOf, indexFolder, type Engines } from './engines';
import type { LoadKind, Loaded } from './load-process';
import { slowLimit, type Place } from './place';
import type { Queries } from './queries';

export type Loadings = ReadonlyMap<string, readonly Loaded[]>;

const mostRounds = 5;
/** Seconds after which no further round begins. */
const enoughSeconds = 60;

/** Opens what each engine saved, in turns, each time in a fresh process; files are in the system's cache. */
export async function measureLoading(
  place: Place,
  engines: Engines,
  queries: Queries,
): Promise<Loadings> {
  const queriesFile = join(place.folder, 'pairs.json');
  await writeFile(queriesFile, JSON.stringify(queries.pairs));
  const kinds: (readonly [string, LoadKind, string])[] = [['ours', 'ours', indexFolder(place)]];
  if (engines.fts5 !== null) {
    kinds.push(
      ['FTS5', 'fts5', databaseFile(place)],
      ['FTS5, 256 MB cache', 'fts5-large-cache', databaseFile(place)],
    );
  }
  if (engines.minisearch !== null && place.n <= slowLimit) {
    const path = join(place.folder, 'minisearch.json');
    // Beyond, its JSON is longer than a string may be.
    await writeFile(path, await engines.minisearch.toJson());
    kinds.push(['MiniSearch', 'minisearch', path]);
  }
  const files = await filesOf(place, engines);
  const loadings = new Map<string, Loaded[]>(kinds.map(([engine]) => [engine, []]));
  const end = performance.now() + enoughSeconds * 1_000;
  const codeFolder = join(place.folder, 'compiled-code');
  const load = (kind: LoadKind, path: string): Promise<Loaded> =>
    inFreshProcess<Loaded>(
      'search/speed/load-process.ts',
      [kind, path, queriesFile, codeFolder],
      'cjs',
    );
  // The first start of the program keeps its compiled code; what is measured are the others.
  await load('ours', indexFolder(place));
  for (let round = 0; round < mostRounds; round += 1) {
    if (round > 0 && performance.now() > end) break;
    for (const [engine, kind, path] of kinds) {
      await bringIntoCache(files);
      loadings.get(engine)?.push(await load(kind, path));
    }
  }
  return loadings;
}
