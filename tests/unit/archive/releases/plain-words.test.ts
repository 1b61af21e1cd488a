import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../../src/archive/releases/plain-words';

describe('plain words', () => {
  it('are what a person would type', () => {
    expect(plainWords('**Tank** opens in [Norhavn](https://norhavn.example)')).toBe(
      'Tank opens in Norhavn',
    );
    expect(plainWords('A \\*starred\\* name, 5\\. place &lt;b>')).toBe(
      'A *starred* name, 5. place <b>',
    );
    expect(plainWords('Write to <press@norhavn.example>')).toBe('Write to press@norhavn.example');
  });

  it('leave a text without marks alone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N} ,.;:?!-]*$/u), (text) => {
        expect(plainWords(text)).toBe(text);
      }),
    );
  });
});
