import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMarkup } from '../../../../src/archive/releases/markup';

describe('text without markup', () => {
  it.each([
    ['## The *tidal* laboratory', 'The tidal laboratory'],
    ['- one\n- two', 'one\ntwo'],
    ['1. one\n2) two', 'one\ntwo'],
    ['> said **Ines Calder**', 'said Ines Calder'],
    ['see [the page](https://example.org/a)', 'see the page'],
    ['snake_case and 5*3', 'snake_case and 5*3'],
    ['*图为签约仪式现场*', '图为签约仪式现场'],
    ['a \\* star', 'a * star'],
  ])('makes %j to %j', (markdown, plain) => {
    expect(withoutMarkup(markdown)).toBe(plain);
  });

  it('keeps every letter and digit outside list numbers and link targets', () => {
    const word = fc.stringMatching(/^[a-z华为]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const marked = words.map((each, index) => (index % 2 === 0 ? `*${each}*` : each)).join(' ');
        expect(withoutMarkup(marked)).toBe(words.join(' '));
      }),
    );
  });
});
