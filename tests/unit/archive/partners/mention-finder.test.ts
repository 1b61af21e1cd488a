import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMentionFinder } from '../../../../src/archive/partners/mention-finder';

function find(text: string, names: Record<string, readonly string[]>): readonly string[] {
  const partners = Object.entries(names).map(([id, [name = '', ...aliases]]) => ({
    id,
    name,
    aliases: aliases.map((alias) => ({ name: alias, language: 'und' })),
  }));
  const finder = buildMentionFinder(partners);
  return finder
    .find(text)
    .map(({ partnerId, span }) => `${partnerId}:${text.slice(span.start, span.end)}`);
}

describe('the mention finder', () => {
  it('finds all names of all partners in the order of the text', () => {
    const names = { h: ['Huali', '华力'], n: ['Norden Bank'] };
    expect(find('华力与Norden Bank，Huali', names)).toEqual(['h:华力', 'n:Norden Bank', 'h:Huali']);
  });

  it('takes the longest of the names that start at a place', () => {
    const names = { a: ['Calder'], b: ['Calder University'] };
    expect(find('Calder University in Calder', names)).toEqual(['b:Calder University', 'a:Calder']);
  });

  it('finds Latin names as whole words only, also before a possessive', () => {
    expect(find("Caldera, Calder's, McCalder", { a: ['Calder'] })).toEqual(['a:Calder']);
  });

  it('finds Chinese names anywhere, and Latin ones beside Chinese', () => {
    expect(find('与华力签约，和IBM合作', { a: ['华力'], b: ['IBM'] })).toEqual(['a:华力', 'b:IBM']);
  });

  it('ignores case, but not in abbreviations', () => {
    expect(find('NORTHWIND it IT', { a: ['Northwind'], b: ['IT'] })).toEqual([
      'a:NORTHWIND',
      'b:IT',
    ]);
  });

  it.each([
    ['full-width forms', '与ＮＯＲＤ５签约', 'NORD5', 'ＮＯＲＤ５'],
    ['a line break inside the name', 'the Norden\r\n  Bank', 'Norden Bank', 'Norden\r\n  Bank'],
    ['another hyphen', 'Rolf‑Nordén GmbH', 'Rolf-Nordén', 'Rolf‑Nordén'],
    ['a decomposed accent', 'at Norde\u0301n today', 'Nord\u00e9n', 'Norde\u0301n'],
    ['a soft hyphen', 'North\u00adwind', 'Northwind', 'North\u00adwind'],
    ['a curly apostrophe', 'St John’s College', "St John's College", 'St John’s College'],
  ])('looks past %s and keeps the offsets of the text', (_, text, name, quoted) => {
    expect(find(text, { a: [name] })).toEqual([`a:${quoted}`]);
  });

  it('mentions both partners that share a name', () => {
    expect(find('Norden', { a: ['Norden'], b: ['Norden'] })).toEqual(['a:Norden', 'b:Norden']);
  });

  it('finds nothing for names without a letter, or without partners', () => {
    expect(find('— …', { a: ['—', ' '] })).toEqual([]);
    expect(find('anything', {})).toEqual([]);
  });

  it('finds a name wherever it is put, with a span inside the text', () => {
    const finder = buildMentionFinder([{ id: 'a', name: 'Zqx Änder 华力', aliases: [] }]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const text = `${before} | Zqx Änder 华力 | ${after}`;
        const start = before.length + 3;
        expect(finder.find(text)).toContainEqual({
          partnerId: 'a',
          alias: 'Zqx Änder 华力',
          span: { start, end: start + 12 },
        });
      }),
    );
  });
});
