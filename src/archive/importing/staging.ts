import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Photo, PhotoId } from '../../shared/photo';
import { ArchiveError, systemErrorCode } from '../errors';
import { makeFolderDurably, renamePatiently, syncFolder } from '../store/durable-file';
import { DurableJson } from '../store/durable-json';
import type { Layout } from '../store/layout';

/** Staged files that nobody filed are thrown away after this many days. */
const keepDays = 30;

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Files that were given to the program and not filed yet. They lie under their SHA-256 in the cache;
 * filing moves them to their place, durably.
 */
export class Staging {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  async stageBytes(sha256: string, bytes: Uint8Array): Promise<void> {
    const path = this.#layout.stagedFile(sha256);
    if (await sizeIs(path, bytes.length)) return;
    await mkdir(dirname(path), { recursive: true });
    const partial = `${path}.partial`;
    await writeFile(partial, bytes);
    await rename(partial, path);
  }

  async stagePhoto(photo: Photo, bytes: Uint8Array): Promise<void> {
    await this.stageBytes(photo.id, bytes);
    await new DurableJson<Photo>(`${this.#layout.stagedFile(photo.id)}.json`).write(photo);
  }

  /** What is known of a staged photo; null where it isn't staged. */
  async stagedPhoto(id: PhotoId): Promise<Photo | null> {
    return new DurableJson<Photo>(`${this.#layout.stagedFile(id)}.json`).read();
  }

  /**
   * Moves a staged file to `target`, durably. Nothing happens where `target` is there already.
   * Throws `photo-missing` where neither is there.
   */
  async adopt(sha256: string, target: string, name: string): Promise<void> {
    if (await exists(target)) return;
    const staged = this.#layout.stagedFile(sha256);
    if (!(await exists(staged))) {
      throw new ArchiveError(
        'photo-missing',
        `${name || 'A file of the release'} is no longer there. Drop it again.`,
        { name },
      );
    }
    if (sha256Of(await readFile(staged)) !== sha256) {
      await rm(staged, { force: true });
      throw new ArchiveError('photo-missing', `${name} was damaged on the way. Drop it again.`, {
        name,
      });
    }
    await makeFolderDurably(dirname(target));
    const handle = await open(staged, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(staged, target);
    await syncFolder(dirname(target));
  }

  /** Throws away what was staged long ago. */
  async sweep(now: Date): Promise<void> {
    const oldest = now.getTime() - keepDays * 24 * 3_600_000;
    let names: string[];
    try {
      names = await readdir(this.#layout.stagedFolder);
    } catch (thrown) {
      if (systemErrorCode(thrown) === 'ENOENT') return;
      throw thrown;
    }
    for (const name of names) {
      const path = join(this.#layout.stagedFolder, name);
      const entry = await stat(path).catch(() => null);
      if (entry !== null && entry.mtimeMs < oldest) await rm(path, { force: true });
    }
  }
}

async function sizeIs(path: string, bytes: number): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.size === bytes,
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}
