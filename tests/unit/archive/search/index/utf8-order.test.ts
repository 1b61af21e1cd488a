import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inUtf8Order } from '../../../../../src/archive/search/index/utf8-order';

it('the order of texts is that of their UTF-8 bytes, and equal ones keep theirs', () => {
  const piece = fc.constantFrom(
    ...['', 'a', 'z', '0', '9', 'announce', 'press', '\u0000', '\u0001a', '\u0002', '\u0003', ' '],
    ...['&', '.', '@', 'A', '_', '{', 'é', '华', '\uffff', '𠮷'],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 9 }),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
      const expected = texts
        .map((one, place) => ({ bytes: Buffer.from(one, 'utf8'), place }))
        .sort((a, b) => Buffer.compare(a.bytes, b.bytes) || a.place - b.place)
        .map(({ place }) => place);
      expect([...inUtf8Order(texts)]).toEqual(expected);
    }),
    { numRuns: 1_000 },
  );
});
