import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeSegment,
  SegmentDamaged,
  SegmentFile,
} from '../../../../../src/archive/search/index/segment-file';
import {
  sectionNames,
  type SectionName,
  type SegmentData,
} from '../../../../../src/archive/search/index/segment-sections';
import { tempFolder } from '../../../../support/temp-folder';

function dataOf(bytes: (name: SectionName, number: number) => readonly Uint8Array[]): SegmentData {
  const sections = Object.fromEntries(
    sectionNames.map((name, number) => [name, bytes(name, number)]),
  ) as unknown as SegmentData['sections'];
  return { counts: { documents: 3, terms: 5, words: 7 }, sections, sums: {} };
}

/** Sections of eight to 36 bytes, all different, in two pieces each. */
const different = dataOf((name, number) => {
  const length = 4 * (2 + (number % 8));
  const bytes = Uint8Array.from({ length }, (_, at) => crc32(`${name} ${at}`) % 256);
  return [bytes.subarray(0, 3), bytes.subarray(3)];
});

async function write(data: SegmentData): Promise<string> {
  const path = join(await tempFolder(), 'segment-1.idx');
  await writeFile(path, Buffer.concat(encodeSegment(data)));
  return path;
}

function checked(file: SegmentFile, name: SectionName): boolean {
  const checking = file.check(name);
  for (let step = checking.next(); ; step = checking.next())
    if (step.done === true) return step.value;
}

function withFile<T>(path: string, use: (file: SegmentFile) => T): T {
  const file = new SegmentFile(path);
  try {
    return use(file);
  } finally {
    file.close();
  }
}

describe('a segment file', () => {
  it('gives every section back, whole and in part, and says that it is whole', async () => {
    const path = await write(different);
    withFile(path, (file) => {
      expect(file.counts).toEqual({ documents: 3, terms: 5, words: 7 });
      for (const name of sectionNames) {
        const expected = Buffer.concat(different.sections[name]);
        expect(file.length(name)).toBe(expected.length);
        // In part first: afterwards the whole is in memory.
        expect(Buffer.from(file.slice(name, 1, 3))).toEqual(expected.subarray(1, 3));
        expect(Buffer.from(file.bytes(name))).toEqual(expected);
        expect(Buffer.from(file.slice(name, 1, 3))).toEqual(expected.subarray(1, 3));
        expect(Array.from(file.numbers(name))).toEqual(
          Array.from({ length: expected.length / 4 }, (_, at) => expected.readUInt32LE(at * 4)),
        );
        expect(checked(file, name)).toBe(true);
      }
    });
  });

  it('holds sections of any length, none included', async () => {
    const piece = fc.uint8Array({ maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(piece, { maxLength: 3 }), {
          minLength: sectionNames.length,
          maxLength: sectionNames.length,
        }),
        async (all) => {
          const path = await write(dataOf((_, number) => all[number] ?? []));
          withFile(path, (file) => {
            sectionNames.forEach((name, number) => {
              expect(Buffer.from(file.bytes(name))).toEqual(Buffer.concat(all[number] ?? []));
              expect(file.bytes(name).byteOffset % 8).toBe(0);
              expect(checked(file, name)).toBe(true);
            });
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each(sectionNames)('tells damage of %s', async (name) => {
    const path = await write(different);
    const bytes = await readFile(path);
    const section = Buffer.concat(different.sections[name]);
    const at = bytes.indexOf(section);
    expect(at % 8).toBe(0);
    bytes[at + section.length - 1] = (bytes[at + section.length - 1] ?? 0) ^ 1;
    await writeFile(path, bytes);
    withFile(path, (file) => {
      expect(() => file.bytes(name)).toThrow(`is damaged at "${name}"`);
      expect(() => file.bytes(name)).toThrow(SegmentDamaged);
      for (const other of sectionNames) expect(checked(file, other)).toBe(other !== name);
    });
  });

  it('refuses a file that is cut off anywhere, or goes on behind its end', async () => {
    const path = await write(different);
    const bytes = await readFile(path);
    for (let length = 0; length < bytes.length; length += 9) {
      await truncate(path, length);
      expect(() => new SegmentFile(path)).toThrow(SegmentDamaged);
      await writeFile(path, bytes);
    }
    await writeFile(path, Buffer.concat([bytes, Buffer.of(0)]));
    expect(() => new SegmentFile(path)).toThrow(SegmentDamaged);
  });

  it('refuses another format, and a file that is none', async () => {
    const path = await write(different);
    const bytes = await readFile(path);
    const length = bytes.readUInt32LE(8);
    bytes.write('{"format":9', 16);
    bytes.writeUInt32LE(crc32(bytes.subarray(16, 16 + length)), 12);
    await writeFile(path, bytes);
    expect(() => new SegmentFile(path)).toThrow('has format 9');
    await writeFile(path, 'Something else altogether.');
    expect(() => new SegmentFile(path)).toThrow("doesn't begin as");
  });
});
