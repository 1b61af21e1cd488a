import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ArchiveError } from '../../../../../../src/archive/errors';
import { zipLimits } from '../../../../../../src/archive/importing/readers/zip/zip-budget';
import {
  zipReader,
  zipReaderWith,
} from '../../../../../../src/archive/importing/readers/zip/zip-reader';
import { alone, codeOf, failuresOf, given, readAll, testData } from '../read-all';
import { makeZip, type MadeEntry } from './make-zip';

async function pathsIn(entries: readonly MadeEntry[]): Promise<(string | undefined)[]> {
  const items = await readAll(zipReader, given('a.zip', makeZip(entries)));
  return items.map((item) => (item.kind === 'file' ? item.file.path : item.kind));
}

describe('a ZIP', () => {
  test('gives its files in natural order, with their paths and without what systems put there', async () => {
    const paths = await pathsIn([
      { name: '2022/10.txt', bytes: 'ten' },
      { name: '2022/', bytes: '' },
      { name: '2022/9.txt', bytes: 'nine' },
      { name: '__MACOSX/2022/._9.txt', bytes: 'x' },
      { name: '2022/Thumbs.db', bytes: 'x' },
      { name: '.DS_Store', bytes: 'x' },
    ]);
    expect(paths).toEqual(['2022/9.txt', '2022/10.txt']);
  });

  test('gives the bytes of each in memory of their own', async () => {
    const items = await readAll(
      zipReader,
      given('a.zip', makeZip([{ name: 'a.txt', bytes: 'Hello' }])),
    );
    const [item] = items;
    if (item?.kind !== 'file') throw new Error('no file');
    expect(new TextDecoder().decode(item.file.bytes)).toBe('Hello');
    expect(item.file.name).toBe('a.txt');
    expect(item.file.bytes.buffer.byteLength).toBe(5);
  });

  test('is left to others where it is a document', () => {
    const docx = makeZip([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }]);
    const odt = makeZip([{ name: 'mimetype', method: 0 }, { name: 'content.xml' }]);
    expect(zipReader.recognises(given('a.docx', docx))).toBe(false);
    expect(zipReader.recognises(given('a.odt', odt))).toBe(false);
    expect(zipReader.recognises(given('a.docx', makeZip([{ name: 'a.txt' }])))).toBe(true);
  });

  test.each([
    ['gb18030', ['新闻稿/合作协议签署.txt', '新闻稿/学校照片.jpg']],
    ['cp437', ['Münster/Gespräch über Öl.txt', 'Münster/été.txt']],
    ['utf-8', ['新闻稿/合作.txt', 'été.txt']],
  ])('decodes names in %s that do not say so', async (encoding, names) => {
    const paths = await pathsIn(
      names.map((name) => ({ name: iconv.encode(name, encoding), flags: 0 })),
    );
    expect([...paths].sort()).toEqual([...names].sort());
  });

  test('refuses what leads out, links and locked entries one by one, each by its name', async () => {
    const zip = makeZip([
      { name: '../evil.txt', bytes: 'x' },
      { name: '/etc/cron', bytes: 'x' },
      { name: 'C:\\Windows\\win.ini', bytes: 'x' },
      { name: 'link', bytes: '/etc/passwd', mode: 0o120777 },
      { name: 'locked.txt', bytes: 'x', flags: 0x801 },
      { name: 'odd.txt', bytes: 'x', method: 14 },
      { name: 'lies.txt', bytes: 'longer than it says', declaredSize: 3 },
      { name: 'good.txt', bytes: 'good' },
    ]);
    const items = await readAll(zipReader, given('a.zip', zip));
    expect(items.filter((item) => item.kind === 'file').map((item) => item.file.name)).toEqual([
      'good.txt',
    ]);
    const failures = failuresOf(items);
    expect(failures).toHaveLength(7);
    for (const name of [
      'evil.txt',
      'cron',
      'win.ini',
      'link',
      'locked.txt',
      'odd.txt',
      'lies.txt',
    ]) {
      expect(failures.some((sentence) => sentence.includes(name))).toBe(true);
    }
  });

  test('is opened inside of another, down to the third', async () => {
    const third = makeZip([
      { name: 'deep.txt', bytes: 'deep' },
      { name: 'fourth.zip', bytes: makeZip([{ name: 'x' }]) },
    ]);
    const second = makeZip([{ name: 'third.zip', bytes: third }]);
    const items = await readAll(
      zipReader,
      given('a.zip', makeZip([{ name: 'b/second.zip', bytes: second }])),
    );
    expect(items.map((item) => (item.kind === 'file' ? item.file.path : item.kind))).toEqual([
      'b/second.zip/third.zip/deep.txt',
      'failed',
    ]);
  });

  test('is damaged where it was cut off, and empty where nothing is in it', async () => {
    const zip = makeZip([{ name: 'a.txt', bytes: 'Hello' }]);
    expect(await codeOf(zipReader, given('a.zip', zip.subarray(0, zip.length - 30)))).toBe(
      'file-damaged',
    );
    expect(await codeOf(zipReader, given('a.zip', makeZip([])))).toBe('file-empty');
  });
});

