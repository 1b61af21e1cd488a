import { parentPort } from 'node:worker_threads';
import { readers } from './readers/table';
import { serveReading } from './serve-reading';

/*
 * The thread in which files are read: what they do to memory and time stays in here.
 */

if (parentPort === null) throw new Error('The reading worker runs in a worker thread only.');
serveReading(parentPort, readers);
