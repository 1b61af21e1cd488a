import { describe, expect, it } from 'vitest';
import { completionAt } from '../../../../src/shared/query';
import {
  proposalsFor,
  stepped,
  type KnownValues,
} from '../../../../src/renderer/src/features/search/proposals';

const partners: KnownValues = {
  field: 'partner',
  values: [
    { value: 'Maravel Turbines', count: 12 },
    { value: 'Maravel Holding', count: 3 },
  ],
};

function proposed(text: string, known: KnownValues | null = null): readonly string[] {
  return proposalsFor(completionAt(text, text.length), known).map(({ value }) => value);
}

describe('what is proposed while somebody types a search', () => {
  it('is a field whose name begins so', () => {
    expect(proposed('harbour par')).toEqual(['partner']);
    expect(proposed('合作')).toEqual(['合作伙伴']);
  });

  it('is nothing for a single letter or for other words', () => {
    expect(proposed('p')).toEqual([]);
    expect(proposed('harbour')).toEqual([]);
    expect(proposed('')).toEqual([]);
  });

  it('are the values that the archive has', () => {
    expect(proposed('partner:mar', partners)).toEqual(['Maravel Turbines', 'Maravel Holding']);
  });

  it('are no values of another field', () => {
    expect(proposed('tag:mar', partners)).toEqual([]);
  });

  it('are the few values that a field can have', () => {
    expect(proposed('status:')).toEqual(['draft', 'filed', 'withdrawn', 'embargoed']);
    expect(proposed('status:fi')).toEqual(['filed']);
    expect(proposed('after:la')).toContain('last month');
  });

  it('is nothing that stands there already', () => {
    expect(proposed('status:filed')).toEqual([]);
  });

  it('never covers the whole list', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ value: `a${index}`, count: 1 }));
    expect(proposed('tag:a', { field: 'tag', values: many })).toHaveLength(8);
  });
});

describe('stepping through the proposals', () => {
  it('begins at the first or the last and comes back to the field', () => {
    expect(stepped(null, 1, 3)).toBe(0);
    expect(stepped(null, -1, 3)).toBe(2);
    expect(stepped(2, 1, 3)).toBeNull();
    expect(stepped(0, -1, 3)).toBeNull();
    expect(stepped(0, 1, 3)).toBe(1);
  });

  it('goes nowhere without proposals', () => {
    expect(stepped(null, 1, 0)).toBeNull();
  });
});
