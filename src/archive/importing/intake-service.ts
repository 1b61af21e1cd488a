import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Likeness } from '../../shared/importing';
import { maxTextBytes, type Intake } from '../../shared/intake';
import { draftFromIntake } from '../../shared/release-draft';
import type { ReleaseSource } from '../../shared/release';
import { ArchiveError } from '../errors';
import { inspectPhoto } from '../photos/photo-inspection';
import { notAPhoto, type PhotoService } from '../photos/photo-service';
import type { ArchiveStore } from '../store/archive-store';
import { draftRelease, type DraftedRelease } from './drafting';
import type { FileReading } from './file-reading';
import type { LikenessService } from './likeness/likeness-service';
import { contextAhead } from './parse-ahead';
import type { ReadRelease } from './readers/reader';
import { sha256Of, type Staging } from './staging';

const photoExtension = /\.(?:jpe?g|png|webp|gif|tiff?|hei[cf]|avif)$/i;
/**
 * A form waits so long for the comparison with the archive, which has to read all texts once in its
 * life. Milliseconds.
 */
const patience = 3_000;

interface IntakeTools {
  readonly store: ArchiveStore;
  readonly staging: Staging;
  readonly photos: PhotoService;
  readonly likeness: LikenessService;
  readonly reading: FileReading;
}

/** Looks at what was given to the program, by content, and makes a draft or a staged photo of it. */
export class IntakeService {
  readonly #tools: IntakeTools;

  constructor(tools: IntakeTools) {
    this.#tools = tools;
  }

  /** A pasted release. Throws `file-empty`, `file-too-large`, `archive-read-only`. */
  async text(text: string): Promise<Intake> {
    const bytes = new TextEncoder().encode(text);
    if (text.trim() === '') throw emptyFile('The pasted text');
    requireTextSize('The pasted text', bytes.length);
    return this.#release(plainText(text), '', bytes);
  }

  /**
   * A file, by its bytes. `encoding` reads a text with that encoding instead of the detected one. A file
   * with several releases or files in it answers 'several', and nothing is staged.
   * Throws `photo-invalid`, `archive-read-only`, and what readers throw; every message is one sentence
   * that names the file.
   */
  async file(fileName: string, bytes: Uint8Array, encoding: string | null): Promise<Intake> {
    const name = basename(fileName.replaceAll('\\', '/'));
    if (bytes.length === 0) throw emptyFile(name);
    if (inspectPhoto(bytes) !== null) {
      return { kind: 'photo', photo: await this.#tools.photos.stage(name, bytes) };
    }
    if (photoExtension.test(name)) throw notAPhoto(name);
    // A copy: reading may take the bytes to another thread, and they are staged afterwards.
    const items = this.#tools.reading.read(
      { name, bytes: new Uint8Array(bytes) },
      {
        encoding,
        findBeside: async () => null,
        signal: null,
        ...contextAhead(bytes.length, this.#tools.store.tables),
      },
    );
    let only: ReadRelease | null = null;
    let failure: Error | null = null;
    for await (const item of items) {
      if (item.kind === 'remark' || item.kind === 'recognised') continue;
      if (item.kind === 'failed') failure ??= item.error;
      else if (item.kind === 'file' || only !== null) return { kind: 'several', fileName: name };
      else only = item.release;
    }
    if (only === null) throw failure ?? emptyFile(name);
    if (saysNothing(only)) throw emptyFile(name);
    return this.#release(only, name, bytes);
  }

  async #release(read: ReadRelease, fileName: string, bytes: Uint8Array): Promise<Intake> {
    const { store, staging, photos } = this.#tools;
    await store.requireWritable();
    const source: ReleaseSource = {
      fileName,
      sha256: sha256Of(bytes),
      bytes: bytes.length,
      encoding: read.encoding?.name ?? '',
      ...(read.key === '' ? {} : { part: read.key }),
    };
    const { archive, partners } = store.tables;
    const drafted = await draftRelease(read, source, photos, {
      institution: archive.institution,
      partners: [...partners.values()],
    });
    await staging.stageBytes(source.sha256, bytes);
    return { kind: 'release', ...drafted, likenesses: await this.#likenesses(drafted) };
  }

  async #likenesses(drafted: DraftedRelease): Promise<readonly Likeness[]> {
    const found = this.#compare(drafted);
    // A comparison that comes too late is ready for the next form.
    found.catch(() => undefined);
    const late = new AbortController();
    try {
      return await Promise.race([found, delay(patience, [], { signal: late.signal })]);
    } finally {
      late.abort();
    }
  }

  async #compare(drafted: DraftedRelease): Promise<readonly Likeness[]> {
    const candidate = { ...draftFromIntake(drafted), source: drafted.source };
    return this.#tools.likeness.compare(candidate);
  }
}

/** A document without a word and a picture; its form would be empty. */
function saysNothing({ title, body, images }: ReadRelease): boolean {
  return title.trim() === '' && body.trim() === '' && images.length === 0;
}

function plainText(text: string): ReadRelease {
  return {
    key: '',
    title: '',
    byline: '',
    publicationDate: null,
    status: 'filed',
    tags: [],
    body: text,
    images: [],
    remarks: [],
    encoding: { name: 'utf-8', sure: true },
  };
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
