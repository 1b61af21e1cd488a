import { Fragment, type Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodySchema } from '../../../../src/renderer/src/features/body-editor/body-schema';
import { openBody } from '../../../../src/renderer/src/features/body-editor/markdown/from-markdown';
import { KeptSource } from '../../../../src/renderer/src/features/body-editor/markdown/kept-source';
import {
  parsedBlocks,
  sourceBlocks,
} from '../../../../src/renderer/src/features/body-editor/markdown/source-blocks';
import { blockMarkdown } from '../../../../src/renderer/src/features/body-editor/markdown/to-markdown';
import { photoMark } from '../../../../src/shared/photo-places';

function opened(body: string): { readonly doc: Node; readonly source: KeptSource } {
  const { blocks, gaps } = openBody(body, bodySchema);
  const nodes = blocks.map(({ node }) => node);
  const content = nodes.length === 0 ? [bodySchema.nodes['paragraph']!.create()] : nodes;
  const doc = bodySchema.topNodeType.create(null, Fragment.fromArray(content));
  doc.check();
  const source = new KeptSource();
  source.open({ blocks, gaps }, doc);
  return { doc, source };
}

/** The document without anything that was kept: every block written anew. */
function rewritten(doc: Node): string {
  return new KeptSource().markdownOf(doc);
}

/** Whether a list is loose can't be said of every list: of one item, or of items with code in them. */
function withoutLooseness(doc: Node): unknown {
  return JSON.parse(JSON.stringify(doc).replaceAll(/"isLoose":(?:true|false)/g, '"isLoose":false'));
}

function typesOf(body: string): readonly string[] {
  return opened(body).doc.children.map(({ type }) => type.name);
}

const photoId = 'a'.repeat(64);

/** Markdown of all sorts, made of what is likeliest to go wrong. */
const inline = fc.oneof(
  fc.constantFrom(
    'plain words',
    '**bold**',
    '*italic*',
    '***both***',
    '~~struck~~',
    '`code`',
    '**`bold code`**',
    '[link](https://example.org/a_b "title")',
    '[**bold** link](x)',
    '<https://example.org>',
    '签署了**协议**。',
    '**注意：** 明天',
    '3~5 米',
    'snake_case',
    '5 * 3',
    '\\*no\\*',
    '&amp; &copy;',
    'a  \nb',
    'a\\\nb',
    'x\ny',
    '![image](x.png)',
    '<b>html</b>',
    '[ref]',
    '1. no',
    '# no',
    '|',
    'http://example.org',
    '!',
    '*a*b',
    '**a*b*c**',
    '*a **b***',
  ),
  fc.string({ maxLength: 8 }),
  fc.stringMatching(/^[-+*_~`#>[\]()!|\\ 0-9.a。：中\n]{0,12}$/u),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const block = fc.oneof(
  { weight: 4, arbitrary: line },
  line.map((text) => `## ${text}`),
  line.map((text) => `${text}\n===`),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((lines) => lines.map((l) => `- ${l}`).join('\n')),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((lines) => lines.map((l) => `* ${l}`).join('\n\n')),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((lines) => lines.map((l, i) => `${i + 3}. ${l}\n   - ${l}`).join('\n')),
  line.map((text) => `> ${text}\n>\n> - ${text}`),
  line.map((text) => `\`\`\`js\n${text}\n\`\`\``),
  line.map((text) => `    ${text}`),
  fc.constantFrom(
    photoMark(photoId),
    '---',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '<div>\n\nx\n\n</div>',
    '[ref]: https://example.org',
    '```\nopen',
    '-',
    '>',
    '- - a',
    '- ## b',
    '',
    '\t',
  ),
);
const markdown = fc
  .tuple(
    fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n', '\n \n')), {
      maxLength: 7,
    }),
    fc.constantFrom('', '\n', '  ', '\n\n'),
  )
  .map(([blocks, start]) => start + blocks.map((parts) => parts.join('')).join(''));

const runs = { numRuns: 700 };
const longEnough = 120_000;

