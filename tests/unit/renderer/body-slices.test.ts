import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import {
  syntaxExtensions,
  treeExtensions,
} from '../../../src/renderer/src/features/body-editor/markdown/body-syntax';
import { slicesOf } from '../../../src/renderer/src/features/reader/body-slices';

/** The blocks of a body, without where they lie. */
function blocksOf(body: string): unknown[] {
  const options = { extensions: syntaxExtensions(), mdastExtensions: treeExtensions() };
  return fromMarkdown(body, options).children.map((block) =>
    JSON.stringify(block, (key, value: unknown) => (key === 'position' ? undefined : value)),
  );
}

test('a long body is cut where paragraphs begin, and says the same', () => {
  const body = Array.from({ length: 3_000 }, (_, index) => `Paragraph ${index} of many.`).join(
    '\n\n',
  );
  const slices = slicesOf(body);
  expect(slices.length).toBeGreaterThan(2);
  expect(slices.join('')).toBe(body);
  expect(slices.flatMap(blocksOf)).toEqual(blocksOf(body));
});

test('whatever blocks stand in it, its slices are the same blocks', () => {
  const filler = 'Words that fill a paragraph of some length. '.repeat(30).trim();
  const block = fc.constantFrom(
    filler,
    `${filler}\nand a second line`,
    '校长在图书馆报告厅签署了协议。',
    '## A heading',
    `- a point\n\n  ${filler}\n\n- another\n\n\n`,
    '1. first\n\n   more of it',
    '2. second',
    `> quoted\n>\n> ${filler}`,
    '    indented\n\n    code',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    'Setext\n===',
    '* * *',
    '“Quoted,” she said.',
    '3) third',
  );
  const bodies = fc.array(block, { minLength: 60, maxLength: 160 }).map((all) => all.join('\n\n'));
  fc.assert(
    fc.property(bodies, (body) => {
      const slices = slicesOf(body);
      expect(slices.join('')).toBe(body);
      expect(slices.flatMap(blocksOf)).toEqual(blocksOf(body));
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('a body whose parts need one another stays whole', () => {
  const long = 'Words of a paragraph.\n\n'.repeat(5_000);
  expect(slicesOf(`${long}See [the report].\n\n[the report]: https://example.org`)).toHaveLength(1);
  expect(slicesOf(`${long}\`\`\`\ncode\n\nmore of it\n\`\`\``)).toHaveLength(1);
  expect(slicesOf('one line '.repeat(20_000))).toHaveLength(1);
});
