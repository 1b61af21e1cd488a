import { join } from 'node:path';
import { systemErrorCode } from '../errors';
import { syncFolder, temporaryName } from './durable-file';
import type { Layout } from './layout';
import { namesIn } from './names-in';
import type { JournalRecord } from './records';
import type { Tables } from './tables';

/** Where the program makes files under temporary names: relative, '' is the archive's own folder. */
const treesWithTemporaries = [
  'releases',
  'photos',
  'sources',
  'history',
  'copies',
  'journal',
  'quarantine',
];

const lockLeftover = /^lock\.json\..*(?:tmp|lock|claim)$/;

/** Younger ones may belong to somebody who is trying to take the lock just now. */
const lockLeftoverAge = 60_000;

/** Ids of the releases that the journal puts. */
export function journalledReleases(records: readonly JournalRecord[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { steps } of records) {
    for (const step of steps) if ('put' in step && step.put === 'release') ids.add(step.record.id);
  }
  return ids;
}

/**
 * Clears away what a kill leaves: half-written temporary files, and Markdown files in the folder of a
 * month that their release has left. Every folder is fsynced: a kill between a rename and its fsync
 * leaves files that are there until the power goes.
 */
export async function sweepLeftovers(
  layout: Layout,
  tables: Tables,
  released: ReadonlySet<string>,
): Promise<void> {
  const isStray = (folder: string, name: string): boolean => {
    if (temporaryName.test(name)) return true;
    const id = name.endsWith('.md') ? name.slice(0, -3) : '';
    const month = tables.monthOfRelease(id);
    if (!released.has(id) || month === null) return false;
    // Where it is, or may still have to be fetched from.
    const needed = [month, ...(tables.leftBodies.get(id) ?? [])];
    return needed.every((place) => join(folder, name) !== layout.bodyFile(place, id));
  };
  await sweepFolder(layout, layout.folder, isStray);
  await sweepLocks(layout);
  for (const tree of treesWithTemporaries) {
    for (const folder of await foldersBelow(layout, join(layout.folder, tree))) {
      await sweepFolder(layout, folder, isStray);
    }
  }
}

async function sweepFolder(
  layout: Layout,
  folder: string,
  isStray: (folder: string, name: string) => boolean,
): Promise<void> {
  for (const name of await namesIn(layout, folder)) {
    if (isStray(folder, name)) await layout.files.rm(join(folder, name));
  }
  await syncFolder(folder, layout.files);
}

async function sweepLocks(layout: Layout): Promise<void> {
  for (const name of await namesIn(layout, layout.folder)) {
    const path = join(layout.folder, name);
    if (!lockLeftover.test(name)) continue;
    const entry = await layout.files.stat(path).catch(() => null);
    if (entry !== null && entry.mtimeMs < Date.now() - lockLeftoverAge) await layout.files.rm(path);
  }
}

/** A folder and those inside it. Names with an extension are files: nobody has to ask the disk. */
async function foldersBelow(layout: Layout, folder: string): Promise<string[]> {
  try {
    if (!(await layout.files.stat(folder)).isDirectory()) return [];
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [];
    throw thrown;
  }
  const folders = [folder];
  for (const name of await namesIn(layout, folder)) {
    // `sources/ab/<sha256>` has none, so length tells: months and prefixes are short
    if (name.includes('.') || name.length > 'undated'.length + 1) continue;
    folders.push(...(await foldersBelow(layout, join(folder, name))));
  }
  return folders;
}