describe('the limits of a ZIP', () => {
  const small = zipReaderWith({
    ...zipLimits,
    entries: 5,
    totalBytes: 5000,
    entryBytes: 3000,
    ratio: 100,
    ratioFromBytes: 1000,
  });

  test('end the reading at too many entries', async () => {
    const entries = Array.from({ length: 6 }, (_, i) => ({ name: `${i}.txt`, bytes: 'x' }));
    expect(await codeOf(small, given('a.zip', makeZip(entries)))).toBe('file-too-complex');
  });

  test('end the reading at too many bytes in all; what was given stays given', async () => {
    const noise = Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 7919) % 251));
    const names = ['a', 'b', 'c'];
    const zip = makeZip(names.map((name) => ({ name, bytes: noise })));
    const seen: string[] = [];
    const reading = async (): Promise<void> => {
      for await (const item of small.read(given('a.zip', zip), alone)) seen.push(item.kind);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'file-too-complex' });
    expect(seen).toEqual(['file', 'file']);
  });

  test.each([
    ['says how large it is', undefined],
    ['says that it is small', 10],
  ])('give up a bomb that %s, and go on', async (_, declaredSize) => {
    const bomb = {
      name: 'bomb.txt',
      bytes: Buffer.alloc(900_000),
      ...(declaredSize && { declaredSize }),
    };
    const zip = makeZip([bomb, { name: 'good.txt', bytes: 'good' }]);
    const reader = zipReaderWith({ ...zipLimits, ratio: 100, ratioFromBytes: 10_000 });
    const items = await readAll(reader, given('a.zip', zip));
    expect(items.map(({ kind }) => kind)).toEqual(['failed', 'file']);
  });
});

test('arbitrary bytes and broken ZIPs end in a file, a sentence or an ArchiveError', async () => {
  const whole = makeZip([
    { name: 'a/b.txt', bytes: 'Hello '.repeat(100) },
    { name: '../c.txt', bytes: 'x' },
    { name: 'd.zip', bytes: makeZip([{ name: 'e.txt', bytes: 'e' }]) },
  ]);
  const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(change, fc.nat(whole.length), async (changes, cut) => {
      const bytes = new Uint8Array(whole);
      for (const [at, value] of changes) bytes[at] = value;
      const file = given('a.zip', cut % 3 === 0 ? bytes.subarray(0, cut) : bytes);
      zipReader.recognises(file);
      try {
        for (const item of await readAll(zipReader, file)) {
          if (item.kind !== 'file') continue;
          expect(item.file.path).not.toMatch(/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i);
          expect(item.file.name).not.toMatch(/[\\/]/);
        }
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(ArchiveError);
      }
    }),
    { numRuns: 300 },
  );
});

const hostile = join(testData, 'hostile/zip');
describe.skipIf(!existsSync(hostile))('the hostile ZIPs of the test data', () => {
  const read = (name: string) =>
    readAll(zipReader, given(name, new Uint8Array(readFileSync(join(hostile, name)))));

  test('give what is good in them and a sentence for the rest', async () => {
    expect((await read('hello.zip')).map(({ kind }) => kind)).toEqual(['file']);
    expect(failuresOf(await read('zip-slip.zip'))).toHaveLength(1);
    expect(failuresOf(await read('symlink-etc-passwd.zip'))).toHaveLength(1);
    expect(failuresOf(await read('wrong-entry-sizes.zip'))).toHaveLength(2);
    expect(failuresOf(await read('derived-flat-bomb-1gib.zip'))).toHaveLength(1);
  });
});
