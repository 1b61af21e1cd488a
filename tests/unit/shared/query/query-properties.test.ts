import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyCompletion,
  chipsOf,
  completionAt,
  facetFields,
  hasValue,
  parseQuery,
  printQuery,
  toggledValue,
  withoutRange,
  type QueryNode,
  type SourceRange,
} from '../../../../src/shared/query';
import { meaning, queryText, thursday } from './query-texts';

const runs = { numRuns: 1000 };

function expectInside(nodes: readonly QueryNode[], outer: SourceRange): void {
  let from = outer.start;
  for (const node of nodes) {
    expect(node.range.start).toBeGreaterThanOrEqual(from);
    expect(node.range.end).toBeGreaterThan(node.range.start);
    expect(node.range.end).toBeLessThanOrEqual(outer.end);
    if (node.kind === 'not') expectInside([node.node], node.range);
    if (node.kind === 'or' || node.kind === 'and') {
      expect(node.nodes.length).toBeGreaterThan(1);
      expectInside(node.nodes, node.range);
    }
    from = node.range.end;
  }
}

describe('every query', () => {
  it('stands in its text from left to right, whether typed or finished', () => {
    fc.assert(
      fc.property(queryText, fc.boolean(), (text, typing) => {
        const { nodes, notes } = parseQuery(text, { ...thursday, typing });
        expectInside(nodes, { start: 0, end: text.length });
        for (const note of notes) {
          expect(text.slice(note.range.start, note.range.end)).toBe(note.text);
        }
        expect(notes.map(({ range }) => range.start)).toEqual(
          notes.map(({ range }) => range.start).toSorted((a, b) => a - b),
        );
      }),
      runs,
    );
  });

  it('says the same when it is printed and read again', () => {
    fc.assert(
      fc.property(queryText, (text) => {
        const { nodes, pasted } = parseQuery(text, thursday);
        fc.pre(!pasted);
        const printed = printQuery(nodes);
        expect(meaning(parseQuery(printed, thursday).nodes)).toEqual(meaning(nodes));
        expect(printQuery(parseQuery(printed, thursday).nodes)).toBe(printed);
      }),
      runs,
    );
  });

  it('keeps its other conditions when a chip is taken away', () => {
    fc.assert(
      fc.property(queryText, (text) => {
        const query = parseQuery(text, thursday);
        fc.pre(!query.pasted);
        for (const chip of chipsOf(query, text)) {
          const others = query.nodes.filter(({ range }) => range.start !== chip.range.start);
          const left = withoutRange(text, chip.range, thursday);
          expect(meaning(parseQuery(left, thursday).nodes)).toEqual(meaning(others));
        }
      }),
      runs,
    );
  });

  it('gains a facet value and loses it again', () => {
    const values = fc.oneof(
      fc.constantFrom('Acme', 'Acme "North" Ltd', '华为技术', 'back\\slash', '“A” 「B」', ' a  b '),
      fc.string({ minLength: 1, maxLength: 8 }).filter((value) => value.trim() !== ''),
    );
    fc.assert(
      fc.property(
        queryText,
        fc.constantFrom('partner', 'tag', 'person'),
        values,
        (text, field, value) => {
          const before = parseQuery(text, thursday);
          fc.pre(!hasValue(before, field, value));
          const added = toggledValue(text, field, value, thursday);
          const query = parseQuery(added, thursday);
          expect(hasValue(query, field, value)).toBe(true);
          expect(query.nodes).toHaveLength(before.nodes.length + 1);
          const removed = toggledValue(added, field, value, thursday);
          expect(meaning(parseQuery(removed, thursday).nodes)).toEqual(meaning(before.nodes));
        },
      ),
      runs,
    );
  });

  it('can be completed at every place without losing what stands before and behind', () => {
    fc.assert(
      fc.property(
        queryText,
        fc.nat(),
        fc.constantFrom('Acme', 'Lena "L" Holm'),
        (text, at, value) => {
          const caret = at % (text.length + 1);
          const completion = completionAt(text, caret);
          fc.pre(completion !== null);
          const { start, end } = completion.range;
          expect(start).toBeLessThanOrEqual(caret);
          expect(end).toBeGreaterThanOrEqual(caret);
          expect(end).toBeLessThanOrEqual(text.length);
          const applied = applyCompletion(text, completion, value);
          expect(applied.text.startsWith(text.slice(0, start))).toBe(true);
          expect(applied.text.slice(applied.caret)).toBe(text.slice(end));
        },
      ),
      runs,
    );
  });

  it('is read in time that grows with its length alone', () => {
    const repeated = [
      '(',
      '-(',
      '"',
      '“',
      '「a',
      '-',
      '- ',
      '\\',
      '*',
      'OR ',
      'NOT ',
      'tag:',
      'tag: ',
    ];
    const longer = [
      '华"',
      'a“',
      '"a" ',
      ' tag:""',
      'tag:"',
      '\\"',
      'date:last ',
      '(a OR ',
      'a)',
      'a:',
    ];
    for (const piece of [...repeated, ...longer]) {
      const text = piece.repeat(50_000 / piece.length);
      const start = performance.now();
      const query = parseQuery(text, { ...thursday, typing: true });
      expect(performance.now() - start).toBeLessThan(2_000);
      expect(Array.isArray(query.nodes)).toBe(true);
    }
  });

  it('has facets for every facet field', () => {
    const values = { status: 'filed', lang: 'zh', year: '2019' } as const;
    for (const field of facetFields) {
      const value = field in values ? values[field as keyof typeof values] : 'Acme';
      const added = toggledValue('5G', field, value, thursday);
      expect(hasValue(parseQuery(added, thursday), field, value)).toBe(true);
      expect(toggledValue(added, field, value, thursday)).toBe('5G');
    }
  });
});
