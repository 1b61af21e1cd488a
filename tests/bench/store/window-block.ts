import { Worker } from 'node:worker_threads';
import type { Release, ReleaseContent } from '../../../src/shared/release';
import type { FindPage } from '../../../src/shared/search';
import type { FromWorker, ToWorker, WorkerTask } from '../../../src/main/worker-protocol';
import { LoopMeter } from '../harness/loop-meter';
import { pause } from '../harness/timing';
import type { ReleaseMaterial } from '../material/releases';
import { pageSize } from './sizes';

const edits = 100;
const filed = 2_000;
/** Releases that are on their way to the thread at a time. */
const filedAtOnce = 50;

/** What a person or an import asks for, and the longest block of main's thread meanwhile, in ms. */
export type Blocks = Readonly<Record<'open and list' | 'edit' | 'file' | 'close', number>>;

/**
 * The longest times for which main, and with it the window, can't answer while the archive works in
 * its thread as in the program; the search index is being built at the same time.
 */
export async function blocksOfMain(
  folder: string,
  material: ReleaseMaterial,
  count: number,
): Promise<Blocks> {
  const thread = new ArchiveThread();
  await thread.ask('info', null);
  const contents = Array.from({ length: filed }, (_, index) => material.content(count + index));
  let newest: readonly string[] = [];
  const blocks: Blocks = {
    'open and list': await longestBlock(async () => {
      await thread.ask('open', { folder });
      newest = await listNewest(thread);
    }),
    edit: await longestBlock(() => edit(thread, newest)),
    file: await longestBlock(() => file(thread, contents)),
    close: await longestBlock(() => thread.ask('close', null)),
  };
  await thread.stop();
  return blocks;
}

async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const meter = new LoopMeter();
  await work();
  return meter.stop();
}

async function listNewest(thread: ArchiveThread): Promise<string[]> {
  const page = (await thread.request('release:find', {
    text: '',
    partnerIds: [],
    place: 'archive',
    year: null,
    sort: 'newest',
    offset: 0,
    limit: pageSize,
  })) as FindPage;
  return page.hits.map(({ release }) => release.id);
}

async function edit(thread: ArchiveThread, ids: readonly string[]): Promise<void> {
  for (let number = 0; number < edits; number += 1) {
    const id = ids[number % ids.length];
    const { release } = (await thread.request('release:read', { id })) as { release: Release };
    const content: ReleaseContent = { ...release, body: `${release.body} Corrected.` };
    await thread.request('release:revise', { id, basedOn: release.revision, content });
  }
}

async function file(thread: ArchiveThread, contents: readonly ReleaseContent[]): Promise<void> {
  for (let start = 0; start < contents.length; start += filedAtOnce) {
    await Promise.all(
      contents
        .slice(start, start + filedAtOnce)
        .map((content) => thread.request('release:file', { content, source: null })),
    );
  }
}

/** What the machine itself holds up a thread that only waits, while another one is busy. */
export async function blockByMachine(milliseconds: number): Promise<number> {
  const busy = new Worker('for (;;) Math.sqrt(2);', { eval: true, execArgv: [] });
  const meter = new LoopMeter();
  await pause(milliseconds);
  const longest = meter.stop();
  await busy.terminate();
  return longest;
}

/** Threads don't take over the loader for TypeScript that this one was started with. */
const startInTypeScript = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(workerData);
  });
`;

/** The archive's own thread, as main has it. */
class ArchiveThread {
  readonly #worker = new Worker(startInTypeScript, {
    eval: true,
    workerData: new URL('../../../src/main/archive.worker.ts', import.meta.url).href,
  });
  readonly #waiting = new Map<number, (message: FromWorker) => void>();
  #count = 0;

  constructor() {
    this.#worker.on('message', (message: FromWorker) => {
      if (!('number' in message)) return;
      this.#waiting.get(message.number)?.(message);
      this.#waiting.delete(message.number);
    });
  }

  request(channel: string, argument: unknown): Promise<unknown> {
    return this.ask('request', { channel, argument });
  }

  async ask(task: WorkerTask, question: unknown): Promise<unknown> {
    this.#count += 1;
    const asked: ToWorker = { number: this.#count, task, question };
    const answer = await new Promise<FromWorker>((resolve) => {
      this.#waiting.set(asked.number, resolve);
      this.#worker.postMessage(asked);
    });
    if (!('number' in answer)) throw new Error('A notice is no answer.');
    if (!answer.reply.ok) throw new Error(`${task}: ${answer.reply.error.message}`);
    return answer.reply.value;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
