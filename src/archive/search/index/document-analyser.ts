import { DocumentEncoder } from '../document-encoder';
import { bodyField, occurrenceWeight, rankedFields, slotOf } from '../ranking';
import type { DocumentTexts } from '../search-document';
import { termOf } from '../stemming';
import { firstWordId, streamBreak, WordTable } from '../word-table';
import { GrowingUint32, GrowingUint8 } from './growing';
import { accentKey } from './term-keys';
import { pairKey, TermTable } from './term-table';

/** What a Han pair adds to a field's length: Chinese writes most words with two characters. */
const hanLength = 0.5;

/** Meaning of a word: 0 is not known yet, otherwise these bits and, above them, its term. */
const lengthBit = 1;
const wordBit = 2;
const hanBit = 4;
const termShift = 3;

/**
 * Takes documents apart, one after another. What it says of a document holds until the next one.
 *
 * Among the tokens of a document field number + 1 opens a field, `streamBreak` parts its texts, all
 * other ids are those of `words`.
 */
export class DocumentAnalyser {
  readonly words = new WordTable();
  readonly terms = new TermTable();
  readonly tokens = new GrowingUint32();
  /** Distinct terms, and beside each the slot of its impact. */
  readonly termIds = new GrowingUint32();
  readonly slots = new GrowingUint8();
  readonly #encoder = new DocumentEncoder(this.words);
  /** Of each word; words that don't count for a field's length lack `lengthBit`. */
  #meanings = new Uint32Array(0);
  /** One more than the place in `termIds` of each term; 0 for those that the document lacks. */
  #places = new Uint32Array(0);
  /** Beside `termIds`: weighted frequencies, and occurrences in the field that is read. */
  #frequencies = new Float64Array(0);
  #occurrences = new Uint32Array(0);
  /** Places in `termIds` of the terms of the field that is read. */
  readonly #field = new GrowingUint32();
  #fieldLength = 0;
  /** Terms of compounds of two words, by their ids. */
  readonly #compounds = new Map<number, number>();

  readonly #wordText = (id: number): string => this.words.word(id);

  /** What grows is assigned once more, as in `WordTable`. */
  constructor() {
    this.#meanings = new Uint32Array(1 << 12);
    this.#places = new Uint32Array(1 << 12);
    this.#frequencies = new Float64Array(1 << 10);
    this.#occurrences = new Uint32Array(1 << 10);
  }

  analyse(document: DocumentTexts): void {
    this.tokens.clear();
    this.termIds.length = 0;
    this.slots.length = 0;
    rankedFields.forEach(({ texts }, field) => {
      const pieces = texts(document);
      if (pieces.length === 0 || (pieces.length === 1 && pieces[0] === '')) return;
      this.#field.length = 0;
      this.#fieldLength = 0;
      this.tokens.push(field + 1);
      pieces.forEach((text, position) => {
        if (position > 0) this.tokens.push(streamBreak);
        this.#read(text);
      });
      this.#endField(field);
    });
    this.#endDocument();
  }

