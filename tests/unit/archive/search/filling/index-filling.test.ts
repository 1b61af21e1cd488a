import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StartBuilder } from '../../../../../src/archive/search/filling/builder-thread';
import type { DocumentSource } from '../../../../../src/archive/search/filling/index-filling';
import { IndexFolder } from '../../../../../src/archive/search/index-folder';
import type { SearchDocument } from '../../../../../src/archive/search/search-document';
import { indexSettings, SearchIndex } from '../../../../../src/archive/search/search-index';
import { typescriptWorker } from '../../../../support/typescript-worker';
import { tempFolder } from '../../../../support/temp-folder';
import { ask, document, uuid } from '../documents';

const count = 2_500;
const names = ['Maravel Turbines', '澜光科技', 'Calder Foundation'] as const;

function documentOf(number: number): SearchDocument {
  const name = names[number % 3]!;
  return document(uuid(number), {
    headline: `Release ${number} on ${number % 2 === 0 ? 'tidal' : 'solar'} energy`,
    body: `Number${number} of the series${', and again'.repeat(number % 11)}. 学校签署协议。`,
    captions: number % 4 === 0 ? ['A résumé of e-mails'] : [],
    partners: [name],
    partnerIds: [name],
    tags: number % 7 === 0 ? ['energy', 'sea'] : [],
    people: number % 9 === 0 ? ['Ines Calder, rector'] : [],
    personNames: number % 9 === 0 ? ['Ines Calder'] : [],
    publicationDate: number % 5 === 0 ? null : `20${10 + (number % 12)}-03-14`,
    stamp: number,
  });
}

const all = Array.from({ length: count }, (_, number) => documentOf(number));
const source: DocumentSource = { count, documents: () => all };

const questions = [
  'tidal',
  'sol',
  'energy series number7 ',
  '签署',
  '协',
  '"学校签署"',
  '"of the series, and again"',
  'tag:sea',
  'person:ines',
  'partner:"Maravel Turbines" tidal',
  'résumé ',
  'e-mail',
  'year:2014 again',
  `like:${uuid(21)}`,
];

const answersOf = (index: SearchIndex): readonly object[] =>
  questions.map((text) => ({ text, ...ask(index, text, { facets: true, limit: 3_000 }) }));
const sizesOf = (index: SearchIndex): readonly number[] =>
  index.segments.map(({ segment }) => segment.size);

let alone: Promise<readonly object[]> | null = null;
/** What an index answers that this thread made by itself. */
function answersOfOneThread(): Promise<readonly object[]> {
  alone ??= (async () => {
    const index = new SearchIndex(null);
    await index.fill(source, () => null);
    expect(sizesOf(index)).toEqual([count]);
    return answersOf(index);
  })();
  return alone;
}

const module = new URL(
  '../../../../../src/archive/search/filling/index-builder.worker.ts',
  import.meta.url,
);

/** Ends with the test at the latest. */
function kept(worker: Worker): Worker {
  onTestFinished(async () => {
    await worker.terminate();
  });
  return worker;
}

const startBuilder: StartBuilder = () => kept(typescriptWorker(module, null));
const scripted =
  (code: string): StartBuilder =>
  () =>
    kept(
      new Worker(`const { parentPort } = require('node:worker_threads');${code}`, { eval: true }),
    );

describe('an index of many documents', () => {
  it('is made by two threads, and answers as one made by one', async () => {
    const index = new SearchIndex(null);
    await index.fill(source, startBuilder);
    const sizes = sizesOf(index);
    expect(sizes).toHaveLength(2);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(index.size).toBe(count);
    expect([...index.ids()].sort()).toEqual(all.map(({ id }) => id));
    expect(answersOf(index)).toEqual(await answersOfOneThread());
    expect(index.isUntidy).toBe(false);
  });

  it('lies in files afterwards, which say the same, and stays in two segments', async () => {
    const folder = new IndexFolder(join(await tempFolder(), 'search'));
    const index = new SearchIndex(folder);
    await index.fill(source, startBuilder);
    await index.settle();
    await index.commit(1);
    index.close();
    const stored = await new IndexFolder(folder.path).load(indexSettings);
    const again = new SearchIndex(null, stored?.segments);
    onTestFinished(() => {
      again.close();
    });
    expect(sizesOf(again)).toHaveLength(2);
    for (const { segment } of again.segments) {
      const checking = segment.check();
      let step = checking.next();
      while (step.done !== true) step = checking.next();
      expect(step.value).toBe(true);
    }
    expect(answersOf(again)).toEqual(await answersOfOneThread());
  });

  it('is taken from a stream as it comes', async () => {
    const index = new SearchIndex(null);
    let asked = 0;
    async function* stream(): AsyncGenerator<SearchDocument> {
      for (const one of all) {
        asked += 1;
        yield one;
      }
    }
    await index.fill({ count, documents: stream }, startBuilder);
    expect(asked).toBe(count);
    expect(answersOf(index)).toEqual(await answersOfOneThread());
  });

  it('has few of them under way, however slow the other thread is', async () => {
    let underWay = 0;
    const index = new SearchIndex(null);
    await index.fill(source, () => {
      // It says how many it got, not that they are built in.
      const worker = scripted(`let got = 0;
        parentPort.on('message', (documents) => {
          got += documents?.length ?? 0;
          parentPort.postMessage({ is: 'told', got });
          if (documents === null) parentPort.close();
        });`)();
      worker?.on('message', ({ got }: { got: number }) => (underWay = got));
      return worker;
    });
    expect(underWay).toBeGreaterThan(0);
    expect(underWay).toBeLessThan(500);
    expect(answersOf(index)).toEqual(await answersOfOneThread());
  });
});

