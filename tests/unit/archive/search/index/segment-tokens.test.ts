import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { SegmentSource } from '../../../../../src/archive/search/index/segment-sections';
import { SegmentTokens } from '../../../../../src/archive/search/index/segment-tokens';

const documents = 2_000;
const perDocument = 1_500;

/** So many documents of `perDocument` bytes, each with bytes of its own; notes what is read. */
function source(broken = false): { readonly file: SegmentSource; readonly reads: number[] } {
  const bytes = new Uint8Array(documents * perDocument);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(at / perDocument) & 127;
  const reads: number[] = [];
  const file = {
    numbers: () => Uint32Array.from({ length: documents + 1 }, (_, at) => at * perDocument),
    length: () => bytes.length,
    slice: (_: string, start: number, end: number, room?: Uint8Array) => {
      if (broken && end - start > perDocument) throw new Error('EIO');
      reads.push(end - start);
      if (room === undefined) return bytes.slice(start, end);
      room.set(bytes.subarray(start, end));
      return room;
    },
  };
  return { file: file as unknown as SegmentSource, reads };
}

function textOf(tokens: SegmentTokens, document: number): string {
  return tokens.of(document);
}

function expected(document: number): string {
  return String.fromCharCode(document & 127).repeat(perDocument);
}

describe('tokens of a segment', () => {
  test('are the same before, while and after all are read', async () => {
    const { file, reads } = source();
    const tokens = new SegmentTokens(file);
    for (let round = 0; round < 3; round += 1) {
      for (let document = 0; document < documents; document += 7) {
        if (document % 140 === 0) await turn();
        expect(textOf(tokens, document)).toBe(expected(document));
      }
    }
    expect(tokens.byteCounts).not.toBeNull();
    const before = reads.length;
    expect(textOf(tokens, 1_999)).toBe(expected(1_999));
    expect(reads).toHaveLength(before);
  });

  test('are never read all at once while one after the other is asked for', async () => {
    const { file, reads } = source();
    const tokens = new SegmentTokens(file);
    for (let document = 0; document < 1_000; document += 1) textOf(tokens, document);
    while (tokens.byteCounts === null) await turn();
    expect(Math.max(...reads)).toBeLessThanOrEqual(1 << 20);
  });

  test('are all there at once for whoever needs them', () => {
    const tokens = new SegmentTokens(source().file);
    const all = tokens.all();
    expect(all?.tokens).toHaveLength(documents * perDocument);
    expect(tokens.offsets).toHaveLength(documents + 1);
    expect(all?.text(1)).toBe(expected(1));
  });

  test('of a closed segment are read no further', async () => {
    const { file, reads } = source();
    const tokens = new SegmentTokens(file);
    for (let document = 0; document < 500; document += 1) textOf(tokens, document);
    tokens.close();
    const before = reads.length;
    for (let at = 0; at < 20; at += 1) await turn();
    expect(reads).toHaveLength(before);
    expect(tokens.byteCounts).toBeNull();
  });

  test('are read one by one as before where the rest of the file is unreadable', async () => {
    const tokens = new SegmentTokens(source(true).file);
    for (let document = 0; document < 500; document += 1) textOf(tokens, document);
    for (let at = 0; at < 5; at += 1) await turn();
    expect(textOf(tokens, 3)).toBe(expected(3));
    expect(() => tokens.all()).toThrow('EIO');
  });
});
