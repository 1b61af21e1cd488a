import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffText } from '../../../src/archive/history/diff-text';
import {
  diffLines,
  diffParagraphs,
  foldUnchanged,
  textsOf,
} from '../../../src/shared/diff-paragraphs';
import type { DiffPiece } from '../../../src/shared/release-history';

const paragraphs = (...words: readonly string[]): string => words.join('\n\n');
const texts = (pieces: readonly DiffPiece[]): readonly string[] =>
  diffParagraphs(pieces).map((paragraph) => paragraph.pieces.map(({ text }) => text).join(''));

describe('the paragraphs of a compared text', () => {
  it('are those of both texts, and know whether they changed', () => {
    const pieces = diffText(paragraphs('One.', 'Two.', 'Three.'), paragraphs('One.', 'Three.'));
    const found = diffParagraphs(pieces);
    expect(texts(pieces)).toEqual(['One.', 'Two.', 'Three.']);
    expect(found.map(({ isChanged }) => isChanged)).toEqual([false, true, false]);
  });

  it('show a break that was put into a text that stayed', () => {
    const pieces = diffText('One two.', 'One\n\ntwo.');
    expect(diffParagraphs(pieces).some(({ isChanged }) => isChanged)).toBe(true);
    expect(texts(pieces).join('|')).toContain('¶');
  });

  it('keep a line break within a paragraph', () => {
    expect(texts(diffText('One\ntwo.', 'One\nthree.'))).toHaveLength(1);
  });

  it('are none for an empty text', () => {
    expect(diffParagraphs([])).toEqual([]);
  });
});

describe('folding', () => {
  const numbered = (changed: readonly number[], count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) =>
      changed.includes(index) ? `Changed ${index}.` : `Paragraph ${index}.`,
    );
  const stretchesOf = (changed: readonly number[], count: number): readonly string[] =>
    foldUnchanged(
      diffParagraphs(
        diffText(paragraphs(...numbered([], count)), paragraphs(...numbered(changed, count))),
      ),
    ).map((stretch) => `${stretch.kind} ${stretch.paragraphs.length}`);

  it('hides long unchanged stretches and leaves what stands beside a change', () => {
    expect(stretchesOf([5], 20)).toEqual(['folded 4', 'shown 3', 'folded 13']);
  });

  it('hides nothing where that would save no room', () => {
    expect(stretchesOf([1], 4)).toEqual(['shown 3', 'shown 1']);
    expect(stretchesOf([0, 3], 4)).toEqual(['shown 4']);
  });

  it('keeps every paragraph, in order', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd e', 'f. g'), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const all = diffParagraphs(diffText(paragraphs(...before), paragraphs(...after)));
        const kept = foldUnchanged(all).flatMap((stretch) => stretch.paragraphs);
        expect(kept).toEqual(all);
        for (const stretch of foldUnchanged(all)) {
          if (stretch.kind === 'folded') {
            expect(stretch.paragraphs.every(({ isChanged }) => !isChanged)).toBe(true);
          }
        }
      }),
    );
  });
});

describe('a list that was compared', () => {
  it('says which entries stayed, went and came', () => {
    expect(diffLines(diffText('energy\ntides', 'energy\nharbour'))).toEqual([
      { kind: 'same', text: 'energy' },
      { kind: 'removed', text: 'tides' },
      { kind: 'added', text: 'harbour' },
    ]);
  });

  it('has no entry where it was empty', () => {
    expect(diffLines(diffText('', 'energy'))).toEqual([{ kind: 'added', text: 'energy' }]);
  });
});

it('the pieces of a comparison give both texts back', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(textsOf(diffText(before, after))).toEqual({ before, after });
    }),
  );
});
