import type { Photo, PhotoId, PhotoUse } from '../../shared/photo';
import { maxPhotoBytes } from '../../shared/intake';
import { ArchiveError } from '../errors';
import { sha256Of, type Staging } from '../importing/staging';
import type { ArchiveStore } from '../store/archive-store';
import type { Step } from '../store/records';
import type { SyncedFolders } from '../store/synced-folders';
import { inspectPhoto, isCutOff } from './photo-inspection';

/** Photos: originals byte for byte under their SHA-256, and what is known of them. */
export class PhotoService {
  readonly #store: ArchiveStore;
  readonly #staging: Staging;

  constructor(store: ArchiveStore, staging: Staging) {
    this.#store = store;
    this.#staging = staging;
  }

  /**
   * Takes a photo's bytes in, staged until a release that shows it is filed.
   * Throws `photo-invalid`, `file-too-large`, `archive-read-only`.
   */
  async stage(fileName: string, bytes: Uint8Array): Promise<Photo> {
    await this.#store.requireWritable();
    const photo = await this.look(fileName, bytes);
    await this.#staging.stagePhoto(photo, bytes);
    return photo;
  }

  /** What `stage` would take in, where nothing is to be kept. Throws `photo-invalid`, `file-too-large`. */
  async look(fileName: string, bytes: Uint8Array): Promise<Photo> {
    if (bytes.length > maxPhotoBytes) {
      const limit = Math.round(maxPhotoBytes / 1024 / 1024);
      throw new ArchiveError(
        'file-too-large',
        `${fileName} is larger than ${limit} MB, the most that a photo may have.`,
        { fileName, limit },
      );
    }
    const inspected = inspectPhoto(bytes);
    if (inspected === null) throw notAPhoto(fileName);
    if (isCutOff(bytes, inspected.format)) {
      throw new ArchiveError('photo-invalid', `${fileName} is cut off: its end is missing.`, {
        fileName,
      });
    }
    const id = sha256Of(bytes);
    const known = this.#store.tables.photos.get(id) ?? (await this.#staging.stagedPhoto(id));
    return (
      known ?? {
        id,
        fileName,
        ...inspected,
        bytes: bytes.length,
        caption: '',
        altText: '',
        creator: '',
        creditLine: '',
        addedAt: new Date().toISOString(),
      }
    );
  }

  /**
   * Moves the staged ones among the photos of a release to their place, and answers the steps that
   * make them known. What a first use says of a photo becomes its default.
   */
  async adopt(uses: readonly PhotoUse[], folders?: SyncedFolders): Promise<readonly Step[]> {
    const steps: Step[] = [];
    for (const use of uses) {
      if (this.#store.tables.photos.has(use.photoId)) continue;
      const staged = await this.#staging.stagedPhoto(use.photoId);
      if (staged === null) {
        throw new ArchiveError(
          'photo-missing',
          'A photo of this release is no longer there. Drop it again.',
          { name: use.caption },
        );
      }
      const photo: Photo = {
        ...staged,
        caption: staged.caption || use.caption,
        altText: staged.altText || use.altText,
        creditLine: staged.creditLine || use.creditLine,
      };
      await this.#store.requireWritable();
      const target = this.#store.layout.photoFile(photo);
      await this.#staging.adopt(photo.id, target, photo.fileName, folders);
      steps.push({ put: 'photo', record: photo });
    }
    return steps;
  }

  /** Path and format of the original, filed or staged; null for an unknown photo. */
  async locate(id: PhotoId): Promise<{ path: string; photo: Photo } | null> {
    const filed = this.#store.tables.photos.get(id);
    if (filed !== undefined) return { path: this.#store.layout.photoFile(filed), photo: filed };
    const staged = await this.#staging.stagedPhoto(id);
    return staged === null ? null : { path: this.#store.layout.stagedFile(id), photo: staged };
  }
}

export function notAPhoto(fileName: string): ArchiveError {
  return new ArchiveError(
    'photo-invalid',
    `${fileName} is not a photo that can be read, whatever its name says.`,
    { fileName },
  );
}
