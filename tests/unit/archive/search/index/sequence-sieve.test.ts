import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siftTokens } from '../../../../../src/archive/search/index/sequence-sieve';
import {
  hasSequence,
  sequenceOf,
  tokenBytes,
} from '../../../../../src/archive/search/index/token-bytes';
import type { Token } from '../../../../../src/archive/search/text-analysis';

const token = (text: string): Token => ({
  ...{ kind: 'word', text, accented: null, start: 0, end: 0 },
  ...{ joined: false, hyphened: false },
});

/** Ids of one byte and of two that have a byte in common. */
const anyId = fc.constantFrom(20, 21, 130, 148, 276, 277, 2708);
/** A document begins with the mark of a field. */
const anyDocument = fc.array(anyId, { maxLength: 12 }).map((ids) => [1, ...ids]);

describe('sifting documents by a sequence', () => {
  it('keeps those that have it, whether all are candidates or few', () => {
    fc.assert(
      fc.property(
        fc.array(anyDocument, { minLength: 1, maxLength: 20 }),
        fc.array(anyId, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat({ max: 400 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 8 }),
        (documents, wanted, frequent, step) => {
          const texts = documents.map((ids) => ids.map(tokenBytes).join(''));
          const offsets = new Uint32Array(texts.length + 1);
          texts.forEach((text, at) => (offsets[at + 1] = (offsets[at] ?? 0) + text.length));
          // How often bytes come decides where looking for a sequence begins.
          const counts = new Uint32Array(256);
          for (const byte of frequent) counts[byte & 0xff] = byte;
          const tokens = wanted.map((id) => token(String(id)));
          const sequence = sequenceOf(tokens, ({ text }) => Number(text), counts);
          if (sequence === null) throw new Error('no sequence');
          const candidates = Uint32Array.from(texts.keys()).filter((at) => at % step === 0);
          const having = [...candidates].filter((at) => {
            const text = texts[at] ?? '';
            return hasSequence(text, 0, text.length, sequence);
          });
          const all = texts.join('');
          const left = siftTokens(candidates, candidates.length, all, offsets, sequence);
          expect([...candidates.subarray(0, left)]).toEqual(having);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
