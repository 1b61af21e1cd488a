import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { WorkProgress } from '../../../../src/shared/ipc-contract';
import { makeIndex } from '../../../../src/archive/search/index-making';
import { threadedAnalysts } from '../../../../src/archive/search/open-analysts';
import { SearchDocuments } from '../../../../src/archive/search/search-documents';
import { AnalystThread } from '../../../../src/archive/search/index/building/analyst-thread';
import { ArchiveStore } from '../../../../src/archive/store/archive-store';
import { keptArchive } from './kept-index';

/** A thread that ends when it is asked something. */
const ending = `require('node:worker_threads').parentPort.on('message', () => process.exit(7));`;

it.each([
  [
    'ends',
    () => ({
      list: [new AnalystThread(new Worker(ending, { eval: true, execArgv: [] }))],
      end: () => Promise.resolve(),
    }),
  ],
  ["can't begin", threadedAnalysts('/nowhere/indexing.worker.cjs', 2)],
])('an index is made without a thread that %s', async (_, openAnalysts) => {
  const store = await ArchiveStore.open(await keptArchive(), { readOnly: true });
  const progress: WorkProgress[] = [];
  const asked: number[] = [];
  const index = await makeIndex(
    {
      store,
      documents: new SearchDocuments(store),
      folder: null,
      onProgress: (notice) => progress.push(notice),
      isClosed: () => false,
    },
    (documents) => {
      asked.push(documents);
      return openAnalysts;
    },
  );
  const { size } = store.tables.releases;
  expect(asked).toEqual([size]);
  expect(index?.size).toBe(size);
  expect(progress.at(-1)).toMatchObject({ work: 'index', done: size, finished: true });
  index?.close();
  await store.close();
});