describe('a body in the editor', () => {
  test(
    'that nobody changes stays as it is, letter by letter',
    () => {
      fc.assert(
        fc.property(markdown, (body) => {
          const { doc, source } = opened(body);
          expect(source.markdownOf(doc)).toBe(body);
        }),
        runs,
      );
    },
    longEnough,
  );

  test(
    'reads the same whether plain paragraphs go through the parser or not',
    () => {
      const trees = (blocks: ReturnType<typeof sourceBlocks>) =>
        JSON.stringify(
          blocks.map(({ tree, start, end }) => ({ tree, start, end })),
          (key, value: unknown) => (key === 'position' ? undefined : value),
        );
      fc.assert(
        fc.property(markdown, (body) => {
          expect(trees(sourceBlocks(body))).toBe(trees(parsedBlocks(body, 0)));
        }),
        runs,
      );
    },
    longEnough,
  );

  test(
    'written anew and read again is the same document',
    () => {
      fc.assert(
        fc.property(markdown, (body) => {
          // What isn't written but kept may lean on what stands around it.
          fc.pre(!typesOf(body).includes('untouched'));
          const { doc } = opened(body);
          const again = opened(rewritten(doc)).doc;
          expect(withoutLooseness(again)).toEqual(withoutLooseness(doc));
        }),
        runs,
      );
    },
    longEnough,
  );

  test('keeps a heading right below a definition', () => {
    const body = '[ref]: https://example.org\n!\n===\n\nText.';
    const { doc, source } = opened(body);
    expect(source.markdownOf(doc)).toBe(body);
  });

  test('reads spaces in empty lines behind code as the parser does', () => {
    const body = '    !\n\n    \n\nText.';
    expect(sourceBlocks(body)).toMatchObject(
      parsedBlocks(body, 0).map(({ start, end }) => ({ start, end })),
    );
  });

  test('parts emphasised punctuation from the Chinese of the next line, which would undo it', () => {
    const { doc } = opened('*：*\n中');
    expect(rewritten(doc)).toBe('*：* 中');
  });

  test.each([
    '3. + *\n   - + *\n\n',
    '3. + b\n   - + *',
    '> - a\n>\n> > * - + -',
    '* ---\n\n+ ---',
    '1. * ---\n   + ---',
    '- a\n\n> * - + -',
  ])('writes lists that begin within lists, and beside others, as lists: %j', (body) => {
    const { doc } = opened(body);
    expect(withoutLooseness(opened(rewritten(doc)).doc)).toEqual(withoutLooseness(doc));
  });

  test.each([
    ['plain words', 'One.\n\nTwo.'],
    ['marks', 'A **bold *and italic* word** and ~~struck~~ `code`.'],
    ['a link', 'See [the *page*](https://example.org "T").'],
    ['headings', '## Two\n\n### Three'],
    ['lists', '- one\n- two\n  - three\n\n1. first\n2. second'],
    ['a loose list', '- one\n\n- two'],
    ['a quote', '> He said.\n>\n> She said.'],
    ['code', '```js\nlet a = 1;\n```'],
    ['a photo', `One.\n\n${photoMark(photoId)}\n\nTwo.`],
    ['line breaks', 'One\\\ntwo'],
  ])('is written as one would write %s', (_, body) => {
    expect(rewritten(opened(body).doc)).toBe(body);
  });

  test('writes only the paragraph that was changed', () => {
    const body = '*One*\n===\n\n\nTwo _and_ two.\n* a\n* b\n\nEnd.  \nReally.\n';
    const { doc, source } = opened(body);
    const second = doc.child(1);
    const changed = second.copy(second.content.addToEnd(bodySchema.text(' More!')));
    const now = doc.copy(doc.content.replaceChild(1, changed));
    expect(source.markdownOf(now)).toBe(
      '*One*\n===\n\nTwo *and* two. More!\n\n* a\n* b\n\nEnd.  \nReally.\n',
    );
    // Taken back, letter by letter by hand: another node of the same content.
    const back = now.copy(now.content.replaceChild(1, changed.copy(second.content)));
    expect(source.markdownOf(back)).toBe(body);
  });

  test('keeps what the editor has no form for as it is', () => {
    const body = 'A.\n\n| a | b |\n|--|:-|\n| 1 | 2 |\n\nB ![x](y.png).\n\n<!-- c -->';
    expect(typesOf(body)).toEqual(['paragraph', 'untouched', 'untouched', 'untouched']);
    const { doc, source } = opened(body);
    const paragraph = bodySchema.nodes['paragraph']!.create(null, bodySchema.text('New.'));
    const now = doc.copy(doc.content.replaceChild(0, paragraph));
    expect(source.markdownOf(now)).toBe(body.replace('A.', 'New.'));
  });

  test('keeps lists apart that came together', () => {
    const { doc, source } = opened('- a\n\nB.\n\n- c');
    const now = doc.copy(Fragment.fromArray([doc.child(0), doc.child(2)]));
    expect(typesOf(source.markdownOf(now))).toEqual(['bulletList', 'bulletList']);
  });

  test('ends bold text where Chinese punctuation would keep its asterisks from being read', () => {
    const bold = bodySchema.marks['bold']!.create();
    const paragraph = bodySchema.nodes['paragraph']!.create(null, [
      bodySchema.text('注意：', [bold]),
      bodySchema.text('明天开会'),
    ]);
    expect(blockMarkdown(paragraph)).toBe('**注意**：明天开会');
  });

  test('gives no Markdown for empty paragraphs', () => {
    const empty = bodySchema.nodes['paragraph']!.create();
    const doc = bodySchema.topNodeType.create(null, [empty, empty]);
    expect(rewritten(doc)).toBe('');
  });
});
