import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InProcessReading, type FileReading } from './file-reading';
import type { Reader } from './readers/reader';
import { ReadingThread, readingThreadLimits } from './reading-thread';

/** The reading thread of the built program, beside its code. */
const builtThread = join(import.meta.dirname, 'reading.worker.cjs');

/** Reads files in a thread of their own where the program is built, else in this one. */
export function openReading(): FileReading {
  if (!existsSync(builtThread)) return new InProcessReading(allReaders);
  return new ReadingThread({ startThread: () => startReadingThread(builtThread) });
}

/** What reads PDF, Word and mail is much code: who only looks for a release never waits for it. */
async function allReaders(): Promise<readonly Reader[]> {
  return (await import('./readers/table')).readers;
}

/** `script` is the compiled `reading.worker.ts`. */
export function startReadingThread(script: string): Worker {
  return new Worker(script, { name: 'reading', resourceLimits: readingThreadLimits });
}
