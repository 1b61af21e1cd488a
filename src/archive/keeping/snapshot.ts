import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ArchiveError, systemErrorCode } from '../errors';
import { syncFolder } from '../store/durable-file';
import { eachAtOnce } from '../store/each-at-once';
import { hashOf, isSameFile, tryLink, writeHashed, type CopiedFile } from './copy-file';
import { isJournal, isOriginal, keptFiles, type FileState } from './kept-files';
import { throwIfCancelled, type WorkOptions } from './work-options';

/** An earlier copy whose originals can be had by hard link. */
export interface EarlierCopy {
  readonly folder: string;
  /** SHA-512 by path. */
  readonly digests: ReadonlyMap<string, string>;
}

interface SnapshotOptions extends WorkOptions {
  /** Photos and sources by hard link where the disk can; everything else is always copied. */
  readonly linkOriginals: boolean;
  readonly earlier: EarlierCopy | null;
}

/** Each pass copies only what changed during the one before, so few are needed. */
const mostPasses = 20;

/**
 * Copies an archive, which may change meanwhile, into the new folder `to`; the copy opens and has
 * every change acknowledged before the call. Answers the files with their digests.
 *
 * The journal is copied after the files that it is applied to. Where it was cut while they were
 * copied, some of them may be older than the cut: then what changed is copied again. Originals come
 * last, since the journal may name ones that came meanwhile.
 *
 * Throws `cancelled`, `disk-failed`.
 */
export async function copyArchive(
  from: string,
  to: string,
  options: SnapshotOptions,
): Promise<ReadonlyMap<string, CopiedFile>> {
  const copy = new Snapshot(from, to, options);
  await copy.countFiles();
  for (let pass = 1; ; pass += 1) {
    const before = await firstSegment(from);
    await copy.bringUpToDate((path) => !isOriginal(path) && !isJournal(path));
    await copy.bringUpToDate(isJournal);
    if ((await firstSegment(from)) === before) break;
    if (pass === mostPasses) {
      throw new ArchiveError(
        'disk-failed',
        'The archive was changing too quickly to be copied. Try again in a moment.',
      );
    }
  }
  await copy.bringUpToDate(isOriginal);
  return copy.finish();
}

/** The oldest segment of the journal: another one, as soon as the journal was cut. */
async function firstSegment(folder: string): Promise<string | undefined> {
  return [...(await keptFiles(folder, isJournal)).keys()].sort()[0];
}

class Snapshot {
  readonly #copied = new Map<string, CopiedFile & { readonly stamp: string }>();
  readonly #folders = new Set<string>();
  #expectedFiles = 0;

  constructor(
    private readonly from: string,
    private readonly to: string,
    private readonly options: SnapshotOptions,
  ) {}

  async countFiles(): Promise<void> {
    this.#expectedFiles = (await keptFiles(this.from, () => true)).size;
  }

  /** Copies what is new or was replaced, and removes what is gone. */
  async bringUpToDate(wanted: (path: string) => boolean): Promise<void> {
    const files = await keptFiles(this.from, wanted);
    for (const path of [...this.#copied.keys()].filter(wanted)) {
      if (this.#copied.get(path)?.stamp === files.get(path)?.stamp) continue;
      await rm(join(this.to, path), { force: true });
      this.#copied.delete(path);
    }
    await eachAtOnce(files, async ([path, state]) => {
      throwIfCancelled(this.options.signal);
      if (this.#copied.has(path)) return;
      await this.#makeFolder(dirname(join(this.to, path)));
      try {
        const copied = await this.#take(path, state);
        this.#copied.set(path, { ...copied, stamp: state.stamp });
      } catch (thrown) {
        // Gone since it was listed; the next pass sees what took its place.
        if (systemErrorCode(thrown) !== 'ENOENT') throw thrown;
      }
      this.options.onProgress?.(
        Math.min(this.#copied.size, this.#expectedFiles),
        this.#expectedFiles,
      );
    });
  }

  async finish(): Promise<ReadonlyMap<string, CopiedFile>> {
    for (const folder of this.#folders) await syncFolder(folder);
    this.options.onProgress?.(this.#expectedFiles, this.#expectedFiles);
    return this.#copied;
  }

  async #take(path: string, { bytes }: FileState): Promise<CopiedFile> {
    const [source, target] = [join(this.from, path), join(this.to, path)];
    const { linkOriginals, earlier, signal } = this.options;
    if (linkOriginals && isOriginal(path)) {
      const known = earlier?.digests.get(path);
      const before = join(earlier?.folder ?? '', path);
      if (await tryLink(source, target)) {
        // The same file had the same content when it was last read.
        if (known !== undefined && (await isSameFile(before, target))) {
          return { bytes, sha512: known };
        }
        return { bytes, sha512: (await hashOf(target, 'sha512', signal)) ?? '' };
      }
      // The name is the digest: with the same size, it is the same photo.
      if (
        known !== undefined &&
        (await hasSize(before, bytes)) &&
        (await tryLink(before, target))
      ) {
        return { bytes, sha512: known };
      }
    }
    return writeHashed(() => createReadStream(source), target, signal);
  }

  async #makeFolder(folder: string): Promise<void> {
    if (this.#folders.has(folder)) return;
    await mkdir(folder, { recursive: true });
    for (let at = folder; at.length >= this.to.length; at = dirname(at)) this.#folders.add(at);
  }
}

async function hasSize(path: string, bytes: number): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.size === bytes,
    () => false,
  );
}
