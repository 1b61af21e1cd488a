import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeRelativePath } from '../../../../../src/archive/importing/batch/safe-name';

describe('a name from elsewhere', () => {
  it('keeps its folders and loses what leads out of them', () => {
    expect(safeRelativePath('2021/notes.txt')).toBe('2021/notes.txt');
    expect(safeRelativePath('../../etc/passwd')).toBe('etc/passwd');
    expect(safeRelativePath('/absolute\\and\\back.txt')).toBe('absolute/and/back.txt');
    expect(safeRelativePath('C:\\boot.ini')).toBe('C_/boot.ini');
    expect(safeRelativePath('...')).toBe('_');
  });

  it('is one that Windows can hold', () => {
    expect(safeRelativePath('CON')).toBe('_CON');
    expect(safeRelativePath('aux.txt')).toBe('_aux.txt');
    expect(safeRelativePath('what? a "name": <x>|y*.md ')).toBe('what_ a _name__ _x__y_.md');
    expect(safeRelativePath('ends with a dot.')).toBe('ends with a dot');
  });

  it('stays inside and short, whatever it was', () => {
    const folder = resolve('/inside');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (name) => {
        const safe = safeRelativePath(name);
        expect(join(folder, safe).startsWith(`${folder}${sep}`)).toBe(true);
        for (const part of safe.split('/')) expect(Buffer.byteLength(part)).toBeLessThan(200);
      }),
    );
  });
});
