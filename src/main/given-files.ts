import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { ArchiveError } from '../archive/errors';
import { Layout } from '../archive/store/layout';
import { maxPhotoBytes } from '../shared/intake';
import type { GivenFile } from '../shared/ipc-contract';

/** Files that wait at most; who gives more has chosen a whole disk by mistake. */
const mostFiles = 500;

/**
 * What the system gave to the program: on its command line, dropped on its icon, or by "open with". It
 * waits here until a window takes it. A window reads files by their numbers and never learns a path,
 * so that no page can ask for a file that nobody gave.
 */
export class GivenFiles {
  #folder: string | null = null;
  #waiting: GivenFile[] = [];
  readonly #paths = new Map<number, string>();
  #count = 0;

  /** Sorts paths into an archive's folder, of which the last counts, and files. Says whether any came. */
  async give(paths: readonly string[]): Promise<boolean> {
    let isAny = false;
    for (const path of paths.slice(0, mostFiles)) {
      const found = await stat(path).catch(() => null);
      const isTable = basename(path) === archiveFileName;
      if (found?.isDirectory() === true) this.#folder = path;
      else if (found?.isFile() === true && isTable) this.#folder = dirname(path);
      else if (found?.isFile() === true) this.#add(path, found.size);
      else continue;
      isAny = true;
    }
    return isAny;
  }

  /** The folder that was given, once. */
  takeFolder(): string | null {
    const folder = this.#folder;
    this.#folder = null;
    return folder;
  }

  /** The files that were given, once; they can be read until the program ends. */
  takeFiles(): readonly GivenFile[] {
    const files = this.#waiting;
    this.#waiting = [];
    return files;
  }

  /** Throws `file-unreadable`, `file-too-large`. */
  async read(number: number): Promise<Uint8Array> {
    const path = this.#paths.get(number);
    if (path === undefined) {
      throw new ArchiveError('file-unreadable', 'That file was not given.', { fileName: '' });
    }
    const fileName = basename(path);
    // It may have grown since.
    const { size } = await stat(path);
    if (size > maxPhotoBytes) {
      throw new ArchiveError('file-too-large', `"${fileName}" is too large.`, { fileName });
    }
    const bytes = new Uint8Array(await readFile(path));
    // Only now: whoever couldn't have it may ask again.
    this.#paths.delete(number);
    return bytes;
  }

  #add(path: string, bytes: number): void {
    const number = this.#count;
    this.#count += 1;
    this.#paths.set(number, path);
    this.#waiting.push({ number, fileName: basename(path), bytes });
  }
}

const archiveFileName = basename(new Layout('.').archiveFile);

/** Switches of which the next argument is the value; tests start programs so. */
const switchesWithValue = new Set(['-r', '--require']);

/**
 * The paths on a command line, absolute: neither switches nor the program itself, which is the first
 * argument, and during development `applicationFolder` besides.
 */
export function pathsIn(
  argv: readonly string[],
  workingFolder: string,
  applicationFolder: string,
): readonly string[] {
  const paths: string[] = [];
  for (let index = 1; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (switchesWithValue.has(argument)) index += 1;
    else if (argument !== '' && !argument.startsWith('-')) {
      paths.push(resolve(workingFolder, argument));
    }
  }
  return paths.filter((path) => path !== resolve(applicationFolder));
}
