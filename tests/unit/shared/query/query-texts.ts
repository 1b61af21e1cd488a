import fc from 'fast-check';
import type { QueryNode, QueryOptions } from '../../../../src/shared/query';

/** A Thursday. */
export const thursday: QueryOptions = { today: '2022-08-04', typing: false };

const fragments = [
  ...['alpha', 'Beta', '5G', '2022', 'e-mail', "fisher's", '华为', '新闻', 'U.S.', '5"', 'f(x)'],
  ...['OR', 'AND', 'NOT', '|', '或', '-', '－', '−', '--', '*', '＊', '\\', '\\\\', '.', ','],
  ...['(', ')', '（', '）', '"', '“', '”', '＂', '「', '」', '『', '』', ':', '：', '..'],
  ...['headline:', 'partner:', 'Tag:', 'person:', 'by:', 'lang:', 'status:', 'photo:', 'pack:'],
  ...['year:', 'date:', 'before:', 'after:', '标题：', '日期：', '伙伴:', 'colour:', 'like:'],
  ...['2019..2022', '>=2019', '2022-02-30', '2022年8月', 'last year', 'last', '去年', '7d', 'yes'],
  ...[
    'en',
    'filed',
    '草稿',
    '"x y"',
    '“华为 技术”',
    '-(',
    '" ',
    ') ',
    'https://example.org',
    '12:30',
  ],
  '0190a5f2-7c1e-7b3a-9c55-0f1f2e3d4c5b',
];

/** Pieces that mean something, in any order, with and without spaces, and any characters between. */
export const queryText = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...fragments) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      ),
      fc.constantFrom('', ' ', ' ', ' ', '  ', '\u3000'),
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.flat().join(''));

/** Without places, and without the prefix of a word that is being typed. */
export function meaning(nodes: readonly QueryNode[]): unknown {
  return JSON.parse(
    JSON.stringify(nodes, (key, value: unknown) => (key === 'range' ? undefined : value)),
  );
}
