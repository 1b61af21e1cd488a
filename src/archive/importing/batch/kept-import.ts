import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ImportOptions, ImportRow, UnfinishedImport } from '../../../shared/importing';
import { DurableJson } from '../../store/durable-json';
import type { Layout } from '../../store/layout';

/** How often it is written down how far an import is, in milliseconds. */
const every = 1_000;

/** What is kept of an import until it has ended. */
export interface KeptImport extends Omit<UnfinishedImport, 'sources'> {
  readonly paths: readonly string[];
  /** A UUID: what it changes is undone together. */
  readonly group: string;
}

/** An import that is beginning. */
type BegunImport = Pick<KeptImport, 'paths' | 'group' | 'startedAt'> & {
  readonly options: ImportOptions;
};

/**
 * What the cache keeps of an import that is under way, to go on with it, or to tell what it has done, when
 * the program ended before it.
 */
export class KeptImports {
  readonly #layout: Layout;
  readonly #file: DurableJson<KeptImport>;
  #written = 0;
  #writtenAt = 0;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#file = new DurableJson<KeptImport>(layout.importFile, layout.files);
  }

  /** null where none is to be gone on with. */
  async read(): Promise<KeptImport | null> {
    const kept: Partial<KeptImport> | null = await this.#file.read().catch(() => null);
    if (kept?.paths === undefined || kept.options === undefined) return null;
    const { paths, options, group = '', startedAt = '', stoppedAt = startedAt } = kept;
    const { files = 0, filesDone = 0, filed = 0 } = kept;
    return { paths, options, group, startedAt, stoppedAt, files, filesDone, filed };
  }

  async begin(import_: BegunImport): Promise<void> {
    this.#written = 0;
    this.#writtenAt = performance.now();
    await this.#layout.files.rm(this.#layout.importRowsFile);
    const stoppedAt = new Date().toISOString();
    await this.#file.write({ ...import_, stoppedAt, files: 0, filesDone: 0, filed: 0 });
  }

  /** Writes down how far it is; not too often, unless it ends. Nobody hears of a failure. */
  async note(
    import_: BegunImport,
    far: Pick<KeptImport, 'files' | 'filesDone' | 'filed'>,
    rows: readonly ImportRow[],
    isEnd: boolean,
  ): Promise<void> {
    if (!isEnd && performance.now() - this.#writtenAt < every) return;
    this.#writtenAt = performance.now();
    try {
      await this.#append(rows.slice(this.#written));
      this.#written = rows.length;
      await this.#file.write({ ...import_, ...far, stoppedAt: new Date().toISOString() });
    } catch {
      // It is gone on with, or left, by what was written before.
    }
  }

  /** What became of the files of the part that was written down last. */
  async rows(): Promise<readonly ImportRow[]> {
    const { files, importRowsFile } = this.#layout;
    const bytes = await files.readFile(importRowsFile).catch(() => null);
    if (bytes === null) return [];
    // After the last line break stands what a kill has cut off.
    const lines = bytes.toString('utf8').split('\n').slice(0, -1);
    return lines.flatMap((line) => {
      try {
        return [JSON.parse(line) as ImportRow];
      } catch {
        return [];
      }
    });
  }

  async forget(): Promise<void> {
    const { files, importFile, importRowsFile } = this.#layout;
    await files.rm(importFile);
    await files.rm(importRowsFile);
  }

  /** What a person knows it by. */
  async describe(kept: KeptImport): Promise<UnfinishedImport> {
    const { paths, group: _group, ...known } = kept;
    const sources: string[] = [];
    for (const path of paths) {
      if (dirname(path) !== this.#layout.arrivalsFolder) sources.push(path);
      else sources.push(...(await readdir(path).catch(() => [])).sort());
    }
    return { ...known, sources };
  }

  async #append(rows: readonly ImportRow[]): Promise<void> {
    if (rows.length === 0) return;
    const handle = await this.#layout.files.open(this.#layout.importRowsFile, 'a');
    try {
      await handle.writeFile(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    } finally {
      await handle.close();
    }
  }
}
