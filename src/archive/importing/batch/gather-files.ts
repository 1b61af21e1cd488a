import type { Dirent, Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { toFailure } from '../../errors';
import type { FileFailure } from './import-result';
import { unreadable } from './input-file';
import { legiblePath, nameOfPath, pathOfBytes, systemPath } from './system-path';

interface GatheredFiles {
  /** Absolute, in the order given, no file twice. */
  readonly files: readonly FoundFile[];
  readonly failed: readonly FileFailure[];
}

export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
}

/** Deeper folders are nobody's filing. */
const deepest = 32;

/**
 * The files that the paths stand for. A folder stands for all that lies in it, its own folders too;
 * hidden files, links and what operating systems leave behind are passed over.
 */
export async function gatherFiles(
  given: readonly string[],
  workingFolder: string,
  signal?: AbortSignal,
): Promise<GatheredFiles> {
  const files = new Map<string, FoundFile>();
  const failed: FileFailure[] = [];
  const refuse = (path: string, thrown: unknown): void => {
    const failure = toFailure(unreadable(nameOfPath(path), thrown));
    failed.push({ path: legiblePath(path), failure });
  };
  const walk = async (folder: string, depth: number): Promise<void> => {
    const entries = await entriesOf(folder);
    entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
    for (const { name, entry } of entries) {
      signal?.throwIfAborted();
      const path = join(folder, name);
      if (isLitter(name)) continue;
      try {
        if (entry.isFile()) files.set(path, foundFile(path, await stat(systemPath(path))));
        else if (entry.isDirectory() && depth < deepest) await walk(path, depth + 1);
      } catch (thrown) {
        if (signal?.aborted === true) throw thrown;
        refuse(path, thrown);
      }
    }
  };
  for (const name of given) {
    const path = await nameInFolder(resolve(workingFolder, name));
    try {
      const entry = await stat(systemPath(path));
      if (entry.isDirectory()) await walk(path, 0);
      else files.set(path, foundFile(path, entry));
    } catch (thrown) {
      if (signal?.aborted === true) throw thrown;
      refuse(path, thrown);
    }
  }
  return { files: withoutPageParts([...files.values()]), failed };
}

/** As bytes: a name that isn't UTF-8 would come out as another one, and not be found. */
async function entriesOf(folder: string): Promise<{ name: string; entry: Dirent<Buffer> }[]> {
  const options = { withFileTypes: true, encoding: 'buffer' } as const;
  const entries = await readdir(systemPath(folder), options);
  return entries.map((entry) => ({ name: pathOfBytes(entry.name), entry }));
}

/**
 * A command line's arguments reach a program as UTF-8, with the sign of a failed decoding for what isn't:
 * such a path means the one file of its folder whose name reads so.
 */
async function nameInFolder(path: string): Promise<string> {
  if (!basename(path).includes('\ufffd')) return path;
  const folder = dirname(path);
  const entries = await entriesOf(folder).catch(() => []);
  const same = entries.filter(({ entry }) => entry.name.toString('utf8') === basename(path));
  const [only] = same;
  return same.length === 1 && only !== undefined ? join(folder, only.name) : path;
}

function foundFile(path: string, { size, mtimeMs }: Stats): FoundFile {
  return { path, bytes: size, modifiedMs: mtimeMs };
}

/** A saved page, `page.html`, has its pictures and scripts in `page_files`: its reader looks for them. */
function withoutPageParts(files: readonly FoundFile[]): readonly FoundFile[] {
  const pages = new Set(
    files.flatMap(({ path }) => (/\.html?$/i.test(path) ? [path.replace(/\.html?$/i, '')] : [])),
  );
  if (pages.size === 0) return files;
  return files.filter(({ path }) => {
    for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
      const [, page] = /^(.*)[_.]files$/i.exec(folder) ?? [];
      if (page !== undefined && pages.has(page)) return false;
    }
    return true;
  });
}

function isLitter(name: string): boolean {
  return (
    name.startsWith('.') ||
    name.startsWith('~$') ||
    name === '__MACOSX' ||
    /^(?:thumbs\.db|desktop\.ini)$/i.test(name)
  );
}
