import { realpath } from 'node:fs/promises';
import type { Archive } from '../archive/archive';
import { ArchiveError } from '../archive/errors';

/**
 * The archive that is open, or none. Opening and closing are done one after another: a folder that is
 * opened twice at once would find itself locked by itself.
 */
export class OpenArchive {
  #archive: Archive | null = null;
  #last: Promise<unknown> = Promise.resolve();

  get current(): Archive | null {
    return this.#archive;
  }

  /** Throws `archive-not-open`. */
  require(): Archive {
    if (this.#archive === null) throw new ArchiveError('archive-not-open', 'No archive is open.');
    return this.#archive;
  }

  /** Opens the archive in a folder, however that is spelt or linked, unless it is open already. */
  open(folder: string, open: (folder: string) => Promise<Archive>): Promise<Archive> {
    return this.#inTurn(async () => {
      const real = await realpath(folder).catch(() => folder);
      return this.#archive?.folder === real ? this.#archive : this.#replace(() => open(real));
    });
  }

  /** Makes an archive in a folder, and opens it. */
  create(folder: string, create: (folder: string) => Promise<Archive>): Promise<Archive> {
    return this.#inTurn(async () => {
      const real = await realpath(folder).catch(() => folder);
      return this.#replace(() => create(real));
    });
  }

  /** Opens the same archive anew where it can only be read. Throws `archive-not-open`. */
  reopen(open: (old: Archive) => Promise<Archive>): Promise<Archive> {
    return this.#inTurn(async () => {
      const old = this.require();
      return old.info().readOnly === null ? old : this.#replace(() => open(old));
    });
  }

  /** Rejects where closing found something that can't be written; closed it is all the same. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      const old = this.#archive;
      this.#archive = null;
      await old?.close();
    });
  }

  async #replace(open: () => Promise<Archive>): Promise<Archive> {
    // The new one first: if it can't be opened, the old one stays.
    const fresh = await open();
    const old = this.#archive;
    this.#archive = fresh;
    // Its disk may be gone. All that was acknowledged is in its journal, so nobody needs to be kept
    // from the new one for it.
    await old?.close().catch(() => undefined);
    return fresh;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#last.then(work);
    this.#last = run.catch(() => undefined);
    return run;
  }
}
