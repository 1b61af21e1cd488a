import type { Row } from './row';

/** Rows as a table: our value, each peer's with the ratio of ours to it, the target. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['', 'n', 'samples', 'ours', 'beside it (ours ÷ it)', 'target', 'met'],
    ...rows.map((row) => [
      row.case,
      row.n.toLocaleString('en'),
      row.samples.toLocaleString('en'),
      `${numberText(row.ours)} ${row.unit}`,
      Object.entries(row.peers)
        .map(([peer, value]) => peerText(row, peer, value))
        .join(', '),
      row.target ?? '',
      metText(row),
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, column) => widthOf(lines, column));
  return lines.map((cells) => lineOf(cells, widths)).join('\n');
}

function peerText(row: Row, peer: string, value: number | null): string {
  if (value === null) return `${peer} –`;
  return `${peer} ${numberText(value)} (${numberText(row.ours / value)}×)`;
}

function metText(row: Row): string {
  if (row.target === null) return '';
  if (row.met === null) return 'not compared';
  return row.met ? 'yes' : 'NO';
}

function numberText(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(2).includes('e') ? value.toFixed(4) : String(+value.toPrecision(3));
}

function widthOf(lines: readonly (readonly string[])[], column: number): number {
  return Math.max(...lines.map((cells) => (cells[column] ?? '').length));
}

/** Numbers stand to the right, words to the left. */
function lineOf(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, column) => {
    const width = widths[column] ?? 0;
    const isWords = column === 0 || column >= 4;
    return isWords ? cell.padEnd(width) : cell.padStart(width);
  });
  return padded.join('  ').trimEnd();
}
