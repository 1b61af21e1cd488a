import { Worker } from 'node:worker_threads';
import { compiledScript } from './compiled';

/** Starts a TypeScript file of `tests/bench` as a thread; `given` is its `workerData`. */
export async function startWorker(file: string, given: unknown): Promise<Worker> {
  return new Worker(await compiledScript(file), { workerData: given });
}
