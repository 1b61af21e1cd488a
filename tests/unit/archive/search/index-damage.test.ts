import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { piecewiseSections } from '../../../../src/archive/search/index/segment-sections';
import { content } from '../../../support/samples';
import {
  answersOf,
  indexFiles,
  keptArchive,
  opened,
  rebuiltAnswersOf,
  searchFolder,
} from './kept-index';

interface SegmentHeader {
  readonly sections: readonly { name: string; offset: number; length: number }[];
}

/** Where a section lies in a segment file. */
function sectionOf(
  file: Buffer,
  name: string,
): { readonly start: number; readonly length: number } {
  const headerLength = file.readUInt32LE(8);
  const header = JSON.parse(file.toString('utf8', 16, 16 + headerLength)) as SegmentHeader;
  const first = Math.ceil((16 + headerLength) / 8) * 8;
  const section = header.sections.find((entry) => entry.name === name);
  if (section === undefined) throw new Error(`There is no section ${name}.`);
  return { start: first + section.offset, length: section.length };
}

async function segmentOf(folder: string): Promise<string> {
  const names = [...(await indexFiles(folder)).keys()].filter((name) => name.endsWith('.idx'));
  expect(names).toHaveLength(1);
  return join(searchFolder(folder), names[0] ?? '');
}

async function alter(path: string, change: (bytes: Buffer) => void): Promise<void> {
  const bytes = await readFile(path);
  change(bytes);
  await writeFile(path, bytes);
}

async function alterSection(
  path: string,
  name: string,
  change: (bytes: Buffer) => void,
): Promise<void> {
  await alter(path, (bytes) => {
    const { start, length } = sectionOf(bytes, name);
    change(bytes.subarray(start, start + length));
  });
}

/** Opened, it answers rightly by an index that was made anew, and is whole the next time. */
async function expectMadeAnew(folder: string): Promise<void> {
  const { archive, progress } = await opened(folder);
  const answers = await answersOf(archive);
  expect(progress.at(-1)?.finished).toBe(true);
  expect((await archive.verify()).problems).toEqual([]);
  await archive.close();
  expect(answers).toEqual(await rebuiltAnswersOf(folder));
  const again = await opened(folder);
  expect(await answersOf(again.archive)).toEqual(answers);
  expect(again.progress).toEqual([]);
}

const flip = (bytes: Buffer): void => {
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
};
const zero = (bytes: Buffer): void => {
  bytes.fill(0);
};

describe('an index whose files are damaged while the archive is closed', () => {
  // Of the other sections `segment-file.test.ts` says that their damage is seen.
  it.each(['termOffsets', 'dates', 'personValues'])(
    'is made anew when a question needs what is damaged: %s',
    async (section) => {
      const folder = await keptArchive();
      await alterSection(await segmentOf(folder), section, flip);
      await expectMadeAnew(folder);
    },
  );

  it('is made anew when a change needs what is damaged', async () => {
    const folder = await keptArchive();
    await alterSection(await segmentOf(folder), 'idOrder', flip);
    const { archive, progress } = await opened(folder);
    await archive.search.ready();
    expect(progress).toEqual([]);
    await archive.releases.file(
      content({ headline: 'One more on tidal energy', body: 'Short.' }),
      null,
    );
    await answersOf(archive);
    expect(progress.at(-1)?.finished).toBe(true);
  });

  it('is made anew a moment later where nobody needs what is damaged', async () => {
    const folder = await keptArchive();
    await alterSection(await segmentOf(folder), 'stamps', flip);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { archive, progress } = await opened(folder);
    await answersOf(archive);
    expect(progress).toEqual([]);
    vi.runOnlyPendingTimers();
    vi.useRealTimers();
    await vi.waitFor(() => {
      expect(progress.at(-1)?.finished).toBe(true);
    });
    expect((await archive.verify()).problems).toEqual([]);
  });

  it.each([
    ['empty', 0],
    ['only a beginning', 10],
    ['only a part of the header', 100],
    ['cut in the middle', 0.5],
    ['without its last byte', -1],
  ])('is made anew where the segment is %s', async (_, kept) => {
    const folder = await keptArchive();
    const path = await segmentOf(folder);
    const { length } = await readFile(path);
    const left = kept < 0 ? length + kept : kept > 0 && kept < 1 ? Math.floor(length * kept) : kept;
    await truncate(path, left);
    await expectMadeAnew(folder);
  });

  it.each([
    ['its first bytes', 0, 8],
    ['the length of its header', 8, 12],
    ["its header's checksum", 12, 16],
    ['its header', 16, 64],
    ['all of it', 0, Infinity],
  ])('is made anew where zeros stand in place of %s', async (_, from, to) => {
    const folder = await keptArchive();
    await alter(await segmentOf(folder), (bytes) =>
      bytes.fill(0, from, Math.min(to, bytes.length)),
    );
    await expectMadeAnew(folder);
  });

  it.each([
    ['empty', (): string => ''],
    ['cut', (text: string): string => text.slice(0, 60)],
    ['altered', (text: string): string => text.replace('"position":', '"position":1')],
    ['of zeros', (text: string): string => '\u0000'.repeat(text.length)],
  ])('is made anew where the manifest is %s', async (_, change) => {
    const folder = await keptArchive();
    const path = join(searchFolder(folder), 'manifest.json');
    await writeFile(path, change(await readFile(path, 'utf8')));
    await expectMadeAnew(folder);
  });
});

describe('damage in what is only read when it is needed', () => {
  const ways = [...piecewiseSections].flatMap((section) => [
    [section, 'a flipped bit', flip] as const,
    [section, 'zeros', zero] as const,
    [section, 'ones', (bytes: Buffer): void => void bytes.fill(0xff)] as const,
  ]);

  it.each(ways)('is found and mended by checking: %s, %s', async (section, _, change) => {
    const folder = await keptArchive();
    const path = await segmentOf(folder);
    await alterSection(path, section, change);
    const { archive, progress } = await opened(folder);
    // Nobody knows of it yet; whatever is answered, it is answered.
    await answersOf(archive);
    expect(progress).toEqual([]);
    const { problems } = await archive.verify();
    expect(problems).toEqual([
      {
        kind: 'changed',
        path: `cache/search/${path.slice(searchFolder(folder).length + 1)}`,
        message: 'A file of the search index was damaged; the index was made anew.',
      },
    ]);
    expect(await answersOf(archive)).toEqual(await rebuiltAnswersOf(folder));
    expect((await archive.verify()).problems).toEqual([]);
  });

  it('is not said to be mended by somebody who may only read', async () => {
    const folder = await keptArchive();
    const path = await segmentOf(folder);
    await alterSection(path, 'texts', flip);
    const before = await indexFiles(folder);
    const { archive } = await opened(folder, { readOnly: true });
    const { problems } = await archive.verify();
    expect(problems).toMatchObject([
      {
        kind: 'changed',
        message: expect.stringContaining('is damaged; it is made anew when') as string,
      },
    ]);
    await archive.close();
    expect(await indexFiles(folder)).toEqual(before);
  });
});
