import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextPieces } from '../../../../../../src/archive/search/index/building/text-pieces';

it('texts stay as they were written, whatever is written later', () => {
  // Some of them are longer than the memory that is taken at once.
  const anyText = fc
    .tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom(1, 1, 1, 50_000))
    .map(([text, times]) => text.repeat(times));
  fc.assert(
    fc.property(
      fc.array(fc.array(anyText, { maxLength: 4 }), { maxLength: 6 }),
      fc.boolean(),
      (batches, isShared) => {
        const pieces = new TextPieces(isShared);
        const taken = batches.map((texts) => {
          const whole = texts.join('');
          if (!pieces.hasRoom(whole.length)) pieces.makeRoom(whole.length);
          for (const text of texts) pieces.write(text);
          expect(pieces.length).toBe(Buffer.byteLength(whole));
          return pieces.take();
        });
        taken.forEach((bytes, number) => {
          const whole = Buffer.from((batches[number] ?? []).join(''));
          expect(whole.equals(bytes)).toBe(true);
          if (whole.length === 0) return;
          expect(bytes.buffer instanceof SharedArrayBuffer).toBe(isShared);
        });
      },
    ),
    { numRuns: 60 },
  );
});
