import { constants } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';

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
    const path = join(await this.#newFolder(), fileName);
    // Where the file system can, without writing the bytes a second time.
    await copyFile(original, path, constants.COPYFILE_FICLONE);
    return path;
  }

  /** The paths of new text files, UTF-8: names of their own, since they go to one place together. */
  async write(
    files: readonly { readonly fileName: string; readonly text: string }[],
  ): Promise<readonly string[]> {
    const folder = await this.#newFolder();
    const taken = new Set<string>();
    const paths: string[] = [];
    for (const { fileName, text } of files) {
      const path = join(folder, freeName(fileName, taken));
      await writeFile(path, text);
      paths.push(path);
    }
    return paths;
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

  /** One of its own for each drag, so that two of one name don't meet. */
  async #newFolder(): Promise<string> {
    this.#folder ??= mkdtemp(join(this.#parent, prefix));
    this.#count += 1;
    const folder = join(await this.#folder, String(this.#count));
    await mkdir(folder);
    return folder;
  }
}

/** "pier.txt", then "pier-2.txt"; most file systems don't tell case apart. */
function freeName(fileName: string, taken: Set<string>): string {
  const { name, ext } = parse(fileName);
  let free = fileName;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name}-${number}${ext}`;
  taken.add(free.toLowerCase());
  return free;
}
