import { constants } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const prefix = 'press-archive-dragged-';
/** After this long nobody is still copying what another run of the program left. Milliseconds. */
const staleMs = 24 * 60 * 60 * 1_000;

/**
 * Copies of what is dragged out of a window. Whoever takes them may move or change them: the archive's
 * own files are never handed out. They go when the program ends.
 */
export class DraggedFiles {
  readonly #parent: string;
  #folder: Promise<string> | null = null;
  #count = 0;

  /** `parent`: the system's folder for temporary files. */
  constructor(parent: string) {
    this.#parent = parent;
  }

  /** The path of a fresh copy of `original` under that name. */
  async copy(original: string, fileName: string): Promise<string> {
    const path = await this.#place(fileName);
    // Where the file system can, without writing the bytes a second time.
    await copyFile(original, path, constants.COPYFILE_FICLONE);
    return path;
  }

  /** The path of a new text file, UTF-8. */
  async write(fileName: string, text: string): Promise<string> {
    const path = await this.#place(fileName);
    await writeFile(path, text);
    return path;
  }

  /** Removes what this run made, as the program ends. */
  async clear(): Promise<void> {
    const folder = await this.#folder?.catch(() => null);
    this.#folder = null;
    if (folder != null) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }

  /** Removes what runs that were killed left behind. */
  async clearStale(now = Date.now()): Promise<void> {
    for (const name of await readdir(this.#parent).catch(() => [])) {
      if (!name.startsWith(prefix)) continue;
      const folder = join(this.#parent, name);
      const made = await stat(folder).catch(() => null);
      if (made === null || now - made.mtimeMs < staleMs) continue;
      // Somebody else's on a shared computer can't be removed, and needn't.
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
  }

  /** A place of its own for each, so that two of one name don't meet. */
  async #place(fileName: string): Promise<string> {
    this.#folder ??= mkdtemp(join(this.#parent, prefix));
    this.#count += 1;
    const folder = join(await this.#folder, String(this.#count));
    await mkdir(folder);
    return join(folder, fileName);
  }
}
