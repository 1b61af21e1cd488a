import type { NeedleSet, SequenceNeedle } from './query-needles';
import type { Token } from './text-analysis';

/** Letters of a beginning that are looked for; the longer, the fewer other words begin so. */
export const longestBeginning = 6;
/** More beginnings make a pattern slower than reading the whole text. */
const mostBeginnings = 400;

/** The ASCII letters and digits, as codes of lower-case letters. */
export function plainCode(unit: number): number {
  if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) return unit;
  return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : 0;
}

function pairSlot(first: number, second: number): number {
  return ((first & 0x7f) << 7) | (second & 0x7f);
}

/** What the words begin with, up to six letters, that a query may match. */
export class WordBeginnings {
  /** Finds their places in a text; null where they are too many. */
  readonly pattern: RegExp | null;
  /** By the first letter, and by the first two. */
  readonly #pairs = new Uint8Array(1 << 14);

  constructor({ words, beginnings, sequences }: NeedleSet) {
    const plain = new Set<string>();
    const add = (text: string): void => {
      // What isn't a plain letter makes a piece of text be read anyway.
      const letters = /^[a-z0-9]*/.exec(text)?.[0].slice(0, longestBeginning) ?? '';
      if (letters !== '') plain.add(letters);
    };
    for (const term of words.keys()) add(beginningOfWords(term));
    for (const { text } of beginnings) add(text);
    for (const sequence of sequences) add(anchorOf(sequence)?.text ?? '');
    for (const text of plain) {
      const first = text.charCodeAt(0);
      this.#pairs[pairSlot(first, 0)] = 1;
      if (text.length > 1) this.#pairs[pairSlot(first, text.charCodeAt(1))] = 1;
      else this.#pairs.fill(1, pairSlot(first, 0), pairSlot(first + 1, 0));
    }
    this.pattern =
      plain.size > mostBeginnings
        ? null
        : new RegExp(plain.size === 0 ? '(?!)' : `\\b(?:${[...plain].sort().join('|')})`, 'gi');
  }

  /** Whether one begins with these letters (codes of `plainCode`); `second` 0: any one may follow. */
  has(first: number, second: number): boolean {
    return this.#pairs[pairSlot(first, second)] === 1;
  }
}

/**
 * What every word with this stem begins with. Porter2 cuts words short at their ends; what it puts
 * there instead is an e ("hoping" -> "hope", "dying" -> "die"), an i or y ("happy" -> "happi",
 * "skies" -> "sky"), or "bl" ("possibility" -> "possibl").
 */
export function beginningOfWords(term: string): string {
  return /^[a-z]{2,}$/.test(term) ? term.replace(/(?<=b)le?$|(?<=.)(?:ie|[eiy])$/, '') : term;
}

/** The word of a sequence by which it is looked for: the longest one that is complete. */
export function anchorOf({ tokens, open }: SequenceNeedle): Token | null {
  let anchor: Token | null = null;
  for (const token of open ? tokens.slice(0, -1) : tokens) {
    if (anchor === null || token.text.length > anchor.text.length) anchor = token;
  }
  return anchor;
}
