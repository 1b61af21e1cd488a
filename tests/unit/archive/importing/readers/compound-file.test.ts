import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompoundFile } from '../../../../../src/archive/importing/readers/compound/compound-file';
import { compoundOf } from './make-compound';

const files = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.integer({ min: 4000, max: 9000 }).map((length) => new Uint8Array(length).fill(length % 251)),
  ),
  { maxKeys: 12, noNullPrototype: true },
);

describe('a compound file', () => {
  it('gives its streams byte for byte, those within folders too', () => {
    fc.assert(
      fc.property(files, files, (outer, inner) => {
        const compound = new CompoundFile(compoundOf({ ...outer, FOLDER: inner }));
        for (const [name, bytes] of Object.entries(outer)) {
          expect(compound.stream(name.toUpperCase())?.equals(bytes)).toBe(true);
        }
        for (const [name, bytes] of Object.entries(inner)) {
          expect(compound.stream('folder', name)?.equals(bytes)).toBe(true);
        }
        expect(compound.stream('folder')).toBeNull();
        expect(compound.stream('no such stream')).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('gives of a damaged file at most a few times as much as there is, or throws', () => {
    const whole = compoundOf({
      a: new Uint8Array(9000),
      b: new Uint8Array(100),
      c: { d: new Uint8Array(70) },
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 }),
        fc.nat(whole.length),
        (changes, length) => {
          const bytes = Buffer.from(whole.subarray(0, length));
          for (const [at, value] of changes) if (at < length) bytes[at] = value;
          let compound: CompoundFile;
          try {
            compound = new CompoundFile(bytes);
          } catch {
            return;
          }
          try {
            let total = 0;
            for (const entry of compound.root.children.values())
              total += compound.read(entry).length;
            expect(total).toBeLessThan(length * 4 + 2_000_000);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(Error);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
