import { describe, expect, it } from 'vitest';
import {
  applyCompletion,
  chipsOf,
  completionAt,
  fieldCompletions,
  fixedValues,
  parseQuery,
  queryFields,
  toggledValue,
  valuePiece,
  withoutRange,
} from '../../../../src/shared/query';
import { thursday } from './query-texts';

/** `|` is the caret, before and after. */
function completed(text: string, value: string): string | null {
  const caret = text.indexOf('|');
  const plain = text.replace('|', '');
  const completion = completionAt(plain, caret);
  if (completion === null) return null;
  const applied = applyCompletion(plain, completion, value);
  return `${applied.text.slice(0, applied.caret)}|${applied.text.slice(applied.caret)}`;
}

describe('a chip', () => {
  const text = 'network partner:"Acme" -rumour (a OR b) "radio mast" year: 2019';

  it('shows every condition but plain words, as typed', () => {
    expect(
      chipsOf(parseQuery(text, thursday), text).map((chip) => `${chip.kind} ${chip.text}`),
    ).toEqual([
      'value partner:"Acme"',
      'not -rumour',
      'or (a OR b)',
      'phrase "radio mast"',
      'date year: 2019',
    ]);
  });

  it('goes with its operators and parentheses, and leaves no gap', () => {
    const without = (whole: string, piece: string): string => {
      const start = whole.indexOf(piece);
      return withoutRange(whole, { start, end: start + piece.length }, thursday);
    };
    expect(without(text, '(a OR b)')).toBe(
      'network partner:"Acme" -rumour "radio mast" year: 2019',
    );
    expect(without('a OR tag:b OR c', 'tag:b')).toBe('a OR c');
    expect(without('a OR tag:b', 'tag:b')).toBe('a');
    expect(without('tag:b OR a', 'tag:b')).toBe('a');
    expect(without('x headline:(tag:b) y', 'tag:b')).toBe('x y');
    expect(without('（a tag:b） y', 'tag:b')).toBe('（a） y');
  });

  it('never lends its place to what stands behind it', () => {
    const typed = 'tag: status:filed 5G';
    const [status] = chipsOf(parseQuery(typed, thursday), typed);
    expect(status?.text).toBe('status:filed');
    expect(withoutRange(typed, status?.range ?? { start: 0, end: 0 }, thursday)).toBe('5G');
  });
});

describe('a facet value', () => {
  it('is written in quotation marks where it is a name', () => {
    expect(valuePiece('partner', 'Huawei  Technologies')).toBe('partner:"Huawei Technologies"');
    expect(valuePiece('tag', 'the "big" one')).toBe('tag:"the \\"big\\" one"');
    expect(valuePiece('year', '2019')).toBe('year:2019');
    expect(valuePiece('date', 'last year')).toBe('date:"last year"');
  });

  it('is put behind the text, or before one that is not finished', () => {
    expect(toggledValue('5G ', 'partner', 'Acme', thursday)).toBe('5G partner:"Acme"');
    expect(toggledValue('5G OR', 'tag', 'x', thursday)).toBe('tag:"x" 5G OR');
    expect(toggledValue('say "hel', 'tag', 'x', thursday)).toBe('tag:"x" say "hel');
  });

  it('is taken away however it was typed, but not out of alternatives', () => {
    expect(toggledValue('伙伴：“ａｃｍｅ” 5G', 'partner', 'Acme', thursday)).toBe('5G');
    expect(toggledValue('状态：草稿 5G', 'status', 'draft', thursday)).toBe('5G');
    expect(toggledValue('tag:"x" OR 5G', 'tag', 'x', thursday)).toBe('tag:"x" OR 5G tag:"x"');
  });

  it('narrows a pasted text, too', () => {
    const pasted = 'one\ntwo "three';
    const narrowed = toggledValue(pasted, 'year', '2019', thursday);
    expect(narrowed).toBe(`${pasted} year:"2019"`);
    expect(toggledValue(narrowed, 'year', '2019', thursday)).toBe(pasted);
  });
});

describe('a completion', () => {
  it('finishes the name of a field', () => {
    expect(completed('5G hea| x', 'headline')).toBe('5G headline:| x');
    expect(completed('-标|', '标题')).toBe('-标题:|');
    expect(fieldCompletions('P').map(({ name }) => name)).toEqual([
      'partner',
      'person',
      'place',
      'photo',
      'pack',
    ]);
    expect(fieldCompletions('标').map(({ field }) => field)).toEqual(['headline', 'tag']);
    expect(fieldCompletions('').map(({ field }) => field)).toEqual(queryFields);
  });

  it('finishes a value, in quotation marks or without', () => {
    expect(completed('partner:Hu|', 'Huawei Technologies')).toBe('partner:"Huawei Technologies" |');
    expect(completed('a partner:"Hu| b', 'Acme')).toBe('a partner:"Acme"| b');
    expect(completed('-tag:"ol|d one" b', 'new')).toBe('-tag:"new"| b');
    expect(completed('partner:"Hu| tag:"x"', 'Acme')).toBe('partner:"Acme"| tag:"x"');
    expect(completed('status: |', 'filed')).toBe('status: filed |');
    expect(completed('date:|', 'last week')).toBe('date:"last week" |');
    expect(completionAt('人物：“李', 5)).toEqual({
      kind: 'value',
      field: 'person',
      prefix: '李',
      quoted: true,
      range: { start: 3, end: 5 },
    });
  });

  it('has nothing to say elsewhere', () => {
    expect(completed('a |', 'x')).toBe(null);
    expect(completed('"hea|', 'x')).toBe(null);
    expect(completed('tag:"x"|', 'x')).toBe(null);
    expect(completed('5G|', 'x')).toBe(null);
    expect(completed('one\ntwo par|', 'x')).toBe(null);
  });

  it('knows the values of fields that have a few, all of them readable', () => {
    for (const field of queryFields) {
      for (const value of fixedValues(field)) {
        const { nodes, notes } = parseQuery(valuePiece(field, value), thursday);
        expect(nodes).toHaveLength(1);
        expect(nodes[0]?.kind).not.toBe('words');
        expect(notes).toEqual([]);
      }
    }
    expect(fixedValues('status')).toContain('withdrawn');
    expect(fixedValues('partner')).toEqual([]);
  });
});
