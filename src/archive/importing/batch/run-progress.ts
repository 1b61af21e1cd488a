import type { FoundFile } from './gather-files';
import type { RunOptions } from './import-tools';

/** How far a run is: what was given counts, not what lies within. */
export class RunProgress {
  files = 0;
  filesDone = 0;
  readonly #run: Pick<RunOptions, 'onProgress'>;
  readonly #began = performance.now();
  #sizes: ReadonlyMap<string, number> = new Map();
  #bytes = 0;
  #bytesDone = 0;
  #current = '';

  constructor(run: Pick<RunOptions, 'onProgress'>) {
    this.#run = run;
  }

  begin(files: readonly FoundFile[]): void {
    this.#sizes = new Map(files.map(({ path, bytes }) => [path, bytes]));
    this.files = files.length;
    this.#bytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
    this.tell();
  }

  count(paths: readonly string[]): void {
    this.filesDone += paths.length;
    for (const path of paths) this.#bytesDone += this.#sizes.get(path) ?? 0;
    this.tell();
  }

  /** What is read just now; the same as before where it isn't said. */
  tell(current = this.#current): void {
    this.#current = current;
    this.#run.onProgress({
      files: this.files,
      filesDone: this.filesDone,
      bytes: this.#bytes,
      bytesDone: this.#bytesDone,
      elapsedMs: performance.now() - this.#began,
      current,
    });
  }
}
