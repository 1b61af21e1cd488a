import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Analyst } from './index/building/analyst';
import { AnalystThread } from './index/building/analyst-thread';
import { LocalAnalyst } from './index/building/local-analyst';

/** The thread of the built program, beside its code. */
const builtThread = join(import.meta.dirname, 'indexing.worker.cjs');

/** Beside this one; more of them wait for whoever reads the releases. */
const mostThreads = 4;
/** Fewer are taken apart before several threads have learned to do it quickly. */
const leastDocuments = 20_000;

/** Who takes the texts of a segment apart. */
interface Analysts {
  readonly list: readonly Analyst[];
  end(): Promise<void>;
}

export type OpenAnalysts = () => Analysts;

/** This thread. */
export const localAnalysts: OpenAnalysts = () => ({
  list: [new LocalAnalyst()],
  end: () => Promise.resolve(),
});

/** This thread and others where the program is built and there is much to do, else this one alone. */
export function analystsFor(
  documents: number,
  script: string | null = existsSync(builtThread) ? builtThread : null,
): OpenAnalysts {
  return documents < leastDocuments || script === null ? localAnalysts : threadedAnalysts(script);
}

/** This thread and `count` others; `script` is the compiled `indexing.worker.ts`. */
export function threadedAnalysts(
  script: string,
  count = Math.min(mostThreads, availableParallelism() - 1),
): OpenAnalysts {
  return () => {
    // Loaded here: who only searches is spared the memory.
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const threads = Array.from(
      { length: count },
      () => new AnalystThread(new Worker(script, { name: 'indexing' })),
    );
    return {
      list: [new LocalAnalyst(), ...threads],
      end: async () => {
        await Promise.all(threads.map((thread) => thread.end()));
      },
    };
  };
}
