import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/shared/query';
import { fieldAliases } from '../../../../src/shared/query/field-names';
import { thursday } from './query-texts';

const page = readFileSync(new URL('../../../../docs/search.md', import.meta.url), 'utf8');

describe('the page on searching', () => {
  it('names every field and each of its other names', () => {
    for (const [field, aliases] of Object.entries(fieldAliases)) {
      for (const name of [field, ...aliases]) expect(page).toContain(`\`${name}:`);
    }
  });

  it('has examples that mean what they show: every one is read without a note', () => {
    const examples = page.slice(page.indexOf('## Examples')).matchAll(/`([^`]+)`/g);
    const queries = [...examples].map((match) => match[1] ?? '');
    expect(queries.length).toBeGreaterThan(5);
    for (const query of queries) {
      const { nodes, notes } = parseQuery(query, thursday);
      expect(notes).toEqual([]);
      expect(nodes.length).toBeGreaterThan(1);
      expect(nodes.some(({ kind }) => kind !== 'words') || query.includes('caption:')).toBe(true);
    }
  });
});
