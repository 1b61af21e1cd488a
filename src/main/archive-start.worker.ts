import { parentPort, workerData } from 'node:worker_threads';
import { CompiledCode } from '../archive/compiled-code/compiled-code';

/*
 * Loads the archive's own thread, `archive.worker.ts`, with the code that V8 compiled of it in earlier
 * sessions.
 */

/** Given to this thread at its start. */
export interface ArchiveStart {
  /** A folder of this user's. */
  readonly codeFolder: string;
}

/** Quiet for so long, it has nothing else to do. */
const quietMs = 5_000;

const { codeFolder } = workerData as ArchiveStart;
const code = new CompiledCode(codeFolder, 'archive');
code.serve(import.meta.dirname);

void import('./archive.worker').then(() => {
  const keepSoon = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      parentPort?.off('message', keepSoon);
      code.keep({ ifGrown: true });
    }, quietMs).unref();
  };
  let quiet = setTimeout(() => undefined, 0);
  // What was asked once by a window stands for what it will ask next time.
  parentPort?.on('message', keepSoon);
});
