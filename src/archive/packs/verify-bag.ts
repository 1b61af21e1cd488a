import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { VerifyReport } from '../../shared/press-pack';
import { ArchiveError, systemErrorCode } from '../errors';
import type { BagSource } from './export/bagit/bag-source';
import { checkBag } from './export/bagit/check-bag';
import { openFolder } from './export/bagit/folder-source';
import { manifestKind } from './export/bagit/manifest';
import { openZip } from './export/bagit/zip-source';

export interface VerifyOptions {
  readonly signal?: AbortSignal;
  /** In files. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Verifies a bag (BagIt 0.93 to 1.0, RFC 8493) in a folder or a `.zip` against its manifests,
 * reading each file once and writing nothing. Entries of `fetch.txt` are never fetched. The bag is
 * valid where the report lists no problem.
 *
 * @throws ArchiveError 'pack-unreadable' where there is no bag at all, 'cancelled'
 */
export async function verifyBag(path: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  const source = await openSource(path);
  try {
    if (!source.readable) {
      return {
        what: 'pack',
        algorithm: '',
        checkedFiles: 0,
        checkedBytes: 0,
        problems: source.problems,
      };
    }
    if (!looksLikeBag(source)) throw unreadable(path, 'holds no bagit.txt and no manifest');
    return await checkBag(source, options);
  } catch (thrown) {
    if (options.signal?.aborted === true) {
      throw new ArchiveError('cancelled', 'The check was cancelled.', {}, { cause: thrown });
    }
    throw thrown;
  } finally {
    source.close();
  }
}

async function openSource(path: string): Promise<BagSource> {
  try {
    return (await stat(path)).isDirectory() ? await openFolder(path) : await openZip(path);
  } catch (thrown) {
    // Only what yauzl says about a file that is no ZIP comes without a system error code.
    const code = systemErrorCode(thrown);
    if (code !== null && code !== 'ENOENT') throw thrown;
    throw unreadable(path, code === null ? 'is neither a folder nor a ZIP' : 'is missing', thrown);
  }
}

function looksLikeBag({ files }: BagSource): boolean {
  return [...files.keys()].some((name) => name === 'bagit.txt' || manifestKind(name) !== null);
}

function unreadable(path: string, reason: string, cause?: unknown): ArchiveError {
  const name = basename(path);
  return new ArchiveError(
    'pack-unreadable',
    `"${name}" is not a press pack: it ${reason}.`,
    { fileName: name },
    { cause },
  );
}
