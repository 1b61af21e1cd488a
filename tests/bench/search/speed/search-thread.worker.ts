import { parentPort, workerData } from 'node:worker_threads';
import { timed } from '../../harness/timing';
import { corpusFrom } from '../../material/corpus';
import { openSearch } from '../ours';
import { BodyFile } from './body-file';
import type { Answered, Asked, CallName, ThreadCalls, ThreadStart } from './thread-protocol';

/*
 * The archive's search in a thread, as in the program.
 */

const { dataFolder, count, bodyFile, indexingScript } = workerData as ThreadStart;
const bodies = new BodyFile(bodyFile);
const search = openSearch(bodies, indexingScript);

type Handlers = {
  [Call in CallName]: (
    argument: ThreadCalls[Call]['argument'],
  ) => Promise<ThreadCalls[Call]['answer']>;
};

const handlers: Handlers = {
  build: async (folder) => {
    const documents = (await corpusFrom(dataFolder)).take(count);
    for (const document of documents) bodies.put(document);
    const ms = await timed(() => search.build(documents, folder));
    return { ms, bytes: await search.bytesOnDisk() };
  },
  search: ({ text, query }) => search.search(text, query),
  add: async (document) => {
    await search.add(document);
    return null;
  },
  update: async (document) => {
    await search.update(document);
    return null;
  },
  remove: async (id) => {
    await search.remove(id);
    return null;
  },
};

async function answer({ number, call, argument }: Asked): Promise<Answered> {
  try {
    const handler = handlers[call] as (argument: unknown) => Promise<unknown>;
    return { number, answer: await handler(argument) };
  } catch (thrown) {
    return { number, error: thrown instanceof Error ? (thrown.stack ?? '') : String(thrown) };
  }
}

parentPort?.on('message', (asked: Asked) => {
  void answer(asked).then((answered) => parentPort?.postMessage(answered));
});
