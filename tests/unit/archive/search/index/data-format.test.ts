import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { IndexFolder } from '../../../../../src/archive/search/index-folder';
import { SearchIndex } from '../../../../../src/archive/search/search-index';
import { tempFolder } from '../../../../support/temp-folder';
import { document } from '../documents';

/** A reader of a segment made by `docs/data-format.md` alone. */
class Stranger {
  readonly #file: Buffer;
  readonly #start: number;
  readonly header: {
    readonly format: number;
    readonly counts: Readonly<Record<string, number>>;
    readonly sections: readonly Readonly<
      Record<'offset' | 'length' | 'crc32', number> & { name: string }
    >[];
  };

  constructor(file: Buffer) {
    const length = file.readUInt32LE(8);
    const json = file.subarray(16, 16 + length);
    if (crc32(json) !== file.readUInt32LE(12)) throw new Error('damaged header');
    this.#file = file;
    this.#start = Math.ceil((16 + length) / 8) * 8;
    this.header = JSON.parse(json.toString('utf8')) as Stranger['header'];
  }

  section(name: string): Buffer {
    const section = this.header.sections.find((each) => each.name === name);
    if (section === undefined) throw new Error(`no ${name}`);
    const from = this.#start + section.offset;
    const bytes = this.#file.subarray(from, from + section.length);
    if (crc32(bytes) !== section.crc32) throw new Error(`damaged ${name}`);
    return bytes;
  }

  u32(name: string): number[] {
    const bytes = this.section(name);
    return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4));
  }

  texts(offsets: string, name: string): string[] {
    return this.stretches(offsets, name).map((bytes) => bytes.toString('utf8'));
  }

  stretches(offsets: string, name: string): Buffer[] {
    const bytes = this.section(name);
    const starts = this.u32(offsets);
    return starts.slice(1).map((end, at) => bytes.subarray(starts[at], end));
  }
}

function varints(bytes: Buffer): number[] {
  const numbers: number[] = [];
  let [value, place] = [0, 1];
  for (const byte of bytes) {
    value += (byte & 127) * place;
    place *= 128;
    if (byte > 127) continue;
    numbers.push(value);
    [value, place] = [0, 1];
  }
  return numbers;
}

it('a segment is what the data format says of it', async () => {
  const folder = new IndexFolder(join(await tempFolder(), 'search'));
  const index = new SearchIndex(folder);
  index.put(
    document('release-b', {
      headline: 'Résumé',
      body: 'signed 华为, 校',
      captions: ['the mast', 'mast'],
      tags: ['5G', 'Sport'],
      publicationDate: '2022-08-04',
      status: 'withdrawn',
      language: 'zh',
      hasPhotos: true,
      stamp: 4_000_000_000,
    }),
  );
  index.put(document('release-a', { body: 'signs signing', partnerIds: ['p1'], inTrash: true }));
  await index.settle();
  index.close();

  const file = await readFile(join(folder.path, 'segment-1.idx'));
  expect(file.toString('latin1', 0, 8)).toBe('PRESSIDX');
  const segment = new Stranger(file);
  expect(segment.header).toMatchObject({ format: 1, counts: { documents: 2 } });
  expect(segment.texts('idOffsets', 'ids')).toEqual(['release-b', 'release-a']);
  expect(segment.u32('idOrder')).toEqual([1, 0]);
  expect(segment.u32('stamps')).toEqual([4_000_000_000, 1]);
  expect(segment.u32('dates')).toEqual([20220804, 0]);
  expect([...segment.section('traits')]).toEqual([2 | (1 << 2) | (1 << 5), 1 | (1 << 4)]);
  expect(segment.u32('tagOffsets')).toEqual([0, 2, 2]);
  expect(segment.u32('tagValues')).toEqual([0, 1]);
  expect(JSON.parse(segment.section('tagTexts').toString())).toEqual(['5G', 'Sport']);
  expect(segment.u32('partnerOffsets')).toEqual([0, 0, 1]);

  const terms = segment.texts('termOffsets', 'terms');
  expect(terms).toEqual([...terms].sort());
  for (const term of [
    'sign',
    '华为',
    '华',
    '校',
    '\u0001cmast',
    '\u0001g5g',
    '\u0002resume\u0002résumé',
  ]) {
    expect(terms).toContain(term);
  }
  for (const term of ['为校', '\u0001isign']) expect(terms).not.toContain(term);
  const sign = terms.indexOf('sign');
  expect(segment.u32('documentFrequencies')[sign]).toBe(2);
  const postings = varints(
    segment.stretches('postingOffsets', 'postings')[sign] ?? Buffer.alloc(0),
  );
  const found: number[] = [];
  for (let at = 0; at < postings.length;) {
    const [slot = 99, count = 0] = postings.slice(at, at + 2);
    expect(slot).toBeLessThan(16);
    let document = 0;
    for (const distance of postings.slice(at + 2, at + 2 + count)) {
      document += distance;
      found.push(document);
    }
    at += 2 + count;
  }
  expect(found.sort()).toEqual([0, 1]);

  const words = segment.texts('wordOffsets', 'words');
  const [ids, ranks, wordTerms] = ['wordIds', 'ranks', 'wordTerms'].map((name) =>
    segment.u32(name),
  );
  ids?.forEach((id, place) => expect(ranks?.[id - 16]).toBe(place));
  expect(wordTerms?.[words.indexOf('signing')]).toBe(sign);
  expect(wordTerms?.[words.indexOf('华')]).toBe(2 ** 32 - 1);
  const read = segment
    .stretches('tokenOffsets', 'tokens')
    .map((bytes) => varints(bytes).map((id) => (id < 16 ? id : words[ranks?.[id - 16] ?? -1])));
  expect(read[0]).toEqual(
    [
      [1, 'resume'],
      [3, 'the', 'mast', 0, 'mast'],
      [7, '5g', 0, 'sport'],
      [9, 'signed', '华', '为', 0, '校'],
    ].flat(),
  );
  expect(read[1]).toEqual([9, 'signs', 'signing']);
  expect(segment.texts('textOffsets', 'texts')).toEqual([
    ['Résumé', '', 'the mast\u001fmast', '', '', '', '5G\u001fSport', '', 'signed 华为, 校'].join(
      '\u001e',
    ),
    ['', '', '', '', '', '', '', '', 'signs signing'].join('\u001e'),
  ]);
});
