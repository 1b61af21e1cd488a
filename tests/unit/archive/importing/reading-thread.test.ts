import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { InProcessReading } from '../../../../src/archive/importing/file-reading';
import { startReadingThread } from '../../../../src/archive/importing/open-reading';
import { ReadingThread } from '../../../../src/archive/importing/reading-thread';
import { zipReader } from '../../../../src/archive/importing/readers/zip/zip-reader';
import { parsePressRelease } from '../../../../src/archive/releases/press-release-parser';
import { englishRelease, institution } from '../../../support/samples';
import { makePdf, textPage } from './readers/pdf/make-pdf';
import { alone, codeOf, given, readAll, releasesOf } from './readers/read-all';
import { makeExport, post } from './readers/wxr/make-export';
import { makeZip } from './readers/zip/make-zip';

const context = { institution, partners: [] };

/** A thread whose reader does to every file what the file's name says. */
const behaving = `
  const { parentPort } = require('node:worker_threads');
  let name = '';
  let given = 0;
  parentPort.on('message', (message) => {
    if (message.kind === 'read') { name = message.file.name; given = 0; return; }
    if (message.kind === 'beside') {
      parentPort.postMessage({ kind: 'item', item: { kind: 'file', file: message.file } });
      return;
    }
    if (message.kind !== 'next') return;
    if (name === 'hangs') for (;;);
    if (name === 'crashes') setTimeout(() => { throw new Error('bad luck'); });
    else if (name === 'leaves') process.exit(3);
    else if (name === 'grows') { const all = []; for (;;) all.push(new Array(10000).fill(given++)); }
    else if (name === 'waits') setTimeout(() => {}, 1e6);
    else if (name === 'asks' && given === 0) {
      given++;
      parentPort.postMessage({ kind: 'find-beside', number: 1, path: 'a/b.jpg' });
    } else if (name === 'slow' && given++ < 2) {
      parentPort.postMessage({ kind: 'progress' });
      setTimeout(() => parentPort.postMessage({ kind: 'progress' }), 800);
      setTimeout(() => parentPort.postMessage({ kind: 'item', item: { kind: 'file', file: { name: String(given), bytes: new Uint8Array(1) } } }), 1600);
    } else parentPort.postMessage({ kind: 'end' });
  });
`;

function behavingThread(settings: { patienceMs?: number; idleMs?: number } = {}): {
  thread: ReadingThread;
  started: Worker[];
} {
  const started: Worker[] = [];
  const thread = new ReadingThread({
    ...settings,
    startThread: () => {
      const worker = new Worker(behaving, {
        eval: true,
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: 24 },
      });
      started.push(worker);
      return worker;
    },
  });
  onTestFinished(() => thread.close());
  return { thread, started };
}

