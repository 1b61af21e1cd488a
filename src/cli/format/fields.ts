/** A label and what belongs to it: one value, or several that stand below each other. */
export type Field = readonly [label: string, value: string | readonly string[]];

/**
 * Fields below each other, the values in one column; further lines of a value are indented to it.
 * Fields without a value are left out.
 */
export function fieldLines(fields: readonly Field[], indent = '  '): readonly string[] {
  const filled = fields
    .map(([label, value]) => ({ label, lines: linesOf(value) }))
    .filter(({ lines }) => lines.length > 0);
  const width = Math.max(0, ...filled.map(({ label }) => label.length));
  return filled.flatMap(({ label, lines }) =>
    lines.map((line, index) => `${indent}${(index === 0 ? label : '').padEnd(width)}  ${line}`),
  );
}

/** "1. …", "2. …" */
export function numbered(values: readonly string[]): readonly string[] {
  return values.map((value, index) => `${index + 1}. ${value}`);
}

/** "1 file", "1,204 files" */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

function linesOf(value: string | readonly string[]): readonly string[] {
  const values = typeof value === 'string' ? [value] : value;
  return values.flatMap((text) => (text === '' ? [] : text.split('\n')));
}
