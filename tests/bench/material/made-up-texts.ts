import { Random } from '../harness/random';
import type { RawRelease } from './raw-release';

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');
const vocabularySize = 6_000;
const sentences = 30;

/** Releases of invented words, the more frequent the shorter, as frequent as words are (Zipf). */
export function madeUpTexts(count: number): RawRelease[] {
  const random = new Random(3);
  return Array.from({ length: count }, (_, index) => ({
    title: sentenceOf(random),
    body: Array.from({ length: sentences }, () => sentenceOf(random)).join(' '),
    date: `${2004 + (index % 5)}-${twoDigits(1 + (index % 12))}-${twoDigits(1 + (index % 28))}`,
  }));
}

function sentenceOf(random: Random): string {
  const words = Array.from({ length: 8 + random.below(14) }, () =>
    invented(Math.floor(vocabularySize ** random.next())),
  );
  const [first = '', ...others] = words;
  return `${first.charAt(0).toUpperCase()}${[first.slice(1), ...others].join(' ')}.`;
}

/** Two syllables or more. */
function invented(rank: number): string {
  let word = '';
  let left = rank + syllables.length;
  while (left > 0) {
    word += syllables[left % syllables.length] ?? '';
    left = Math.floor(left / syllables.length);
  }
  return word;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
