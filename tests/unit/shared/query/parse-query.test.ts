import { describe, expect, it } from 'vitest';
import { parseQuery, printQuery } from '../../../../src/shared/query';
import { meaning, thursday } from './query-texts';

const read = (text: string): string => printQuery(parseQuery(text, thursday).nodes);
const kinds = (text: string): readonly string[] =>
  parseQuery(text, thursday).nodes.map(({ kind }) => kind);
const notes = (text: string): readonly string[] =>
  parseQuery(text, thursday).notes.map(({ reason, text: piece }) => `${reason} ${piece}`);
const lastPrefix = (text: string): unknown => {
  const last = parseQuery(text, { ...thursday, typing: true }).nodes.at(-1);
  return last?.kind === 'words' ? last.prefix : last?.kind;
};

describe('a query', () => {
  it('is words as they stand between spaces', () => {
    const { nodes } = parseQuery(" Fisher's e-mail, 华为5G ", thursday);
    expect(meaning(nodes)).toEqual(
      ["Fisher's", 'e-mail,', '华为5G'].map((text) => ({
        kind: 'words',
        text,
        prefix: null,
        field: null,
      })),
    );
    expect(nodes.map(({ range }) => range)).toEqual([
      { start: 1, end: 9 },
      { start: 10, end: 17 },
      { start: 18, end: 22 },
    ]);
  });

  it('holds phrases in the quotation marks of English and Chinese keyboards', () => {
    for (const marks of ['""', '“”', '＂＂', '「」', '『』']) {
      const text = `${marks[0] ?? ''}radio network${marks[1] ?? ''}`;
      expect(read(text)).toBe('"radio network"');
    }
    expect(read('华为“5G 网络”发布')).toBe('华为 "5G 网络" 发布');
    expect(read('12" pipes 5" wide')).toBe('12\\" pipes 5\\" wide');
    expect(kinds('""')).toEqual([]);
  });

  it('excludes what stands behind a minus sign or NOT', () => {
    for (const sign of ['-', '－', '−', 'NOT '])
      expect(read(`5G ${sign}rumour`)).toBe('5G -rumour');
    expect(read('-"press call" -tag:x -(a b)')).toBe('-"press call" -tag:x -(a b)');
    expect(read('state-of-the-art')).toBe('state-of-the-art');
    expect(read('"state"-owned')).toBe('"state" \\-owned');
    expect(read('NOT -a')).toBe('a');
    expect(notes('a - b')).toEqual(['nothing-to-exclude -']);
    expect(notes('a NOT')).toEqual(['nothing-to-exclude NOT']);
  });

  it('takes OR before "and"', () => {
    for (const or of ['OR', '|', '或']) expect(read(`a b ${or} c`)).toBe('a b OR c');
    expect(kinds('a b OR c')).toEqual(['words', 'or']);
    expect(kinds('(a b) OR c')).toEqual(['or']);
    expect(read('(a AND b) OR c')).toBe('(a b) OR c');
    expect(read('a or b')).toBe('a or b');
    expect(kinds('a or b')).toEqual(['words', 'words', 'words']);
    expect(read('OR a OR OR b OR')).toBe('a OR b');
    expect(read('（华为 或 中兴）5G')).toBe('华为 OR 中兴 5G');
  });

  it('spreads a field over parentheses', () => {
    expect(read('headline:(a "b c" OR tag:d)')).toBe('headline:a headline:"b c" OR tag:d');
    expect(read('year:(2019 OR 2021)')).toBe('year:2019 OR year:2021');
    expect(read('标题：（华为 5G）')).toBe('headline:华为 headline:5G');
  });

  it('knows fields in any case and in Chinese, with a space behind the colon or without', () => {
    expect(read('TITLE:a 作者：李 people:x 合作伙伴:y')).toBe(
      'headline:a by:李 person:x partner:y',
    );
    expect(read('headline: a  status: filed')).toBe('headline:a status:filed');
    expect(read('状态：已归档 语言:中文 照片：有')).toBe('status:filed lang:zh photo:yes');
    expect(read('lang:English photo:false status:"draft"')).toBe('lang:en photo:no status:draft');
    expect(read('photo:signing photo:"at the table"')).toBe(
      'caption:signing caption:"at the table"',
    );
    expect(read('partner: tag:x')).toBe('tag:x');
  });

  it('takes a quoted name as the whole name', () => {
    expect(kinds('partner:"Acme" partner:Acme by:"Lena Holm" pack:"Spring"')).toEqual([
      'value',
      'words',
      'phrase',
      'pack',
    ]);
    expect(meaning(parseQuery('pack:spring pack:“春季 2022”', thursday).nodes)).toEqual([
      { kind: 'pack', text: 'spring', whole: false },
      { kind: 'pack', text: '春季 2022', whole: true },
    ]);
  });

  it('takes a colon for punctuation where no field stands before it', () => {
    expect(read('https://example.org/a 12:30 Note: this')).toBe(
      'https://example.org/a 12:30 Note: this',
    );
    expect(notes('https://example.org/a 12:30 Note: this')).toEqual([]);
    expect(notes('colour:red 颜色：红')).toEqual([
      'unknown-field colour:red',
      'unknown-field 颜色：红',
    ]);
    expect(notes('lang:fr status:lost')).toEqual([
      'unknown-value lang:fr',
      'unknown-value status:lost',
    ]);
  });

  it('finds releases like another', () => {
    const id = '0190a5f2-7c1e-7b3a-9c55-0f1f2e3d4c5b';
    expect(meaning(parseQuery(`like:${id}`, thursday).nodes)).toEqual([
      { kind: 'like', releaseId: id },
    ]);
    expect(kinds('like:this')).toEqual(['words']);
  });

  it('takes a backslash before a sign as "nothing special"', () => {
    expect(meaning(parseQuery('\\-5 \\OR C:\\dir tag\\:x 5\\*', thursday).nodes)).toMatchObject(
      ['-5', 'OR', 'C:\\dir', 'tag:x', '5*'].map((text) => ({ text, field: null, prefix: null })),
    );
    expect(meaning(parseQuery('tag:"5\\" pipe"', thursday).nodes)).toMatchObject([
      { kind: 'value', text: '5" pipe' },
    ]);
  });
});

