import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffText } from '../../../../src/archive/history/diff-text';

const shown = (before: string, after: string): string =>
  diffText(before, after)
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`,
    )
    .join('');

describe('the differences of two texts', () => {
  it('are told by words', () => {
    expect(shown('The tank is forty metres long.', 'The tank is fifty metres long.')).toBe(
      'The tank is -forty-+fifty+ metres long.',
    );
  });

  it('are told by characters in Chinese', () => {
    expect(shown('双方将在海洋能源方面合作。', '双方将在海洋工程方面合作。')).toBe(
      '双方将在海洋-能源-+工程+方面合作。',
    );
  });

  it('keep the words of a paragraph that is gone apart from those of the next', () => {
    expect(
      shown('The tank is long.\n\nA gull flew by.\n\nIt ended.', 'The tank is wide.\n\nIt ended.'),
    ).toBe('The tank is -long-+wide+.\n\n-A gull flew by.\n\n-It ended.');
  });

  it('are none where the texts are the same', () => {
    expect(diffText('', '')).toEqual([]);
    expect(diffText('a\n', 'a\n')).toEqual([{ kind: 'same', text: 'a\n' }]);
  });

  it('give back both texts, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc
        .array(fc.constantFrom('a', 'b ', '海', '洋', '\n', '. '), { maxLength: 60 })
        .map((x) => x.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffText(before, after);
        const without = (kind: 'added' | 'removed'): string =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  it('of long texts without anything in common come in a moment, as one piece each', () => {
    const words = (letter: string): string =>
      Array.from({ length: 30_000 }, (_, index) => `${letter}${index * 7919}`).join(' ');
    const started = performance.now();
    const pieces = diffText(words('a'), words('b'));
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(pieces.filter(({ kind }) => kind !== 'same').length).toBeGreaterThan(0);
  });
});
