import { parentPort, workerData } from 'node:worker_threads';
import { corpusFrom } from '../../material/corpus';
import { loadMiniSearch } from '../../peers/minisearch';
import { loadSqlite } from '../../peers/sqlite';
import { Fts5Archive, warmCacheMegabytes } from './fts5-archive';
import { MiniSearchArchive } from './minisearch-archive';
import type { Fts5Built, PeerAsked, PeerName, PeerStart } from './peer-protocol';
import type { Answered } from './thread-protocol';

/*
 * The peers in a thread, asked by the same messages as ours: in a program they would block the
 * window, too.
 */

const { dataFolder, count, databasePath } = workerData as PeerStart;
const archives = new Map<PeerName, object>();

const complain = (line: string): never => {
  throw new Error(line);
};

async function build(peer: PeerName): Promise<Fts5Built | number> {
  const documents = (await corpusFrom(dataFolder)).take(count);
  if (peer === 'minisearch') {
    const open = loadMiniSearch(complain) ?? complain('MiniSearch is missing.');
    const archive = new MiniSearchArchive(open);
    archives.set(peer, archive);
    return archive.fill(documents);
  }
  const open = loadSqlite(complain) ?? complain('SQLite is missing.');
  const archive = new Fts5Archive(open, databasePath, warmCacheMegabytes);
  archives.set(peer, archive);
  archive.fill(documents);
  const insertMs = archive.index(documents);
  const ms = insertMs + archive.merge();
  archive.indexTheRest(documents);
  return { ms, insertMs, indexBytes: archive.indexBytes() };
}

async function answer({ number, peer, method, given }: PeerAsked): Promise<Answered> {
  try {
    if (method === 'build') return { number, answer: await build(peer) };
    const archive = archives.get(peer) as Record<string, (...given: readonly unknown[]) => unknown>;
    return { number, answer: archive[method]?.(...given) };
  } catch (thrown) {
    return { number, error: thrown instanceof Error ? (thrown.stack ?? '') : String(thrown) };
  }
}

parentPort?.on('message', (asked: PeerAsked) => {
  void answer(asked).then((answered) => parentPort?.postMessage(answered));
});
