import { Buffer } from 'node:buffer';
import { termOf } from './stemming';
import { stopWords } from './stop-words';
import { detached, longestWord } from './word-folding';

/** Ids below this one are marks between the words of a text, not words. */
export const firstWordId = 16;
/** Parts two texts, and two Han characters that don't touch. */
export const streamBreak = 0;

/** What `firstHash` and `secondHash` start from. */
export const firstHashSeed = 0x811c9dc5 | 0;
export const secondHashSeed = 0x9e3779b9 | 0;

/**
 * One step of the first hash of a plain word, after FNV-1a; `group` is four of its lower-case letters
 * and digits, the first in the lowest byte, or what is left of them at the end.
 */
export function firstHash(hash: number, group: number): number {
  const mixed = Math.imul(hash ^ group, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** One step of the second, independent hash. */
export function secondHash(hash: number, group: number): number {
  return Math.imul(hash + group, 0x9e3779b1) ^ (hash >>> 15);
}

const firstBits = 14;

/** Has the number of a term not been asked for yet. */
const termUnknown = -2;
/** Han characters have no term of their own: it depends on their neighbours. */
const noTerm = -1;

const han = 1;
const stopWord = 2;

/**
 * The words of texts and their ids, given from `firstWordId` on in order of first sight; and the
 * terms under which they are indexed (stems), numbered from 0 on as they are asked for. A word and
 * a Han character of the same form have different ids.
 *
 * Plain words (only a-z and 0-9, at most `longestWord`) lie in an open hash table of typed arrays,
 * told apart by two 32-bit hashes, so that an encoder finds them without making a string; the others
 * lie in a map.
 */
export class WordTable {
  readonly #words: string[] = new Array<string>(firstWordId).fill('');
  #kinds = new Uint8Array(0);
  #termOfWord = new Int32Array(0);
  /** Ids of plain words where their hashes say; 0 is a free place. */
  #places = new Int32Array(0);
  /** Both hashes of each plain word: together, so that those of the usual words are near each other. */
  #hashes = new Int32Array(0);
  #mask = 0;
  #plainCount = 0;
  readonly #otherWords = new Map<string, number>();
  readonly #hanIds = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #termNumbers = new Map<string, number>();

  /**
   * What grows is assigned here once more: V8 takes fields that were assigned once for constants, and
   * throws away the code that it made of the busiest loops when that turns out wrong.
   */
  constructor() {
    this.#kinds = new Uint8Array(1 << 12);
    this.#termOfWord = new Int32Array(1 << 12).fill(termUnknown);
    this.#places = new Int32Array(1 << firstBits);
    this.#hashes = new Int32Array(2 << 12);
    this.#mask = (1 << firstBits) - 1;
  }

  /** One more than the last id. */
  get end(): number {
    return this.#words.length;
  }

  /** How many terms were asked for. */
  get termCount(): number {
    return this.#terms.length;
  }

  /** The id of a folded word, a new one if need be. */
  wordId(word: string): number {
    if (isPlain(word)) {
      const { first, second } = hashesOf(word);
      const known = this.plainId(first, second);
      return known === 0 ? this.addPlain(first, second, detached(word)) : known;
    }
    const known = this.#otherWords.get(word);
    if (known !== undefined) return known;
    const kept = detached(word);
    const id = this.#add(kept, stopWords.has(kept) ? stopWord : 0);
    this.#otherWords.set(kept, id);
    return id;
  }

  /** The id of a folded Han character, a new one if need be. */
  hanId(character: string): number {
    const known = this.#hanIds.get(character);
    if (known !== undefined) return known;
    const kept = detached(character);
    const id = this.#add(kept, han);
    this.#hanIds.set(kept, id);
    return id;
  }

  /** The id of a folded word that was seen before. */
  known(word: string): number | undefined {
    if (!isPlain(word)) return this.#otherWords.get(word);
    const { first, second } = hashesOf(word);
    const id = this.plainId(first, second);
    return id === 0 ? undefined : id;
  }

  /** The id of a folded Han character that was seen before. */
  knownHan(character: string): number | undefined {
    return this.#hanIds.get(character);
  }

  word(id: number): string {
    return this.#words[id] ?? '';
  }

  isHan(id: number): boolean {
    return ((this.#kinds[id] ?? 0) & han) !== 0;
  }

  isStopWord(id: number): boolean {
    return ((this.#kinds[id] ?? 0) & stopWord) !== 0;
  }

  /** The number of the term of a word; -1 for Han characters and what is no word. */
  termOf(id: number): number {
    const known = this.#termOfWord[id] ?? noTerm;
    if (known !== termUnknown) return known;
    const isWord = id >= firstWordId && id < this.#words.length && !this.isHan(id);
    const found = isWord ? this.#termNumber(termOf(this.word(id))) : noTerm;
    if (id < this.#words.length) this.#termOfWord[id] = found;
    return found;
  }

  /** The term with a number. */
  term(number: number): string {
    return this.#terms[number] ?? '';
  }

  /** The id of a plain word by its hashes; 0 when it was not seen before. */
  plainId(first: number, second: number): number {
    const places = this.#places;
    const hashes = this.#hashes;
    const mask = this.#mask;
    let at = (first ^ (first >>> 15)) & mask;
    for (;;) {
      const id = places[at] ?? 0;
      if (id === 0 || (hashes[id * 2] === first && hashes[id * 2 + 1] === second)) return id;
      at = (at + 1) & mask;
    }
  }

  /** Adds a plain word that `plainId` doesn't know. The string must not be a piece of a text. */
  addPlain(first: number, second: number, word: string): number {
    this.#plainCount += 1;
    if (this.#plainCount * 2 > this.#mask) this.#growPlaces();
    const id = this.#add(word, stopWords.has(word) ? stopWord : 0);
    this.#hashes[id * 2] = first;
    this.#hashes[id * 2 + 1] = second;
    this.#places[freePlace(this.#places, this.#mask, first)] = id;
    return id;
  }

  #add(word: string, kind: number): number {
    const id = this.#words.length;
    this.#words.push(word);
    if (id >= this.#kinds.length) {
      const kinds = new Uint8Array(this.#kinds.length * 2);
      kinds.set(this.#kinds);
      this.#kinds = kinds;
      const terms = new Int32Array(this.#termOfWord.length * 2).fill(termUnknown);
      terms.set(this.#termOfWord);
      this.#termOfWord = terms;
      const hashes = new Int32Array(this.#hashes.length * 2);
      hashes.set(this.#hashes);
      this.#hashes = hashes;
    }
    this.#kinds[id] = kind;
    return id;
  }

  #termNumber(term: string): number {
    const known = this.#termNumbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#terms.push(term);
    this.#termNumbers.set(term, number);
    return number;
  }

  #growPlaces(): void {
    const mask = this.#mask * 2 + 1;
    const larger = new Int32Array(mask + 1);
    for (const id of this.#places) {
      if (id !== 0) larger[freePlace(larger, mask, this.#hashes[id * 2] ?? 0)] = id;
    }
    this.#places = larger;
    this.#mask = mask;
  }
}

function freePlace(places: Int32Array, mask: number, first: number): number {
  let at = (first ^ (first >>> 15)) & mask;
  while (places[at] !== 0) at = (at + 1) & mask;
  return at;
}

function isPlain(word: string): boolean {
  if (word.length > longestWord || word === '') return false;
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    if (!((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57))) return false;
  }
  return true;
}

function hashesOf(word: string): { readonly first: number; readonly second: number } {
  let first = firstHashSeed;
  let second = secondHashSeed;
  for (let at = 0; at < word.length; at += 4) {
    let group = word.charCodeAt(at);
    for (let next = 1; next < 4 && at + next < word.length; next += 1) {
      group |= word.charCodeAt(at + next) << (8 * next);
    }
    first = firstHash(first, group);
    second = secondHash(second, group);
  }
  return { first, second };
}

const scratch = Buffer.alloc(longestWord);

/** A plain word from the UTF-16 code units from `start` to `end`; apostrophes are left out. */
export function plainWord(units: Uint16Array, start: number, end: number): string {
  let length = 0;
  for (let at = start; at < end; at += 1) {
    const unit = units[at] ?? 0;
    const lower = unit >= 65 && unit <= 90 ? unit + 32 : unit;
    if (!((lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57))) continue;
    scratch[length] = lower;
    length += 1;
  }
  return scratch.toString('latin1', 0, length);
}