  #read(text: string): void {
    const { tokens } = this;
    const from = tokens.length;
    this.#encoder.encode(text, tokens);
    this.#meetWords();
    this.#countTokens(tokens.values, from, tokens.length);
    this.#readMarks(tokens);
  }

  /** Room for the meanings of all words that were seen. */
  #meetWords(): void {
    if (this.#meanings.length >= this.words.end) return;
    const larger = new Uint32Array(Math.max(this.words.end, this.#meanings.length * 2));
    larger.set(this.#meanings);
    this.#meanings = larger;
  }

  /** This loop runs for each word of an archive: whatever it reads often is at hand. */
  #countTokens(ids: Uint32Array, from: number, to: number): void {
    const meanings = this.#meanings;
    const field = this.#field;
    const { accents } = this.#encoder;
    let next = 0;
    let han = 0;
    let paired = false;
    let lengths = 0;
    let length = 0;
    // A Han character adds a pair at most besides itself.
    this.#reserve((to - from) * 2);
    let places = this.#places;
    const occurrences = this.#occurrences;
    const fieldPlaces = field.values;
    for (let at = from; at < to; at += 1) {
      const id = ids[at] ?? 0;
      let meaning = meanings[id] ?? 0;
      if (meaning === 0 && id >= firstWordId) {
        meaning = this.#meaningOf(id);
        places = this.#places;
      }
      if ((meaning & hanBit) !== 0) {
        while ((accents[next]?.[0] ?? to) < at) next += 1;
        // Alone a character stands for itself, in a pair for all ways in which it is written.
        const isDistinct = accents[next]?.[0] === at;
        this.#count(isDistinct ? this.terms.id(accents[next]?.[1] ?? '') : meaning >>> termShift);
        if (han !== 0) {
          this.#count(this.terms.pair(han, id, this.#wordText));
          length += hanLength;
          paired = true;
        }
        places = this.#places;
        han = id;
        continue;
      }
      if (han !== 0) {
        if (!paired) length += hanLength;
        han = 0;
        paired = false;
      }
      if (meaning === 0) continue;
      lengths += meaning & lengthBit;
      const term = meaning >>> termShift;
      const known = places[term] ?? 0;
      const place = known === 0 ? this.#meet(term) : known - 1;
      const before = occurrences[place] ?? 0;
      occurrences[place] = before + 1;
      if (before === 0) {
        fieldPlaces[field.length] = place;
        field.length += 1;
      }
    }
    if (han !== 0 && !paired) length += hanLength;
    this.#fieldLength += length + lengths;
  }

  /** What the encoder said of words beyond their ids: joined by hyphens, written with accents. */
  #readMarks({ values: ids }: GrowingUint32): void {
    const { hyphenJoins, accents } = this.#encoder;
    if (hyphenJoins.length > 0) this.#reserve(hyphenJoins.length);
    for (let at = 0; at < hyphenJoins.length; at += 1) {
      // "state-of-the-art" is one compound: its joins follow one another.
      const first = (hyphenJoins[at] ?? 0) - 1;
      while (hyphenJoins[at + 1] === (hyphenJoins[at] ?? 0) + 1) at += 1;
      this.#count(this.#compound(ids, first, hyphenJoins[at] ?? 0));
    }
    if (accents.length > 0) this.#reserve(accents.length);
    for (const [position, spelled] of accents) {
      if (this.words.isHan(ids[position] ?? 0)) continue;
      const folded = this.words.word(ids[position] ?? 0);
      this.#count(this.terms.id(accentKey(folded, spelled)));
    }
  }

  /** The term of the words from `first` to `last`, written together. */
  #compound(ids: Uint32Array, first: number, last: number): number {
    if (last > first + 1) return this.#compoundAnew(ids, first, last);
    const key = pairKey(ids[first] ?? 0, ids[last] ?? 0);
    const known = this.#compounds.get(key);
    if (known !== undefined) return known;
    const term = this.#compoundAnew(ids, first, last);
    this.#compounds.set(key, term);
    return term;
  }

  #compoundAnew(ids: Uint32Array, first: number, last: number): number {
    let joined = '';
    for (let part = first; part <= last; part += 1) joined += this.words.word(ids[part] ?? 0);
    return this.terms.id(termOf(joined));
  }

  /** The term of a word, or of a lone Han character. */
  termOf(wordId: number): number {
    this.#meetWords();
    const known = this.#meanings[wordId] ?? 0;
    return (known === 0 ? this.#meaningOf(wordId) : known) >>> termShift;
  }

  #meaningOf(wordId: number): number {
    const { words } = this;
    const word = words.word(wordId);
    const isHan = words.isHan(wordId);
    const term = this.terms.id(isHan ? word : termOf(word));
    const kind = isHan ? hanBit : words.isStopWord(wordId) ? wordBit : wordBit | lengthBit;
    const meaning = ((term << termShift) | kind) >>> 0;
    this.#meanings[wordId] = meaning;
    this.#meetTerm(term);
    return meaning;
  }

  /** Room for the place of a term. */
  #meetTerm(term: number): void {
    if (term < this.#places.length) return;
    const larger = new Uint32Array(Math.max(term + 1, this.#places.length * 2));
    larger.set(this.#places);
    this.#places = larger;
  }

  /** Room for so many more terms of the document, and of the field. */
  #reserve(more: number): void {
    this.#field.reserve(more);
    this.termIds.reserve(more);
    const most = this.termIds.values.length;
    if (this.#occurrences.length >= most) return;
    const occurrences = new Uint32Array(most);
    occurrences.set(this.#occurrences);
    this.#occurrences = occurrences;
    const frequencies = new Float64Array(most);
    frequencies.set(this.#frequencies);
    this.#frequencies = frequencies;
  }

  /** Another term of the document; answers its place. */
  #meet(term: number): number {
    const place = this.termIds.length;
    this.termIds.values[place] = term;
    this.termIds.length = place + 1;
    this.#places[term] = place + 1;
    this.#frequencies[place] = 0;
    return place;
  }

  /** The place of a term in the document. */
  #placeOf(term: number): number {
    this.#meetTerm(term);
    const known = this.#places[term] ?? 0;
    return known === 0 ? this.#meet(term) : known - 1;
  }

  /** An occurrence in the field that is read. */
  #count(term: number): void {
    const place = this.#placeOf(term);
    const before = this.#occurrences[place] ?? 0;
    this.#occurrences[place] = before + 1;
    if (before === 0) this.#field.push(place);
  }

  #endField(number: number): void {
    const { values, length } = this.#field;
    const weight = occurrenceWeight(number, this.#fieldLength);
    const inField = number !== bodyField;
    if (inField) this.#reserve(length);
    const { termIds } = this;
    const occurrences = this.#occurrences;
    const frequencies = this.#frequencies;
    for (let at = 0; at < length; at += 1) {
      const place = values[at] ?? 0;
      const count = occurrences[place] ?? 0;
      occurrences[place] = 0;
      frequencies[place] = weighted(frequencies[place] ?? 0, count, weight);
      if (!inField) continue;
      const term = this.#placeOf(this.terms.inField(number, termIds.values[place] ?? 0));
      frequencies[term] = weighted(frequencies[term] ?? 0, count, weight);
    }
  }

  #endDocument(): void {
    const { values, length } = this.termIds;
    const { slots } = this;
    slots.reserve(length);
    slots.length = length;
    const beside = slots.values;
    const places = this.#places;
    const frequencies = this.#frequencies;
    for (let at = 0; at < length; at += 1) {
      beside[at] = slotOf(frequencies[at] ?? 0);
      places[values[at] ?? 0] = 0;
    }
  }
}

/** Added one by one: multiplied, a sum could fall beside another one by its last bit. */
function weighted(before: number, count: number, weight: number): number {
  let frequency = before;
  for (let left = count; left > 0; left -= 1) frequency += weight;
  return frequency;
}
