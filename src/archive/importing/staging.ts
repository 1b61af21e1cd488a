import { createHash, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Photo, PhotoId } from '../../shared/photo';
import { ArchiveError } from '../errors';
import { makeFolderDurably, renamePatiently, replaceFile, syncFile } from '../store/durable-file';
import { DurableJson } from '../store/durable-json';
import type { FileLayer } from '../store/file-layer';
import type { Layout } from '../store/layout';
import { SyncedFolders } from '../store/synced-folders';
import { stagedPhotos } from '../store/staged-photos';

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
  readonly #files: FileLayer;
  /** Files that are being moved to their place, by target: two releases may want one at once. */
  readonly #adopting = new Map<string, Promise<void>>();

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#files = layout.files;
  }

  async stageBytes(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.#stage(sha256, bytes.length, async (partial) => {
      const handle = await this.#files.open(partial, 'wx');
      try {
        await handle.writeFile(bytes);
      } finally {
        await handle.close();
      }
    });
  }

  /** As `stageBytes`, a file of so many bytes that had that SHA-256 when it was read; filing asks again. */
  async stageCopy(sha256: string, path: string, size: number): Promise<void> {
    await this.#stage(sha256, size, (partial) => this.#files.copyFile(path, partial));
  }

  async #stage(
    sha256: string,
    size: number,
    write: (partial: string) => Promise<void>,
  ): Promise<void> {
    const path = this.#layout.stagedFile(sha256);
    if (await this.#sizeIs(path, size)) return;
    await this.#files.mkdir(dirname(path));
    // A name of its own: the same file may be staged twice at once.
    const partial = `${path}.${randomBytes(6).toString('hex')}.partial`;
    await write(partial);
    await renamePatiently(partial, path, this.#files);
  }

  async stagePhoto(photo: Photo, bytes: Uint8Array): Promise<void> {
    await this.stageBytes(photo.id, bytes);
    await this.#description(photo.id).write(photo);
  }

  /** What is known of a staged photo; null where it isn't staged. */
  async stagedPhoto(id: PhotoId): Promise<Photo | null> {
    return this.#description(id).read();
  }

  /**
   * Moves a staged file to `target`, durably; once `folders` are synced, where they are given. Nothing
   * happens where `target` is there already.
   * Throws `photo-missing` where neither is there.
   */
  async adopt(
    sha256: string,
    target: string,
    name: string,
    folders: SyncedFolders = new SyncedFolders(this.#files),
  ): Promise<void> {
    await this.#once(target, () => this.#adopt(sha256, target, name));
    await folders.changed(dirname(target));
  }

  /** Writes bytes that were never staged to `target`, as durably as `adopt` moves those that were. */
  async place(target: string, bytes: Uint8Array, folders: SyncedFolders): Promise<void> {
    await this.#once(target, async () => {
      if (await this.#exists(target)) return;
      await folders.make(dirname(target));
      await replaceFile(target, bytes, this.#files);
    });
    await folders.changed(dirname(target));
  }

  async #once(target: string, work: () => Promise<void>): Promise<void> {
    const underWay = this.#adopting.get(target);
    if (underWay !== undefined) return underWay;
    const adopting = work().finally(() => {
      this.#adopting.delete(target);
    });
    this.#adopting.set(target, adopting);
    return adopting;
  }

  async #adopt(sha256: string, target: string, name: string): Promise<void> {
    // An attempt that failed after its rename left a file whose entry may not be on disk yet.
    if (await this.#exists(target)) return;
    const staged = this.#layout.stagedFile(sha256);
    if (!(await this.#exists(staged))) {
      throw new ArchiveError(
        'photo-missing',
        `${name || 'A file of the release'} is no longer there. Drop it again.`,
        { name },
      );
    }
    if (sha256Of(await this.#files.readFile(staged)) !== sha256) {
      await this.#files.rm(staged);
      throw new ArchiveError('photo-missing', `${name} was damaged on the way. Drop it again.`, {
        name,
      });
    }
    await makeFolderDurably(dirname(target), this.#files);
    await syncFile(staged, this.#files);
    await renamePatiently(staged, target, this.#files);
  }

  /**
   * Takes photos back that were moved to their place for a release which was never filed: none that
   * `isKnown`, and none of those that are shown, which is only asked where it matters.
   */
  async takeBack(
    isKnown: (id: PhotoId) => boolean,
    shown: () => Promise<ReadonlySet<PhotoId>>,
  ): Promise<void> {
    let needed: ReadonlySet<PhotoId> | null = null;
    for (const id of await stagedPhotos(this.#layout)) {
      const staged = this.#layout.stagedFile(id);
      if (isKnown(id) || (await this.#exists(staged))) continue;
      const photo = await this.stagedPhoto(id).catch(() => null);
      if (photo === null || !(await this.#exists(this.#layout.photoFile(photo)))) continue;
      needed ??= await shown();
      if (needed.has(id)) continue;
      await renamePatiently(this.#layout.photoFile(photo), staged, this.#files);
    }
  }

  /** Throws away what was staged long ago. */
  async sweep(now: Date): Promise<void> {
    const oldest = now.getTime() - keepDays * 24 * 3_600_000;
    // What can't be looked at or removed today may be tomorrow: opening an archive never fails for it.
    const names = await this.#files.readdir(this.#layout.stagedFolder).catch(() => []);
    for (const name of names) {
      const path = join(this.#layout.stagedFolder, name);
      const entry = await this.#files.stat(path).catch(() => null);
      if (entry !== null && entry.mtimeMs < oldest) {
        await this.#files.rm(path).catch(() => undefined);
      }
    }
  }

  #description(id: PhotoId): DurableJson<Photo> {
    return new DurableJson<Photo>(`${this.#layout.stagedFile(id)}.json`, this.#files);
  }

  async #sizeIs(path: string, bytes: number): Promise<boolean> {
    return this.#files.stat(path).then(
      (entry) => entry.size === bytes,
      () => false,
    );
  }

  async #exists(path: string): Promise<boolean> {
    return this.#files.stat(path).then(
      (entry) => entry.isFile(),
      () => false,
    );
  }
}