describe('a reading thread', () => {
  test.each([
    ['hangs', 'file-too-complex', /takes more time/],
    ['waits', 'file-too-complex', /takes more time/],
    ['grows', 'file-too-complex', /takes more memory/],
    ['crashes', 'file-unreadable', /can't be read/],
    ['leaves', 'file-unreadable', /can't be read/],
  ])('whose file %s fails that one alone', async (name, code, sentence) => {
    const { thread, started } = behavingThread({ patienceMs: name === 'grows' ? 20_000 : 1200 });
    await expect(readAll(thread, given(name, 'x'))).rejects.toMatchObject({ code });
    await expect(readAll(thread, given(name, 'x'))).rejects.toThrow(sentence);
    expect(await readAll(thread, given('fine', 'x'))).toEqual([]);
    expect(started).toHaveLength(3);
  });

  test('that shows progress may take its time', async () => {
    const { thread } = behavingThread({ patienceMs: 1200 });
    expect(await readAll(thread, given('slow', 'x'))).toHaveLength(2);
  });

  test('asks for files beside, without a hurry', async () => {
    const { thread } = behavingThread({ patienceMs: 1000 });
    const asked: string[] = [];
    const items = await readAll(thread, given('asks', 'x'), {
      ...alone,
      findBeside: async (path) => {
        asked.push(path);
        await new Promise((done) => setTimeout(done, 1400));
        return given('b.jpg', 'picture');
      },
    });
    expect(asked).toEqual(['a/b.jpg']);
    expect(items).toMatchObject([{ kind: 'file', file: { name: 'b.jpg' } }]);
  });

  test('is ended by a signal', async () => {
    const { thread } = behavingThread();
    const stop = new AbortController();
    setTimeout(() => {
      stop.abort();
    }, 100);
    const options = { ...alone, signal: stop.signal };
    expect(await codeOf(thread, given('hangs', 'x'), options)).toBe('cancelled');
    expect(await codeOf(thread, given('fine', 'x'), options)).toBe('cancelled');
    expect(await codeOf(thread, given('fine', 'x'))).toBe('');
  });

  test('starts with the first file, reads one after the other and ends when it is idle', async () => {
    const { thread, started } = behavingThread({ idleMs: 100 });
    expect(started).toHaveLength(0);
    const both = await Promise.all([
      readAll(thread, given('slow', 'x')),
      readAll(thread, given('fine', 'x')),
    ]);
    expect(both.map((items) => items.length)).toEqual([2, 0]);
    expect(started).toHaveLength(1);
    await new Promise((done) => setTimeout(done, 400));
    expect(started[0]?.threadId).toBe(-1);
    expect(await readAll(thread, given('fine', 'x'))).toEqual([]);
    expect(started).toHaveLength(2);
  });
});

describe('the compiled thread', () => {
  test('reads as the readers do in this one', { timeout: 120_000 }, async () => {
    const root = resolve(import.meta.dirname, '../../../..');
    const outDir = join(root, 'test-results/compiled-reading');
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(root, 'src/archive/importing/reading.worker.ts'),
        outDir,
        target: 'node20',
        rolldownOptions: {
          output: {
            format: 'cjs',
            entryFileNames: 'reading.worker.cjs',
            chunkFileNames: '[name]-[hash].cjs',
          },
        },
      },
    });
    const thread = new ReadingThread({
      startThread: () => startReadingThread(join(outDir, 'reading.worker.cjs')),
    });
    onTestFinished(() => thread.close());

    const pdf = makePdf([textPage([{ text: 'Hello from a PDF', y: 700 }])]);
    expect(releasesOf(await readAll(thread, given('a.pdf', pdf)))[0]?.body).toBe(
      'Hello from a PDF',
    );
    const text = makeExport([post({ id: 1 }), post({ id: 2 })]);
    expect(releasesOf(await readAll(thread, given('a.xml', text)))).toHaveLength(2);
    const zip = makeZip([
      { name: 'a.txt', bytes: 'Hello' },
      { name: '../b.txt', bytes: 'x' },
    ]);
    const here = await readAll(
      new InProcessReading(async () => [zipReader]),
      given('a.zip', new Uint8Array(zip)),
    );
    expect(await readAll(thread, given('a.zip', zip))).toEqual(here);
    expect(await codeOf(thread, given('a.pdf', '%PDF-1.7 and no more'))).toBe('file-damaged');
    // A long text comes taken apart.
    const long = given('long.txt', `${englishRelease}\n${'One more sentence. '.repeat(10_000)}`);
    const [release] = releasesOf(await readAll(thread, long, { ...alone, context }));
    expect(release?.parsed).toEqual(parsePressRelease(release?.body ?? '', context));
    // What nobody wants any more doesn't hold up the next file.
    for await (const item of thread.read(given('b.xml', text), alone)) {
      if (item.kind === 'recognised') continue;
      expect(item.kind).toBe('release');
      break;
    }
    expect(releasesOf(await readAll(thread, given('b.xml', text)))).toHaveLength(2);
  });
});
