import { dirname } from 'node:path';
import { systemErrorCode } from '../errors';
import { bodyToMarkdown } from './body-file';
import type { UnsavedBody } from './dirt';
import { makeFolderDurably, replaceFile, syncFolder, writeNewFile } from './durable-file';
import { eachAtOnce } from './each-at-once';
import type { FileLayer } from './file-layer';
import type { Layout } from './layout';
import { fullWidth, type Pace } from './pace';

/**
 * Writes bodies into their Markdown files: just before the shards that name them, or long before, so
 * that memory needn't hold them. The journal has a body before it comes here, and keeps it until
 * `syncFolders` was called and the shards were written: if the power goes earlier, it is written
 * again over whatever is left.
 */
export class BodyWriter {
  readonly #layout: Layout;
  readonly #pace: Pace;
  /** Folders in which new files may have no durable entry yet. */
  readonly #unsynced = new Set<string>();

  readonly #onWritten: (written: UnsavedBody) => void;

  /** `onWritten` is called for each body whose content is on disk. */
  constructor(layout: Layout, pace: Pace, onWritten: (written: UnsavedBody) => void) {
    this.#layout = layout;
    this.#pace = pace;
    this.#onWritten = onWritten;
  }

  async write(bodies: readonly UnsavedBody[]): Promise<void> {
    await this.#prepareFolders(bodies);
    const write = async (one: UnsavedBody): Promise<void> => {
      await writeNewFile(this.#pathOf(one), bodyToMarkdown(one.record, one.body), this.#files);
      this.#onWritten(one);
    };
    await eachAtOnce(bodies, (one) => this.#pace.inTurn(() => write(one)), fullWidth);
  }

  /**
   * Writes bodies that the journal hasn't. What lies at their place after a kill is taken for whole
   * if it looks so: it must not have got its name before it was on disk.
   */
  async copy(bodies: readonly UnsavedBody[]): Promise<void> {
    await this.#prepareFolders(bodies);
    const copy = (one: UnsavedBody): Promise<void> =>
      replaceFile(this.#pathOf(one), bodyToMarkdown(one.record, one.body), this.#files);
    await eachAtOnce(bodies, (one) => this.#pace.inTurn(() => copy(one)));
  }

  /** Makes the entries of all that was written durable. */
  async syncFolders(): Promise<void> {
    await eachAtOnce([...this.#unsynced], (folder) =>
      this.#pace.inTurn(async () => {
        await syncFolderIfThere(folder, this.#layout);
        this.#unsynced.delete(folder);
      }),
    );
  }

  async #prepareFolders(bodies: readonly UnsavedBody[]): Promise<void> {
    for (const folder of new Set(bodies.map((body) => dirname(this.#pathOf(body))))) {
      await makeFolderDurably(folder, this.#files);
      this.#unsynced.add(folder);
    }
  }

  get #files(): FileLayer {
    return this.#layout.files;
  }

  #pathOf({ month, record }: UnsavedBody): string {
    return this.#layout.bodyFile(month, record.id);
  }
}

/** Nothing has to be made durable in a folder that somebody has removed. */
export async function syncFolderIfThere(folder: string, { files }: Layout): Promise<void> {
  try {
    await syncFolder(folder, files);
  } catch (thrown) {
    if (systemErrorCode(thrown) !== 'ENOENT') throw thrown;
  }
}
