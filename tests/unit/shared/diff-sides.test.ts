import { describe, expect, it } from 'vitest';
import { diffText } from '../../../src/archive/history/diff-text';
import { sideRows, unmarkedRows } from '../../../src/shared/diff-sides';
import type { DiffPiece } from '../../../src/shared/release-history';

const text = (pieces: readonly DiffPiece[]): string => pieces.map((piece) => piece.text).join('');
const rowsOf = (left: string, right: string): readonly (readonly [string, string])[] =>
  sideRows(diffText(left, right)).map((row) => [text(row.left), text(row.right)]);

describe('two texts beside each other', () => {
  it('have what both say in one row, and each its own words in it', () => {
    expect(rowsOf('The tank opens.\n\nIt is long.', 'The tank closes.\n\nIt is long.')).toEqual([
      ['The tank opens.', 'The tank closes.'],
      ['It is long.', 'It is long.'],
    ]);
  });

  it('leave a side empty where only one has a paragraph', () => {
    expect(rowsOf('One.\n\nThree.', 'One.\n\nTwo is new.\n\nThree.')).toEqual([
      ['One.', 'One.'],
      ['', 'Two is new.'],
      ['Three.', 'Three.'],
    ]);
  });

  it('pair paragraphs that have nothing in common by their order', () => {
    const pieces: readonly DiffPiece[] = [
      { kind: 'removed', text: 'Alpha.\n\nBeta.' },
      { kind: 'added', text: 'Gamma.\n\nDelta.\n\nEpsilon.' },
    ];
    expect(sideRows(pieces).map((row) => [text(row.left), text(row.right)])).toEqual([
      ['Alpha.', 'Gamma.'],
      ['Beta.', 'Delta.'],
      ['', 'Epsilon.'],
    ]);
  });

  it('are marked in runs, not word by word around the spaces', () => {
    const [row] = sideRows(diffText('The long old tank opens today.', 'The new tank opens today.'));
    expect(row?.left).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'removed', text: 'long old ' },
      { kind: 'same', text: 'tank opens today.' },
    ]);
  });

  it('are whole where two paragraphs share no more than a full stop', () => {
    const rows = sideRows(diffText('Students sing.', 'It goes to a museum.'));
    expect(rows).toEqual([
      {
        left: [{ kind: 'removed', text: 'Students sing.' }],
        right: [{ kind: 'added', text: 'It goes to a museum.' }],
      },
    ]);
  });

  it('are paired without marks where marks would say nothing', () => {
    const rows = unmarkedRows([
      { kind: 'removed', text: 'The tank opened.\n\nIt is long.' },
      { kind: 'added', text: '水池启用。' },
    ]);
    expect(rows).toEqual([
      {
        left: [{ kind: 'same', text: 'The tank opened.' }],
        right: [{ kind: 'same', text: '水池启用。' }],
      },
      { left: [{ kind: 'same', text: 'It is long.' }], right: [] },
    ]);
  });
});
