import { dirname, join } from 'node:path';
import type { PhotoId, ThumbnailState } from '../../shared/photo';
import { ArchiveError } from '../errors';
import { renamePatiently } from '../store/durable-file';
import type { ArchiveStore } from '../store/archive-store';
import type { PhotoService } from './photo-service';

/** About 300 MB; the lead photos of the largest archive that must stay fast are fewer. */
const mostFiles = 20_000;
/** What goes when there are more: the oldest, an eighth of them. */
const share = 8;
/** Of an archive that can't be written to, they stay in memory; about 6 MB. */
const mostInMemory = 400;

const riff = Buffer.from('RIFF');
const webp = Buffer.from('WEBP');

/** Small pictures of the photos, in the archive's cache: made once by the window, thrown away at will. */
export class Thumbnails {
  readonly #store: ArchiveStore;
  readonly #photos: PhotoService;
  readonly #inMemory = new Map<PhotoId, Uint8Array>();
  /** null until they are counted. */
  #count: number | null = null;

  constructor(store: ArchiveStore, photos: PhotoService) {
    this.#store = store;
    this.#photos = photos;
  }

  /** WebP; null where it isn't made yet. */
  async read(id: PhotoId): Promise<Uint8Array | null> {
    const kept = this.#inMemory.get(id);
    if (kept !== undefined) return kept;
    const { layout } = this.#store;
    return layout.files.readFile(layout.thumbnailFile(id)).catch(() => null);
  }

  /** Whether a photo has one, else what it can be made from. */
  async state(id: PhotoId): Promise<ThumbnailState> {
    if (this.#inMemory.has(id)) return { kind: 'made' };
    const { layout } = this.#store;
    const isMade = await layout.files.stat(layout.thumbnailFile(id)).then(
      (entry) => entry.size > 0,
      () => false,
    );
    if (isMade) return { kind: 'made' };
    const located = await this.#photos.locate(id);
    if (located === null) return { kind: 'no-photo' };
    try {
      return { kind: 'not-made', original: await layout.files.readFile(located.path) };
    } catch {
      return { kind: 'no-photo' };
    }
  }

  /** Keeps what the window made of a photo. Throws `request-invalid` for anything but a WebP of a known photo. */
  async keep(id: PhotoId, bytes: Uint8Array): Promise<void> {
    const head = Buffer.from(bytes.subarray(0, 12));
    const isWebP = head.subarray(0, 4).equals(riff) && head.subarray(8, 12).equals(webp);
    if (!isWebP || (await this.#photos.locate(id)) === null) {
      throw new ArchiveError('request-invalid', 'This is no thumbnail of a photo of the archive.');
    }
    try {
      await this.#store.requireWritable();
      await this.#write(id, bytes);
    } catch {
      // Read-only, or the disk is full: it is only a cache.
      this.#remember(id, bytes);
    }
  }

  async #write(id: PhotoId, bytes: Uint8Array): Promise<void> {
    const { layout } = this.#store;
    const path = layout.thumbnailFile(id);
    await layout.files.mkdir(dirname(path));
    const partial = `${path}.${Date.now().toString(36)}.partial`;
    try {
      const file = await layout.files.open(partial, 'wx');
      try {
        await file.writeFile(bytes);
      } finally {
        await file.close();
      }
      await renamePatiently(partial, path, layout.files);
    } catch (thrown) {
      // On a full disk half of it would take the room that the rest needs.
      await layout.files.rm(partial).catch(() => undefined);
      throw thrown;
    }
    this.#count ??= (await this.#files()).length;
    this.#count += 1;
    if (this.#count > mostFiles) await this.#throwAway();
  }

  #remember(id: PhotoId, bytes: Uint8Array): void {
    this.#inMemory.set(id, bytes);
    const [oldest] = this.#inMemory.keys();
    if (this.#inMemory.size > mostInMemory && oldest !== undefined) this.#inMemory.delete(oldest);
  }

  async #files(): Promise<string[]> {
    const { files, thumbnailsFolder } = this.#store.layout;
    const names = (folder: string): Promise<string[]> => files.readdir(folder).catch(() => []);
    const found: string[] = [];
    for (const folder of await names(thumbnailsFolder)) {
      for (const name of await names(join(thumbnailsFolder, folder))) {
        found.push(join(thumbnailsFolder, folder, name));
      }
    }
    return found;
  }

  async #throwAway(): Promise<void> {
    const { files } = this.#store.layout;
    const aged: { readonly path: string; readonly age: number }[] = [];
    for (const path of await this.#files()) {
      const entry = await files.stat(path).catch(() => null);
      if (entry !== null) aged.push({ path, age: entry.mtimeMs });
    }
    aged.sort((a, b) => a.age - b.age);
    const gone = aged.slice(0, Math.ceil(aged.length / share));
    for (const { path } of gone) await files.rm(path).catch(() => undefined);
    this.#count = aged.length - gone.length;
  }
}
