import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compiledScript } from '../../harness/compiled';
import type { Engine } from '../../peers/engine';
import type { Fts5InThread, MiniSearchInThread, PeerName } from './peer-protocol';
import { PeerThread } from './peer-thread';
import type { Place } from './place';
import { SearchThread } from './search-thread';

/** As the program has it, from `tests/bench`. */
const indexingThread = '../../src/archive/search/indexing.worker.ts';

/** All engines with all releases in them. */
export interface Engines {
  readonly thread: SearchThread;
  readonly peers: PeerThread;
  readonly fts5: Fts5InThread | null;
  readonly minisearch: MiniSearchInThread | null;
  readonly slow: ReadonlyMap<string, Engine>;
  readonly built: Built;
}

/** What building took. */
export interface Built {
  /** Milliseconds by engine; ours under `ours`. */
  readonly ms: ReadonlyMap<string, number>;
  /** Bytes of ours on disk. */
  readonly bytes: number;
  readonly fts5Bytes: number | null;
}

export function indexFolder(place: Place): string {
  return join(place.folder, 'index');
}

export function databaseFile(place: Place): string {
  return join(place.folder, 'fts5.db');
}

/** What the engines that keep files answer from. */
export async function filesOf(place: Place, { fts5 }: Engines): Promise<readonly string[]> {
  const folder = indexFolder(place);
  const ours = (await readdir(folder)).map((name) => join(folder, name));
  return fts5 === null ? ours : [...ours, databaseFile(place)];
}

export async function buildEngines(place: Place): Promise<Engines> {
  const { n, documents, dataFolder, folder, say } = place;
  await mkdir(indexFolder(place), { recursive: true });
  const ms = new Map<string, number>();
  const note = (engine: string, took: number): void => {
    ms.set(engine, took);
    say(`  ${engine}: built in ${(took / 1_000).toFixed(1)} s`);
  };
  const bodyFile = join(folder, 'bodies');
  const indexingScript = await compiledScript(indexingThread);
  const thread = await SearchThread.start({ dataFolder, count: n, bodyFile, indexingScript });
  const ours = await thread.call('build', indexFolder(place));
  note('ours', ours.ms);
  const names: PeerName[] = [];
  if (place.openDatabase !== null) names.push('fts5');
  if (place.minisearch !== null) names.push('minisearch');
  const peers = await PeerThread.start({
    dataFolder,
    count: n,
    databasePath: databaseFile(place),
    peers: names,
  });
  let fts5Bytes: number | null = null;
  if (peers.fts5 !== null) {
    const built = await peers.buildFts5();
    note('FTS5', built.ms);
    note('FTS5, not merged', built.insertMs);
    fts5Bytes = built.indexBytes;
  }
  if (peers.minisearch !== null) note('MiniSearch', await peers.buildMiniSearch());
  const slow = new Map<string, Engine>();
  for (const peer of place.slowPeers) {
    const began = performance.now();
    slow.set(peer.name, await peer.build(documents));
    note(peer.name, performance.now() - began);
  }
  const { fts5, minisearch } = peers;
  const built: Built = { ms, bytes: ours.bytes, fts5Bytes };
  return { thread, peers, fts5, minisearch, slow, built };
}

export async function closeEngines({ thread, peers, fts5, slow }: Engines): Promise<void> {
  await thread.stop();
  await fts5?.close();
  await peers.stop();
  for (const engine of slow.values()) engine.close();
}
