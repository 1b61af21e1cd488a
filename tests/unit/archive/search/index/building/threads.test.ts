import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IndexFolder } from '../../../../../../src/archive/search/index-folder';
import {
  AnalystThread,
  AnalystThreadLost,
} from '../../../../../../src/archive/search/index/building/analyst-thread';
import {
  localAnalysts,
  threadedAnalysts,
  type OpenAnalysts,
} from '../../../../../../src/archive/search/open-analysts';
import type { SearchDocument } from '../../../../../../src/archive/search/search-document';
import { SearchIndex } from '../../../../../../src/archive/search/search-index';
import { anyDocument } from '../../any-document';
import { document, uuid } from '../../documents';

let place = '';
let script = '';

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'press-archive-analysts-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: resolve(import.meta.dirname, '../../../../../../src/archive/search/indexing.worker.ts'),
      outDir: place,
      target: 'node20',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'indexing.worker.cjs' } },
    },
  });
  script = join(place, 'indexing.worker.cjs');
}, 60_000);
afterAll(() => rm(place, { recursive: true, force: true }));

let folders = 0;

/** The file of the segment that is made of the documents. */
async function fileOf(
  documents: readonly SearchDocument[],
  openAnalysts: OpenAnalysts,
): Promise<Buffer> {
  folders += 1;
  const folder = new IndexFolder(join(place, `index-${folders}`));
  const index = new SearchIndex(folder);
  await index.fill(documents, openAnalysts);
  const [stored] = index.segments;
  const bytes = await readFile(join(folder.path, stored?.file ?? ''));
  index.close();
  return bytes;
}

/** Texts so long that there are several batches, whose words come up in other ones first. */
const longer = (fields: Omit<SearchDocument, 'id' | 'stamp'>, number: number): SearchDocument => ({
  ...fields,
  id: uuid(number),
  stamp: number,
  body: `${fields.body} ${`series${number % 7} of rank${number}, `.repeat(3_000)}${fields.body}`,
});

describe('a segment that several threads make', () => {
  it(
    'is the same, byte for byte, as one that is made without them',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyDocument, { minLength: 1, maxLength: 12 }),
          fc.integer({ min: 1, max: 3 }),
          async (fields, threads) => {
            const documents = fields.map(longer);
            const alone = await fileOf(documents, localAnalysts);
            const together = await fileOf(documents, threadedAnalysts(script, threads));
            expect(together.equals(alone)).toBe(true);
          },
        ),
        { numRuns: 12 },
      );
    },
  );

  it('is refused, not waited for, where a thread ends', async () => {
    const ending: OpenAnalysts = () => {
      const list = [
        'process.exit(3)',
        'require("node:worker_threads").parentPort.on("message", () => { throw new Error("bad luck") })',
      ].map((code) => new AnalystThread(new Worker(code, { eval: true, execArgv: [] })));
      return {
        list,
        end: async () => {
          await Promise.all(list.map((each) => each.end()));
        },
      };
    };
    const documents = Array.from({ length: 40 }, (_, number) =>
      longer(document('', 'bad luck'), number),
    );
    await expect(fileOf(documents, ending)).rejects.toBeInstanceOf(AnalystThreadLost);
  });

  it('leaves no thread behind when the index is closed while it is made', async () => {
    let ended = 0;
    const counted: OpenAnalysts = () => {
      const analysts = threadedAnalysts(script, 2)();
      return {
        list: analysts.list,
        end: async () => {
          ended += 1;
          await analysts.end();
        },
      };
    };
    const index = new SearchIndex(null);
    async function* documents(): AsyncGenerator<SearchDocument> {
      for (let number = 0; number < 60; number += 1) {
        if (number === 30) index.close();
        yield longer(document('', 'closed'), number);
        await Promise.resolve();
      }
    }
    await index.fill(documents(), counted);
    expect(ended).toBe(1);
    expect(index.segments).toEqual([]);
  });
});
