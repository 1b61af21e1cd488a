import { makeFolderDurably, syncFolder } from './durable-file';
import { eachAtOnce } from './each-at-once';
import type { FileLayer } from './file-layer';

/**
 * Makes the entries of folders durable: each as soon as it changes, or, for a batch, all of them once when
 * the batch is whole. A hundred files that go into a few folders need no hundred fsyncs of those.
 */
export class SyncedFolders {
  readonly #files: FileLayer;
  readonly #waiting: Set<string> | null;
  readonly #made = new Set<string>();

  constructor(files: FileLayer, { isBatch = false }: { readonly isBatch?: boolean } = {}) {
    this.#files = files;
    this.#waiting = isBatch ? new Set() : null;
  }

  /** Makes a folder; its own entry is on disk when it resolves. */
  async make(folder: string): Promise<void> {
    if (this.#made.has(folder)) return;
    await makeFolderDurably(folder, this.#files);
    this.#made.add(folder);
  }

  async changed(folder: string): Promise<void> {
    if (this.#waiting === null) await syncFolder(folder, this.#files);
    else this.#waiting.add(folder);
  }

  /** Of a batch: whatever has changed is on disk when it resolves. */
  async sync(): Promise<void> {
    const folders = [...(this.#waiting ?? [])];
    this.#waiting?.clear();
    await eachAtOnce(folders, (folder) => syncFolder(folder, this.#files));
  }
}
