import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { realFiles, type FileLayer } from '../../store/file-layer';
import type { Layout } from '../../store/layout';
import type { GivenFile } from '../readers/reader';
import { safeRelativePath } from './safe-name';

/**
 * A folder for files that have no path of their own while they are imported: entries of a ZIP, texts that
 * came with a letter, what was dropped on a window.
 */
export class ArrivalsFolder {
  readonly folder: string;
  readonly #files: FileLayer;
  readonly #taken = new Set<string>();

  constructor(folder: string, files: FileLayer) {
    this.folder = folder;
    this.#files = files;
  }

  /** Answers the path; two files of one name lie side by side. */
  async put({ name, bytes }: GivenFile): Promise<string> {
    const files = this.#files;
    const path = join(this.folder, this.#free(safeRelativePath(name)));
    await files.mkdir(dirname(path));
    const handle = await files.open(path, 'wx');
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
    return path;
  }

  /** Nobody hears of a failure: what stays is swept with the next import. */
  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true }).catch(() => undefined);
  }

  /** Not even in another case: some file systems take those for one. */
  #free(name: string): string {
    const [, stem = name, ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(name) ?? [];
    let free = name;
    for (let number = 2; this.#taken.has(free.toLowerCase()); number++) {
      free = `${stem} (${String(number)})${ending}`;
    }
    this.#taken.add(free.toLowerCase());
    return free;
  }
}

/** One in the archive's cache. */
export function arrivalsOf(layout: Layout, name: string = randomUUID()): ArrivalsFolder {
  const own = safeRelativePath(name).replaceAll('/', '_');
  return new ArrivalsFolder(join(layout.arrivalsFolder, own), layout.files);
}

/** One outside of any archive, for what a dry run unpacks; nobody else on the computer can read it. */
export function arrivalsOutside(): ArrivalsFolder {
  return new ArrivalsFolder(mkdtempSync(join(tmpdir(), 'press-archive-')), realFiles);
}

/** Removes those of the paths that are such folders in the archive's cache. */
export async function removeArrivals(layout: Layout, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (dirname(path) !== layout.arrivalsFolder) continue;
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** What imports that ended with the program have left; nothing where one is to be gone on with. */
export async function sweepArrivals(layout: Layout): Promise<void> {
  const names = await layout.files.readdir(dirname(layout.importFile)).catch((): string[] => []);
  if (names.includes(basename(layout.importFile))) return;
  await rm(layout.arrivalsFolder, { recursive: true, force: true }).catch(() => undefined);
}
