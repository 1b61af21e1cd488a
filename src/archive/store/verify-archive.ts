import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { VerifyProblem, VerifyReport } from '../../shared/press-pack';
import { ArchiveError, systemErrorCode } from '../errors';
import type { ArchiveStore } from './archive-store';

export interface VerifyOptions {
  readonly signal?: AbortSignal;
  /** Called after every file. */
  readonly onProgress?: (done: number, total: number) => void;
}

interface Expected {
  readonly path: string;
  readonly check: () => Promise<VerifyProblem['kind'] | null>;
}

/**
 * Re-reads every body, original and source file and compares it with the SHA-256 that the archive
 * has for it (fixity in the sense of ISO 14721); names what is missing, changed, or not of the
 * archive. Throws `cancelled`.
 */
export async function verifyArchive(
  store: ArchiveStore,
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  const expected = expectedFiles(store);
  const problems: VerifyProblem[] = [];
  let checkedBytes = 0;
  for (const [index, file] of expected.entries()) {
    if (options.signal?.aborted === true) {
      throw new ArchiveError('cancelled', 'The check was cancelled.');
    }
    const kind = await file.check();
    const path = portablePath(store.layout.folder, file.path);
    if (kind !== null) problems.push({ kind, path, message: sentences[kind](path) });
    checkedBytes += await stat(file.path).then(
      (entry) => entry.size,
      () => 0,
    );
    options.onProgress?.(index + 1, expected.length);
  }
  const known = new Set(expected.map((file) => file.path));
  for (const folder of ['releases', 'photos', 'sources']) {
    for (const path of await filesBelow(join(store.layout.folder, folder))) {
      const isTable = /^(?:index-[0-9a-f]{2}|\d{4}-\d{2}(?:\.\d+)?|undated(?:\.\d+)?)\.json$/;
      if (known.has(path) || isTable.test(basename(path))) continue;
      const name = portablePath(store.layout.folder, path);
      problems.push({ kind: 'unknown', path: name, message: sentences.unknown(name) });
    }
  }
  return { what: 'archive', checkedFiles: expected.length, checkedBytes, problems };
}

const sentences = {
  missing: (path: string) => `${path} is missing.`,
  changed: (path: string) => `${path} is no longer what was filed.`,
  unknown: (path: string) => `${path} doesn't belong to the archive.`,
  malformed: (path: string) => `${path} can't be read.`,
} as const;

function expectedFiles(store: ArchiveStore): Expected[] {
  const { tables, layout } = store;
  const files = new Map<string, Expected>();
  const add = (path: string, check: Expected['check']): void => {
    files.set(path, { path, check });
  };
  for (const release of tables.releases.values()) {
    const month = tables.monthOfRelease(release.id) ?? '';
    add(layout.bodyFile(month, release.id), async () => {
      try {
        await store.readBody(release.id);
        return null;
      } catch (thrown) {
        const altered = thrown instanceof ArchiveError && thrown.details['damage'] === 'altered';
        return altered ? 'changed' : 'missing';
      }
    });
    if (release.source !== null) {
      const { sha256 } = release.source;
      const path = layout.sourceFile(sha256);
      add(path, () => compare(path, sha256));
    }
  }
  for (const photo of tables.photos.values()) {
    const path = layout.photoFile(photo);
    add(path, () => compare(path, photo.id));
  }
  return [...files.values()];
}

async function compare(path: string, sha256: string): Promise<VerifyProblem['kind'] | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  } catch (thrown) {
    return systemErrorCode(thrown) === 'ENOENT' ? 'missing' : 'malformed';
  }
  return hash.digest('hex') === sha256 ? null : 'changed';
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [];
    throw thrown;
  }
}

function portablePath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