describe('few documents', () => {
  it('are not worth another thread', async () => {
    const index = new SearchIndex(null);
    await index.fill({ count: 20, documents: () => all.slice(0, 20) }, () => {
      throw new Error('Nobody asked for a thread.');
    });
    expect(sizesOf(index)).toEqual([20]);
  });
});

describe('a second thread', () => {
  const complete = async (start: StartBuilder): Promise<void> => {
    const index = new SearchIndex(null);
    let rounds = 0;
    const documents = (): readonly SearchDocument[] => {
      rounds += 1;
      return all;
    };
    await index.fill({ count, documents }, start);
    expect(rounds).toBeLessThanOrEqual(2);
    expect([...index.ids()].sort()).toEqual(all.map(({ id }) => id));
    expect(answersOf(index)).toEqual(await answersOfOneThread());
  };

  it('that there is none of is not missed', async () => {
    await complete(() => null);
  });

  it("that can't be started is not missed", async () => {
    await complete(() => {
      throw new Error('No thread today.');
    });
    await complete(() => kept(new Worker(join(import.meta.dirname, 'no-such-file.cjs'))));
  });

  it('that dies at its first documents, in the middle or at the end is not missed', async () => {
    await complete(scripted(`parentPort.once('message', () => process.exit(1));`));
    await complete(scripted(`parentPort.once('message', () => { throw new Error('Broken.'); });`));
    await complete(
      scripted(`let seen = 0;
        parentPort.on('message', () => {
          seen += 1;
          if (seen === 5) process.exit(0);
          parentPort.postMessage({ is: 'built' });
        });`),
    );
    await complete(
      scripted(`parentPort.on('message', (documents) => {
        if (documents === null) process.exit(0);
        parentPort.postMessage({ is: 'built' });
      });`),
    );
  });

  it('is ended when all is made', async () => {
    let worker: Worker | null = null;
    const index = new SearchIndex(null);
    await index.fill(source, () => (worker = startBuilder()));
    await gone(worker);
  });
});

describe('an index that is closed while it is made', () => {
  const gate = (): { readonly opened: Promise<void>; readonly open: () => void } => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    return { opened, open };
  };

  it('ends the thread and makes nothing more', async () => {
    let worker: Worker | null = null;
    const index = new SearchIndex(null);
    const half = gate();
    let given = 0;
    async function* stream(): AsyncGenerator<SearchDocument> {
      for (const one of all) {
        given += 1;
        if (given === count / 2) half.open();
        yield one;
      }
    }
    const filling = index.fill({ count, documents: stream }, () => (worker = startBuilder()));
    await half.opened;
    index.close();
    await filling;
    expect(given).toBeLessThan(count);
    expect(index.segments).toEqual([]);
    await gone(worker);
  });

  it("doesn't wait for what the thread still makes", async () => {
    let worker: Worker | null = null;
    const asked = gate();
    const index = new SearchIndex(null);
    const filling = index.fill(source, () => {
      // It takes everything and never ends.
      worker = scripted(`parentPort.on('message', (documents) => {
        parentPort.postMessage({ is: documents === null ? 'asked' : 'built' });
      });`)();
      worker?.on('message', ({ is }: { is: string }) => {
        if (is === 'asked') asked.open();
      });
      return worker;
    });
    await asked.opened;
    index.close();
    await filling;
    expect(index.segments).toEqual([]);
    await gone(worker);
  });

  it('ends the thread, too, where the documents end in an error', async () => {
    let worker: Worker | null = null;
    const index = new SearchIndex(null);
    function* broken(): Generator<SearchDocument> {
      yield* all.slice(0, 500);
      throw new Error('No more to read.');
    }
    const filling = index.fill({ count, documents: broken }, () => (worker = startBuilder()));
    await expect(filling).rejects.toThrow('No more to read.');
    await gone(worker);
  });
});

/** Resolves when a thread has ended, which nobody here told it. */
async function gone(worker: Worker | null): Promise<void> {
  if (worker === null) throw new Error('No thread was started.');
  // -1 is what Node says of a thread that is no more.
  await expect.poll(() => worker.threadId).toBe(-1);
}
