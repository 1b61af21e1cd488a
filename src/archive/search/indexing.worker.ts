import { parentPort } from 'node:worker_threads';
import { serveAnalyst } from './index/building/serve-analyst';

/*
 * A thread that takes texts apart while a large index is made.
 */

if (parentPort === null) throw new Error('The indexing worker runs in a worker thread only.');
serveAnalyst(parentPort);
