import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IndexFolder } from '../../../../src/archive/search/index-folder';
import type { SearchDocument } from '../../../../src/archive/search/search-document';
import { indexSettings, SearchIndex } from '../../../../src/archive/search/search-index';
import { anyDocument } from './any-document';
import { ask, today, uuid, type AskOptions } from './documents';

const questions: readonly (readonly [string, AskOptions?])[] = [
  [''],
  ['', { place: 'trash' }],
  ['sign'],
  ['sig'],
  ['sign '],
  ['s*'],
  ['planned visit ', { recentTo: today }],
  ['plan signed 华为 huawei visit ', { feedback: 'always' }],
  ['signal of the visit resume 2022 '],
  ['"signed the"'],
  ['"华为"'],
  ['华'],
  ['华为'],
  ['华为华'],
  ['台湾华为'],
  ['着'],
  ['著'],
  ['résumé '],
  ['resume '],
  ['e-mail '],
  ['20+8 '],
  ['us 5g ', { place: 'trash' }],
  ['sign -visit'],
  ['visit OR 华为'],
  ['-(sign (visit OR plan))'],
  ['sign -headline:visit'],
  ['headline:sign'],
  ['headline:si'],
  ['headline:"sign visit"'],
  ['body:visit'],
  ['body:sig'],
  ['body:"the visit" sign'],
  ['body:华为 '],
  ['caption:sign OR by:sign'],
  ['tag:sport'],
  ['tag:"Sport" place:geneva'],
  ['person:li* person:"李明"'],
  ['partner:"Acme" visit'],
  ['status:draft year:2022'],
  ['sign', { year: 2022, partnerIds: ['borealis'] }],
  ['visit', { place: 'drafts', sort: 'newest' }],
  ['visit plan', { sort: 'oldest', offset: 2, limit: 3 }],
  ['date:2022-08-04..2022-08-05 lang:zh'],
  ['after:2020 photo:yes visit'],
  [`like:${uuid(1)}`],
  [`like:${uuid(3)} visit`],
];

const ids = Array.from({ length: 10 }, (_, number) => uuid(number));

/** What should be in the index. */
interface Model {
  readonly documents: Map<string, SearchDocument>;
  stamp: number;
}

/** The index under test in its folder; `working` is a settling that nobody waited for. */
class Kept {
  readonly folder: string;
  index: SearchIndex;
  readonly #working: Promise<void>[] = [];

  constructor(folder: string) {
    this.folder = folder;
    this.index = new SearchIndex(new IndexFolder(folder));
  }

  begin(): void {
    this.#working.push(this.index.settle());
  }

  async end(): Promise<void> {
    await Promise.all(this.#working.splice(0));
  }

  /** Opens what was written down last, and brings in what that doesn't cover, by its stamps. */
  async reopen({ documents }: Model): Promise<void> {
    this.index.close();
    await this.end();
    const folder = new IndexFolder(this.folder);
    const stored = await folder.load(indexSettings);
    this.index = new SearchIndex(folder, stored?.segments);
    for (const document of documents.values()) {
      if (this.index.stampOf(document.id) !== document.stamp) this.index.put(document);
    }
    for (const id of [...this.index.ids()]) if (!documents.has(id)) this.index.remove(id);
  }
}

type Command = fc.AsyncCommand<Model, Kept>;

function command(name: string, run: (model: Model, kept: Kept) => Promise<void> | void): Command {
  return {
    check: () => true,
    run: async (model, kept) => run(model, kept),
    toString: () => name,
  };
}

function compare(model: Model, index: SearchIndex): void {
  const fresh = new SearchIndex(null);
  for (const document of model.documents.values()) fresh.put(document);
  expect(index.size).toBe(fresh.size);
  expect([...index.ids()].sort()).toEqual([...model.documents.keys()].sort());
  for (const [text, options] of questions) {
    const asked = { facets: true, ...options };
    expect({ text, ...ask(index, text, asked) }).toEqual({ text, ...ask(fresh, text, asked) });
  }
}

const anyId = fc.constantFrom(...ids);
const put = fc.tuple(anyId, anyDocument).map(([id, fields]) =>
  command(`put ${id} ${JSON.stringify(fields)}`, (model, { index }) => {
    model.stamp += 1;
    const document = { ...fields, id, stamp: model.stamp };
    model.documents.delete(id);
    model.documents.set(id, document);
    index.put(document);
  }),
);
const remove = anyId.map((id) =>
  command(`remove ${id}`, (model, { index }) => {
    model.documents.delete(id);
    index.remove(id);
  }),
);
const trash = fc.tuple(anyId, fc.boolean()).map(([id, inTrash]) =>
  command(`${inTrash ? 'to' : 'from'} the trash ${id}`, (model, { index }) => {
    const before = model.documents.get(id);
    if (before === undefined) return;
    model.stamp += 1;
    const document = { ...before, inTrash, stamp: model.stamp };
    model.documents.set(id, document);
    index.put(document);
  }),
);
const others = fc.constantFrom(
  command('settle', async (_, kept) => {
    kept.begin();
    await kept.end();
  }),
  command('begin to settle', (_, kept) => {
    kept.begin();
  }),
  command('let it work', () => turn()),
  command('commit', async (_, kept) => {
    await kept.end();
    await kept.index.commit(1);
  }),
  command('commit while settling', async (_, kept) => {
    kept.begin();
    await turn();
    await kept.index.commit(-1);
  }),
  command('close and reopen', async (model, kept) => {
    await kept.end();
    await kept.index.settle();
    await kept.index.commit(1);
    await kept.reopen(model);
  }),
  command('die and reopen', (model, kept) => kept.reopen(model)),
  command('die while settling and reopen', async (model, kept) => {
    kept.begin();
    await turn();
    await kept.reopen(model);
  }),
  command('compare', (model, { index }) => {
    compare(model, index);
  }),
);

let folders: string;
beforeAll(async () => {
  // Thousands of files that nobody needs on a disk.
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  folders = await mkdtemp(join(memory, 'press-archive-index-'));
});
afterAll(() => rm(folders, { recursive: true, force: true }));

it('an index answers as a fresh one of the same documents, however it came to be', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.commands([put, put, put, put, remove, trash, others, others], {
        maxCommands: 60,
        size: 'max',
      }),
      async (commands) => {
        run += 1;
        const kept = new Kept(join(folders, String(run)));
        const model: Model = { documents: new Map(), stamp: 0 };
        await fc.asyncModelRun(() => ({ model, real: kept }), commands);
        await kept.end();
        compare(model, kept.index);
        await kept.index.settle();
        compare(model, kept.index);
        await kept.index.commit(1);
        await kept.reopen(model);
        expect(kept.index.liveSize).toBe(0);
        compare(model, kept.index);
        kept.index.close();
      },
    ),
    { numRuns: 30 },
  );
}, 120_000);
