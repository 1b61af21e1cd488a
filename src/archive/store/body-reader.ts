import { createHash } from 'node:crypto';
import { ArchiveError, systemErrorCode } from '../errors';
import { bodyDigest, bodyFromMarkdown } from './body-file';
import type { Layout } from './layout';
import { copyAside } from './quarantine';
import type { ReleaseRecord } from './records';
import { readRecords } from './recover';
import type { Tables } from './tables';

/** Reads the bodies of releases and holds each against the checksum in its record. */
export class BodyReader {
  readonly #layout: Layout;
  readonly #tables: Tables;
  readonly #mayWrite: boolean;
  readonly #warn: (sentence: string) => void;
  /** Releases whose damage was told already. */
  readonly #told = new Set<string>();

  constructor(layout: Layout, tables: Tables, mayWrite: boolean, warn: (sentence: string) => void) {
    this.#layout = layout;
    this.#tables = tables;
    this.#mayWrite = mayWrite;
    this.#warn = warn;
  }

  /** Throws `release-not-found`, `archive-damaged`. */
  async read(id: string): Promise<string> {
    const unsaved = this.#tables.unsavedBodies.get(id);
    if (unsaved !== undefined) return unsaved;
    const record = this.#tables.releases.get(id);
    const month = this.#tables.monthOfRelease(id);
    if (record === undefined || month === null) {
      throw new ArchiveError('release-not-found', 'That release is not in the archive.', { id });
    }
    const path = this.#layout.bodyFile(month, id);
    const months = [month, ...(this.#tables.leftBodies.get(id) ?? [])];
    let found: Found = { is: 'missing', cause: undefined };
    for (const place of months) {
      const here = await this.#attempt(this.#layout.bodyFile(place, id), record);
      if (here.is === 'whole') return here.body;
      if (place === month) found = here;
    }
    // While it was being read, the release may have been changed, or its text written elsewhere.
    const now = this.#tables.releases.get(id);
    if (now !== record || this.#tables.monthOfRelease(id) !== month) return this.read(id);
    if (!this.#mayWrite) {
      const newer = await this.#newerBody(id);
      if (newer !== null) return newer;
    }
    await this.#tell(record, path, found);
    throw new ArchiveError(
      'archive-damaged',
      `The text of "${record.headline}" can't be read from ${path}.`,
      { path, headline: record.headline, damage: found.is },
      { cause: found.is === 'missing' ? found.cause : undefined },
    );
  }

  async #attempt(path: string, record: ReleaseRecord): Promise<Found> {
    let bytes: Buffer;
    try {
      bytes = await this.#layout.files.readFile(path);
    } catch (thrown) {
      if (systemErrorCode(thrown) !== 'ENOENT' && systemErrorCode(thrown) !== 'EIO') throw thrown;
      return { is: 'missing', cause: thrown };
    }
    const body = bodyFromMarkdown(bytes.toString('utf8'));
    return bodyDigest(body) === record.bodySha256
      ? { is: 'whole', body }
      : { is: 'altered', bytes };
  }

  /** Somebody else who has the archive open for writing may have revised the release meanwhile. */
  async #newerBody(id: string): Promise<string | null> {
    const { tables } = await readRecords(this.#layout, false);
    const unsaved = tables.unsavedBodies.get(id);
    if (unsaved !== undefined) return unsaved;
    const record = tables.releases.get(id);
    const month = tables.monthOfRelease(id);
    if (record === undefined || month === null) return null;
    const found = await this.#attempt(this.#layout.bodyFile(month, id), record);
    return found.is === 'whole' ? found.body : null;
  }

  async #tell({ id, headline }: ReleaseRecord, path: string, found: Found): Promise<void> {
    if (this.#told.has(id)) return;
    this.#told.add(id);
    const name = this.#layout.nameOf(path);
    if (found.is === 'missing') {
      this.#warn(`${name}, the text of "${headline}", is missing or can't be read.`);
      return;
    }
    let where = '';
    if (this.#mayWrite && found.is === 'altered') {
      const digest = createHash('sha256').update(found.bytes).digest('hex').slice(0, 8);
      // The text is damaged whether or not a copy of it can be made.
      where = await copyAside(this.#layout, path, digest).then(
        () => ' A copy of the damaged file lies in the folder "quarantine".',
        () => '',
      );
    }
    this.#warn(`${name}, the text of "${headline}", was damaged.${where}`);
  }
}

type Found =
  | { readonly is: 'whole'; readonly body: string }
  | { readonly is: 'altered'; readonly bytes: Buffer }
  | { readonly is: 'missing'; readonly cause: unknown };
