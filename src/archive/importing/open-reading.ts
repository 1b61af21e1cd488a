import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InProcessReading, type FileReading } from './file-reading';
import { readers } from './readers/table';
import { ReadingThread, readingThreadLimits } from './reading-thread';

/** The reading thread of the built program, beside its code. */
const builtThread = join(import.meta.dirname, 'reading.worker.cjs');

/** Reads files in a thread of their own where the program is built, else in this one. */
export function openReading(): FileReading {
  if (!existsSync(builtThread)) return new InProcessReading(readers);
  return new ReadingThread({ startThread: () => startReadingThread(builtThread) });
}

/** `script` is the compiled `reading.worker.ts`. */
export function startReadingThread(script: string): Worker {
  return new Worker(script, { name: 'reading', resourceLimits: readingThreadLimits });
}
