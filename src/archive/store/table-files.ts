import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Low } from 'lowdb';
import type { Partner } from '../../shared/partner';
import type { Photo } from '../../shared/photo';
import type { PressPack } from '../../shared/press-pack';
import { ArchiveError, systemErrorCode } from '../errors';
import { bodyToMarkdown } from './body-file';
import { makeFolderDurably, renamePatiently, writeFileDurably } from './durable-file';
import { durableLow } from './durable-json';
import type { Layout } from './layout';
import type { ReleaseRecord } from './records';
import { parseShardName, type Dirt, type Tables } from './tables';

const shardFileName = /^(\d{4}-\d{2}|undated)(?:\.(\d+))?\.json$/;
const photoIndexName = /^index-([0-9a-f]{2})\.json$/;

/** How many files are written or read at once: enough to keep a disk busy, few enough handles. */
const atOnce = 8;

interface Rows<T> {
  readonly records: readonly T[];
}

/**
 * Reads the metadata of an archive (no bodies) into the tables. A damaged file is put aside under
 * `quarantine/` and named in the answer; the rest of the archive stays usable.
 */
export async function loadTables(
  layout: Layout,
  tables: Tables,
  mayWrite: boolean,
): Promise<readonly string[]> {
  const warnings: string[] = [];
  const read = async <T>(path: string): Promise<readonly T[]> => {
    const file = rowsFile<T>(path);
    try {
      await file.read();
      return file.data.records;
    } catch (thrown) {
      if (!(thrown instanceof ArchiveError) || thrown.code !== 'archive-damaged') throw thrown;
      warnings.push(await putAside(layout, path, mayWrite));
      return [];
    }
  };
  const [shards, indexes] = await Promise.all([
    namesMatching(layout.releasesFolder, shardFileName),
    namesMatching(layout.photosFolder, photoIndexName),
  ]);
  await eachAtOnce(shards, async (match) => {
    const key = { month: match[1] ?? '', part: Number(match[2] ?? 1) };
    const records = await read<ReleaseRecord>(layout.shardFile(key.month, key.part));
    for (const record of records) tables.loadRelease(record, key);
  });
  await eachAtOnce(indexes, async (match) => {
    const records = await read<Photo>(layout.photoIndexFile(match[1] ?? ''));
    for (const photo of records) tables.photos.set(photo.id, photo);
  });
  for (const partner of await read<Partner>(layout.partnersFile)) {
    tables.partners.set(partner.id, partner);
  }
  for (const pack of await read<PressPack>(layout.packsFile)) tables.packs.set(pack.id, pack);
  return warnings;
}

/**
 * Writes what is dirty: bodies before the shards that name them, old bodies removed last, so that
 * whatever instant a kill picks, no shard names a body that isn't there.
 */
export async function saveTables(layout: Layout, tables: Tables, dirt: Dirt): Promise<void> {
  await eachAtOnce([...dirt.bodies], async ([id, body]) => {
    const record = tables.releases.get(id);
    const month = tables.monthOfRelease(id);
    if (record === undefined || month === null) return;
    await writeFileDurably(layout.bodyFile(month, id), bodyToMarkdown(record, body));
  });
  await eachAtOnce([...dirt.shards], async (name) => {
    const { month, part } = parseShardName(name);
    const records = recordsOf(tables.shards.get(name) ?? [], tables.releases);
    await writeRows<ReleaseRecord>(layout.shardFile(month, part), records);
  });
  await eachAtOnce([...dirt.photoIndexes], async (prefix) => {
    const records = [...tables.photos.values()].filter((photo) => photo.id.startsWith(prefix));
    await writeRows<Photo>(layout.photoIndexFile(prefix), records);
  });
  if (dirt.partners) await writeRows(layout.partnersFile, [...tables.partners.values()]);
  if (dirt.packs) await writeRows(layout.packsFile, [...tables.packs.values()]);
  if (dirt.archive) await durableLow(layout.archiveFile, tables.archive).write();
  for (const left of dirt.leftBodies) {
    const { month, id } = splitLeft(left);
    if (tables.monthOfRelease(id) !== month) await rm(layout.bodyFile(month, id), { force: true });
  }
}

function splitLeft(left: string): { month: string; id: string } {
  const slash = left.indexOf('/');
  return { month: left.slice(0, slash), id: left.slice(slash + 1) };
}

function rowsFile<T>(path: string): Low<Rows<T>> {
  return durableLow<Rows<T>>(path, { records: [] });
}

async function writeRows<T>(path: string, records: readonly T[]): Promise<void> {
  const file = rowsFile<T>(path);
  file.data = { records };
  await file.write();
}

function recordsOf<T>(ids: Iterable<string>, table: ReadonlyMap<string, T>): T[] {
  const records: T[] = [];
  for (const id of ids) {
    const record = table.get(id);
    if (record !== undefined) records.push(record);
  }
  return records;
}

async function putAside(layout: Layout, path: string, mayWrite: boolean): Promise<string> {
  const name = path.slice(layout.folder.length + 1).replaceAll('\\', '/');
  if (!mayWrite) return `${name} is damaged and was passed over.`;
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const target = join(layout.quarantineFolder, `${basename(path)}.${stamp}`);
  await makeFolderDurably(layout.quarantineFolder);
  await renamePatiently(path, target);
  return `${name} is damaged. It was put aside in the folder "quarantine"; the rest of the archive is whole.`;
}

async function namesMatching(folder: string, pattern: RegExp): Promise<RegExpExecArray[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [];
    throw thrown;
  }
  return names.map((name) => pattern.exec(name)).filter((match) => match !== null);
}

async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
