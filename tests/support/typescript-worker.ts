import { Worker } from 'node:worker_threads';

/** Threads don't take over the loader for TypeScript that this one was started with. */
const start = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(workerData.module);
  });
`;

/** Starts a TypeScript file as a thread; `given` is its `workerData.given`. */
export function typescriptWorker(module: URL, given: unknown): Worker {
  return new Worker(start, { eval: true, workerData: { module: module.href, given } });
}
