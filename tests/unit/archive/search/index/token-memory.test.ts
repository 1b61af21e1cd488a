import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasSequence,
  sequenceOf,
  tokenBytes,
  tokenTextOf,
  type Sequence,
} from '../../../../../src/archive/search/index/token-bytes';
import { TokenMemory } from '../../../../../src/archive/search/index/token-memory';
import type { Token } from '../../../../../src/archive/search/text-analysis';

const token = (text: string): Token => ({
  ...{ kind: 'word', text, accented: null, start: 0, end: 0 },
  ...{ joined: false, hyphened: false },
});

/** Ids of one byte to four that have bytes in common. */
const anyId = fc.constantFrom(20, 21, 130, 148, 276, 277, 2708, 2_686_996, 2_687_000, 44_000_276);
/** A document begins with the mark of a field; some are longer than what is looked at at once. */
const anyDocument = fc
  .oneof(fc.array(anyId, { maxLength: 12 }), fc.array(anyId, { minLength: 20, maxLength: 90 }))
  .map((ids) => [1, ...ids].map(tokenBytes).join(''));
const anyDocuments = fc.array(anyDocument, { minLength: 1, maxLength: 80 });

function memoryOf(texts: readonly string[]): TokenMemory {
  const offsets = new Uint32Array(texts.length + 1);
  texts.forEach((text, at) => (offsets[at + 1] = (offsets[at] ?? 0) + text.length));
  const all = Buffer.from(texts.join(''), 'latin1');
  const memory = new TokenMemory(all.length, offsets);
  memory.tokens.set(all);
  return memory;
}

function sequenceWith(ids: readonly number[], counts: Uint32Array | null): Sequence {
  const tokens = ids.map((id) => token(String(id)));
  const sequence = sequenceOf(tokens, ({ text }) => Number(text), counts);
  if (sequence === null) throw new Error('no sequence');
  return sequence;
}

describe('tokens in memory', () => {
  it('keeps the documents that have a sequence, whether all are candidates or few', () => {
    fc.assert(
      fc.property(
        anyDocuments,
        fc.array(anyId, { maxLength: 3 }),
        fc.array(fc.nat({ max: 400 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 8 }),
        (texts, wanted, frequent, step) => {
          // How often bytes come decides where looking for a sequence begins.
          const counts = new Uint32Array(256);
          for (const byte of frequent) counts[byte & 0xff] = byte;
          const sequence = sequenceWith(wanted, counts);
          const candidates = Uint32Array.from(texts.keys()).filter((at) => at % step === 0);
          const having = [...candidates].filter((at) => {
            const text = texts[at] ?? '';
            return hasSequence(text, 0, text.length, sequence);
          });
          const memory = memoryOf(texts);
          expect([...candidates].filter((at) => memory.has(at, sequence))).toEqual(having);
          const left = memory.sift(candidates, candidates.length, sequence);
          expect([...candidates.subarray(0, left)]).toEqual(having);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('looks for sequences of any length', () => {
    const ids = Array.from({ length: 5_000 }, (_, at) => 20 + at);
    const memory = memoryOf([ids.slice(1), ids, [...ids, 20]].map(textOf));
    const candidates = Uint32Array.of(0, 1, 2);
    for (const wanted of [[], ids, ids.slice(0, 2_100)]) {
      const left = memory.sift(
        candidates.fill(0).map((_, at) => at),
        3,
        sequenceWith(wanted, null),
      );
      expect(left).toBe(wanted.length === 0 ? 3 : 2);
    }
  });

  it('finds the places of a token, and what lies between', () => {
    fc.assert(
      fc.property(anyDocuments, anyId, fc.nat({ max: 9 }), (texts, wanted, most) => {
        const memory = memoryOf(texts);
        memory.expect([...texts.keys()]);
        texts.forEach((text, document) => {
          const [places, expected]: [number[], number[]] = [[7], [7]];
          const found = memory.tokenText(document);
          const simple = tokenTextOf(text);
          for (const all of [true, false]) {
            found.find(tokenBytes(wanted), places, all);
            simple.find(tokenBytes(wanted), expected, all);
          }
          expect(places).toEqual(expected);
          const [first = 0, last = text.length] = [places[1], places.slice(1).at(-1)];
          expect(found.tokensBetween(first, last, most)).toBe(
            simple.tokensBetween(first, last, most),
          );
        });
      }),
      { numRuns: 400 },
    );
  });

  it('finds a token that stands in one document thousands of times', () => {
    const memory = memoryOf([textOf([20]), textOf(Array.from({ length: 5_000 }, () => 2708))]);
    const places: number[] = [];
    memory.tokenText(1).find(tokenBytes(2708), places, true);
    expect(places).toEqual(Array.from({ length: 5_000 }, (_, at) => 1 + 2 * at));
  });
});

function textOf(ids: readonly number[]): string {
  return [1, ...ids].map(tokenBytes).join('');
}
