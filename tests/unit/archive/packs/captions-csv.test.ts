import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../../../src/archive/packs/export/captions-csv';

/** A reader of RFC 4180, strict about CRLF. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  while (cells.lastIndex < text.length) {
    const match = cells.exec(text);
    if (match === null) throw new Error('no CSV');
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

test('begins with a byte-order mark and ends its lines with CRLF', () => {
  expect(
    csv([
      ['文件', 'a'],
      ['1', 'x,"y"'],
    ]),
  ).toBe('\ufeff文件,a\r\n1,"x,""y"""\r\n');
});

test.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '＝1'])(
  'makes the cell %j harmless',
  (cell) => {
    expect(parse(csv([[cell]]).slice(1))).toEqual([[`'${cell}`]]);
  },
);

test('keeps every cell through a reader', () => {
  const cell = fc.string({ unit: 'grapheme' }).map((text) => `x${text}`);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 })), (rows) => {
      expect(parse(csv(rows).slice(1))).toEqual(rows);
    }),
  );
});

test('lets no cell begin like a formula', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n'),
      fc.string(),
      (start, rest) => {
        expect(parse(csv([[start + rest]]).slice(1))[0]?.[0]).toBe(`'${start}${rest}`);
      },
    ),
  );
});
