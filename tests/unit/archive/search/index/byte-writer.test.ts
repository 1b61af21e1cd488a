import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter, Varints } from '../../../../../src/archive/search/index/byte-writer';
import { NumberUnits } from '../../../../../src/archive/search/index/number-units';
import { TokenReader } from '../../../../../src/archive/search/index/token-bytes';

describe('varints', () => {
  it('are read as they were written, one behind the other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x7fffffff })), (numbers) => {
        const writer = new ByteWriter(1);
        for (const number of numbers) writer.varint(number);
        const reader = new TokenReader(writer.view().toString('latin1'), 0);
        expect(numbers.map(() => reader.next())).toEqual(numbers);
        expect(reader.at).toBe(writer.length);
      }),
    );
  });

  it('take seven bits a byte, the lowest first', () => {
    const writer = new ByteWriter();
    for (const number of [0, 127, 128, 300, 0xffffffff]) writer.varint(number);
    expect([...writer.view()]).toEqual(
      [[0], [0x7f], [0x80, 1], [0xac, 2], [0xff, 0xff, 0xff, 0xff, 0x0f]].flat(),
    );
  });

  it('are written of units in which the largest numbers take two', () => {
    const numbers = [0, 0xf7ff, 0xf800, 0xffff, 0x10000, 0x12345, (1 << 27) - 1];
    const units = new NumberUnits();
    units.append(Uint32Array.from(numbers), numbers.length);
    const writer = new ByteWriter();
    for (let at = 0; at < units.length; at += 1) {
      const unit = units.values[at] ?? 0;
      const next = units.values[at + 1] ?? 0;
      if (unit < 0xf800) writer.varint(unit);
      else writer.varint(((unit - 0xf800) << 16) | next);
      if (unit >= 0xf800) at += 1;
    }
    const expected = new ByteWriter();
    for (const number of numbers) expected.varint(number);
    expect([...writer.view()]).toEqual([...expected.view()]);
  });

  it('become those of other numbers as a table says', () => {
    const edges = [0, 1, 127, 128, 16_383, 16_384, (1 << 21) - 1, 1 << 21, 0x7fffffff];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...edges), fc.nat()), { minLength: 1, maxLength: 300 }),
        fc.array(fc.nat()),
        (table, places) => {
          const indexes = places.map((place) => place % table.length);
          const units = new NumberUnits();
          units.append(Uint32Array.of(1), 1);
          units.append(Uint32Array.from(indexes), indexes.length);
          const expected = new ByteWriter();
          for (const index of indexes) expected.varint(table[index] ?? 0);
          const varints = new Varints(table.length, (index) => table[index] ?? 0);
          const writer = new ByteWriter(1);
          writer.translated(units.copy(), 1, units.length, varints);
          expect([...writer.view()]).toEqual([...expected.view()]);
        },
      ),
    );
  });

  it('end with the bytes where those are damaged', () => {
    const reader = new TokenReader('\xff'.repeat(7), 0);
    for (let count = 0; count < 3; count += 1) reader.next();
    expect(reader.at).toBeGreaterThanOrEqual(7);
  });
});

it('texts of any length and script stand behind one another as UTF-8', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.integer({ min: 1, max: 64 }),
      (texts, room) => {
        const whole = Buffer.from(texts.join(''), 'utf8');
        const writer = new ByteWriter(room);
        for (const text of texts) writer.text(text);
        expect(writer.view().equals(whole)).toBe(true);
      },
    ),
  );
});
