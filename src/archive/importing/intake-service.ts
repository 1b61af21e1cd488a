import { basename } from 'node:path';
import { maxTextBytes, type Intake } from '../../shared/intake';
import type { ReleaseSource } from '../../shared/release';
import { ArchiveError } from '../errors';
import { inspectPhoto } from '../photos/photo-inspection';
import { notAPhoto, type PhotoService } from '../photos/photo-service';
import { parsePressRelease } from '../releases/press-release-parser';
import type { ArchiveStore } from '../store/archive-store';
import { knownFileKind } from './file-kind';
import { sha256Of, type Staging } from './staging';
import { decodeText } from './text-encoding';

const photoExtension = /\.(?:jpe?g|png|webp|gif|tiff?|hei[cf]|avif)$/i;

/** Looks at what was given to the program, by content, and makes a draft or a staged photo of it. */
export class IntakeService {
  readonly #store: ArchiveStore;
  readonly #staging: Staging;
  readonly #photos: PhotoService;

  constructor(store: ArchiveStore, staging: Staging, photos: PhotoService) {
    this.#store = store;
    this.#staging = staging;
    this.#photos = photos;
  }

  /** A pasted release. Throws `file-empty`, `file-too-large`, `archive-read-only`. */
  async text(text: string): Promise<Intake> {
    return this.#release('', new TextEncoder().encode(text), text, 'utf-8', true);
  }

  /**
   * A file, by its bytes. `encoding` reads a text with that encoding instead of the detected one.
   * Throws `file-empty`, `file-too-large`, `file-binary`, `file-unsupported`, `file-encoding-unsure`,
   * `photo-invalid`, `archive-read-only`; every message is one sentence that names the file.
   */
  async file(fileName: string, bytes: Uint8Array, encoding: string | null): Promise<Intake> {
    const name = basename(fileName.replaceAll('\\', '/'));
    if (bytes.length === 0) throw emptyFile(name);
    if (inspectPhoto(bytes) !== null) {
      return { kind: 'photo', photo: await this.#photos.stage(name, bytes) };
    }
    if (photoExtension.test(name)) throw notAPhoto(name);
    const kind = knownFileKind(bytes);
    if (kind !== null) {
      throw new ArchiveError(
        'file-unsupported',
        `${name} is ${kind}. Copy its text and paste it, or save it as plain text.`,
        { fileName: name, kind },
      );
    }
    requireTextSize(name, bytes.length);
    const decoded = decodeText(bytes, encoding ?? undefined);
    if (decoded.ok) {
      return this.#release(name, bytes, decoded.text, decoded.encoding, decoded.sure);
    }
    switch (decoded.reason) {
      case 'empty':
        throw emptyFile(name);
      case 'binary':
        throw new ArchiveError('file-binary', `${name} holds binary data, not text.`, {
          fileName: name,
        });
      case 'unsure':
        throw new ArchiveError(
          'file-encoding-unsure',
          `${name} is written in an encoding that can't be told. Save it as UTF-8 and try again.`,
          { fileName: name },
        );
    }
  }

  async #release(
    fileName: string,
    bytes: Uint8Array,
    text: string,
    encoding: string,
    encodingSure: boolean,
  ): Promise<Intake> {
    await this.#store.requireWritable();
    if (text.trim() === '') throw emptyFile(fileName || 'The pasted text');
    requireTextSize(fileName || 'The pasted text', bytes.length);
    const sha256 = sha256Of(bytes);
    const source: ReleaseSource = { fileName, sha256, bytes: bytes.length, encoding };
    const { tables } = this.#store;
    const parsed = parsePressRelease(text, {
      institution: tables.archive.institution,
      partners: [...tables.partners.values()],
    });
    await this.#staging.stageBytes(sha256, bytes);
    await this.#store.recordsRead();
    return { kind: 'release', source, parsed, encodingSure, duplicateOf: this.#sameSource(sha256) };
  }

  #sameSource(sha256: string): { id: string; headline: string } | null {
    for (const release of this.#store.tables.releases.values()) {
      if (release.source?.sha256 === sha256 && release.deletedAt === null) {
        return { id: release.id, headline: release.headline };
      }
    }
    return null;
  }
}

function emptyFile(name: string): ArchiveError {
  return new ArchiveError('file-empty', `${name} is empty.`, { fileName: name });
}

function requireTextSize(name: string, bytes: number): void {
  if (bytes <= maxTextBytes) return;
  const limit = Math.round(maxTextBytes / 1024 / 1024);
  throw new ArchiveError(
    'file-too-large',
    `${name} is larger than ${limit} MB, the most that a text may have.`,
    { fileName: name, limit },
  );
}
