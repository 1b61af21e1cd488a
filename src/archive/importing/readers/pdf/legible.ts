import type { Line } from './reading-order';

/** Letters that are looked at, and the fewest that tell something. */
const sample = 20_000;
const least = 200;
/** Of the Latin letters of any language four in ten are vowels; of shifted ones about one in seven. */
const leastVowels = 0.22;

/**
 * Whether the text is one. Where a font doesn't say what its signs mean, numbers of glyphs come out as
 * if they were letters.
 */
export function isLegible(pages: readonly (readonly Line[])[]): boolean {
  let [letters, vowels] = [0, 0];
  for (const { text } of pages.flat()) {
    const latin = text.normalize('NFD').match(/[A-Za-z]/g) ?? [];
    letters += latin.length;
    vowels += latin.filter((letter) => /[aeiouy]/i.test(letter)).length;
    if (letters > sample) break;
  }
  return letters < least || vowels >= letters * leastVowels;
}