describe('an unfinished query', () => {
  it('is words while its quotation is open', () => {
    expect(read('a "b -c tag:d')).toBe('a b \\-c tag\\:d');
    expect(notes('a "b -c')).toEqual(['open-quotation "b -c']);
    expect(read('partner:"Acme Nor')).toBe('partner:Acme partner:Nor');
    expect(read('-"a b')).toBe('-(a b)');
    expect(read('date:"last year')).toBe('year:2021');
  });

  it('closes its parentheses by itself, and overlooks one that was never opened', () => {
    expect(read('x -(a b')).toBe('x -(a b)');
    expect(notes('x (a OR b')).toEqual(['open-parenthesis (a OR b']);
    expect(read('a) b')).toBe('a b');
    expect(notes('a) b')).toEqual([]);
    expect(read('f(x) 华为（中国）有限公司')).toBe('f(x) 华为（中国）有限公司');
  });

  it('is flattened where it is nested too deep', () => {
    const deep = `${'-('.repeat(30)}a b${')'.repeat(30)} c`;
    expect(notes(deep)).toEqual(['too-deep -(']);
    expect(read(deep)).toBe('a b c');
    expect(notes(`${'('.repeat(20)}a${')'.repeat(20)}`)).toEqual([]);
  });

  it('finds what begins with its last word', () => {
    expect(lastPrefix('5G netw')).toBe('typing');
    expect(lastPrefix('headline:(5G netw')).toBe('typing');
    expect(lastPrefix('headline:netw')).toBe('typing');
    expect(lastPrefix('netw*')).toBe('asked');
    expect(lastPrefix('netw＊')).toBe('asked');
    expect(lastPrefix('netw ')).toBe(null);
    expect(lastPrefix('-netw')).toBe('not');
    expect(lastPrefix('202')).toBe('typing');
    expect(lastPrefix('2022')).toBe(null);
    expect(lastPrefix('"a netw')).toBe('typing');
  });
});

describe('a pasted text', () => {
  const words = Array.from({ length: 21 }, (_, index) => `w${index}`).join(' ');

  it('is words alone when it has a line break or more than twenty words', () => {
    const lines = parseQuery('-a "b\nc" OR tag:d -', thursday);
    expect(lines.pasted).toBe(true);
    expect(lines.notes).toEqual([]);
    expect(lines.nodes.map((node) => node.kind === 'words' && node.text)).toEqual([
      '-a',
      '"b',
      'c"',
      'OR',
      'tag:d',
      '-',
    ]);
    expect(parseQuery(words, thursday).pasted).toBe(true);
    expect(parseQuery(words.slice(words.indexOf(' ')), thursday).pasted).toBe(false);
    expect(parseQuery('\n a b \n', thursday).pasted).toBe(false);
    expect(parseQuery('新'.repeat(40), thursday).pasted).toBe(false);
    expect(parseQuery('新'.repeat(41), thursday).pasted).toBe(true);
  });

  it('keeps the facets that were put behind it', () => {
    const query = parseQuery(`${words} partner:"A \\"B\\"" year:"2019"`, thursday);
    expect(query.pasted).toBe(true);
    expect(meaning(query.nodes.slice(21))).toEqual([
      { kind: 'value', field: 'partner', text: 'A "B"' },
      { kind: 'date', from: '2019-01-01', to: '2019-12-31' },
    ]);
  });

  it('is not what many names in quotation marks make', () => {
    const names = Array.from({ length: 6 }, (_, index) => `partner:"One two three four ${index}"`);
    expect(parseQuery(names.join(' OR '), thursday).pasted).toBe(false);
  });
});
