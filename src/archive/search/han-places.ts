import { characterClasses, classAt } from './character-classes';
import type { NeedleSet, SequenceNeedle } from './query-needles';
import { foldHan } from './word-folding';
import { anchorOf } from './word-beginnings';

const known = 1;
/** A Han character or kana. */
const han = 2;
/** The first, or the second, of two that are looked for. */
const first = 4;
const second = 8;
/** Looked for by itself, or nothing that a code unit alone tells. */
const sought = 16;

/** Where in a text Han characters stand that a query may match, in whichever way they are written. */
export class HanPlaces {
  /** False where a query has characters beyond the Basic Multilingual Plane. */
  readonly isComplete: boolean;
  readonly #firsts = new Set<string>();
  readonly #seconds = new Set<string>();
  readonly #singles = new Set<string>();
  readonly #kinds = new Uint8Array(0x10000);

  constructor({ hanPairs, sequences }: NeedleSet) {
    const texts = [...hanPairs.keys()];
    for (const pair of texts) this.#addPair(pair.charAt(0), pair.charAt(1));
    for (const sequence of sequences) {
      const anchor = anchorOf(sequence);
      if (anchor?.kind !== 'han') continue;
      const next = sequence.tokens[sequence.tokens.indexOf(anchor) + 1];
      if (next?.kind === 'han' && next.joined) this.#addPair(anchor.text, next.text);
      else this.#singles.add(anchor.text);
    }
    this.isComplete =
      texts.every(({ length }) => length === 2) && sequences.every(hasPlainCharacters);
  }

  /** The next place at `from` or behind it; -1 where there is none. */
  next(text: string, from: number): number {
    let before = 0;
    for (let at = from; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) continue;
      let kind = this.#kinds[unit] ?? 0;
      if (kind === 0) this.#kinds[unit] = kind = this.#kindOf(text, at);
      if ((kind & sought) !== 0) return at;
      if ((kind & han) === 0) continue;
      if ((before & first) !== 0 && (kind & second) !== 0) return at;
      before = kind;
    }
    return -1;
  }

  #addPair(one: string, other: string): void {
    this.#firsts.add(one);
    this.#seconds.add(other);
  }

  #kindOf(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    // Half of a character, or a mark that makes another one of it.
    if (unit >= 0xd800 && unit <= 0xdfff) return known | sought;
    const kind = classAt(text, at);
    if (kind === characterClasses.mark) return known | sought;
    if (kind !== characterClasses.han) return known;
    const folded = foldHan(text.charAt(at));
    return (
      known |
      han |
      (this.#firsts.has(folded) ? first : 0) |
      (this.#seconds.has(folded) ? second : 0) |
      (this.#singles.has(folded) ? sought : 0)
    );
  }
}

function hasPlainCharacters({ tokens }: SequenceNeedle): boolean {
  return tokens.every(({ kind, text }) => kind === 'word' || text.length === 1);
}
