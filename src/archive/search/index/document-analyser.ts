import { DocumentEncoder } from '../document-encoder';
import { IdSink } from '../id-sink';
import { bodyField, occurrenceWeight, rankedFields, slotOf } from '../ranking';
import type { DocumentTexts } from '../search-document';
import { termOf } from '../stemming';
import { firstWordId, streamBreak, WordTable } from '../word-table';
import { ByteWriter } from './byte-writer';
import { GrowingUint32, GrowingUint8 } from './growing';
import { accentKey } from './term-keys';
import { TermTable } from './term-table';

/** What a Han pair adds to a field's length: Chinese writes most words with two characters. */
const hanLength = 0.5;

/**
 * Takes documents apart, one after another. What it says of a document holds until the next one.
 *
 * The tokens of a document are varints: field number + 1 opens a field, `streamBreak` parts its
 * texts, all other ids are those of `words`.
 */
export class DocumentAnalyser {
  readonly words = new WordTable();
  readonly terms = new TermTable();
  readonly tokens = new ByteWriter();
  /** Distinct terms, and beside each the slot of its impact. */
  readonly termIds = new GrowingUint32();
  readonly slots = new GrowingUint8();
  readonly #encoder = new DocumentEncoder(this.words);
  readonly #sink = new IdSink();
  /** Term of each word; 0 is none yet, otherwise one more than the id. */
  readonly #termOfWord = new GrowingUint32();
  #frequencies = new Float64Array(1 << 12);
  readonly #field = new GrowingUint32();
  #fieldLength = 0;

  analyse(document: DocumentTexts): void {
    this.tokens.clear();
    this.termIds.length = 0;
    this.slots.length = 0;
    rankedFields.forEach(({ texts }, field) => {
      const pieces = texts(document);
      if (pieces.length === 0 || (pieces.length === 1 && pieces[0] === '')) return;
      this.#field.length = 0;
      this.#fieldLength = 0;
      this.tokens.varint(field + 1);
      pieces.forEach((text, position) => {
        if (position > 0) this.tokens.varint(streamBreak);
        this.#read(text);
      });
      this.#endField(field);
    });
    this.#endDocument();
  }

  #read(text: string): void {
    const sink = this.#sink;
    sink.clear();
    this.#encoder.encode(text, sink);
    const { words, terms, tokens } = this;
    const field = this.#field;
    const textOf = (id: number): string => words.word(id);
    field.reserve(sink.length * 2 + 2);
    const { accents } = this.#encoder;
    let next = 0;
    let han = 0;
    let paired = false;
    let length = 0;
    for (let at = 0; at < sink.length; at += 1) {
      const id = sink.ids[at] ?? 0;
      tokens.varint(id);
      if (id >= firstWordId && words.isHan(id)) {
        // Alone a character stands for itself, in a pair for all ways in which it is written.
        const isDistinct = accents[next]?.[0] === at;
        field.push(isDistinct ? terms.id(accents[next]?.[1] ?? '') : this.termOf(id));
        if (isDistinct) next += 1;
        if (han !== 0) {
          field.push(terms.pair(han, id, textOf));
          length += hanLength;
          paired = true;
        }
        han = id;
        continue;
      }
      if (han !== 0 && !paired) length += hanLength;
      han = 0;
      paired = false;
      if (accents[next]?.[0] === at) next += 1;
      if (id < firstWordId) continue;
      field.push(this.termOf(id));
      if (!words.isStopWord(id)) length += 1;
    }
    if (han !== 0 && !paired) length += hanLength;
    this.#fieldLength += length;
    this.#readMarks(sink);
  }

  /** What the encoder said of words beyond their ids: joined by hyphens, written with accents. */
  #readMarks(sink: IdSink): void {
    const { hyphenJoins, accents } = this.#encoder;
    for (let at = 0; at < hyphenJoins.length; at += 1) {
      // "state-of-the-art" is one compound: its joins follow one another.
      const first = (hyphenJoins[at] ?? 0) - 1;
      while (hyphenJoins[at + 1] === (hyphenJoins[at] ?? 0) + 1) at += 1;
      const last = hyphenJoins[at] ?? 0;
      let joined = '';
      for (let part = first; part <= last; part += 1) {
        joined += this.words.word(sink.ids[part] ?? 0);
      }
      this.#field.push(this.terms.id(termOf(joined)));
    }
    for (const [position, spelled] of accents) {
      if (this.words.isHan(sink.ids[position] ?? 0)) continue;
      const folded = this.words.word(sink.ids[position] ?? 0);
      this.#field.push(this.terms.id(accentKey(folded, spelled)));
    }
  }

  /** The term of a word, or of a lone Han character. */
  termOf(wordId: number): number {
    const column = this.#termOfWord;
    if (column.length <= wordId) {
      column.reserve(wordId + 1 - column.length);
      column.length = column.values.length;
    }
    const known = column.values[wordId] ?? 0;
    if (known > 0) return known - 1;
    const word = this.words.word(wordId);
    const id = this.terms.id(this.words.isHan(wordId) ? word : termOf(word));
    column.values[wordId] = id + 1;
    return id;
  }

  #endField(number: number): void {
    const { values, length } = this.#field;
    const weight = occurrenceWeight(number, this.#fieldLength);
    for (let at = 0; at < length; at += 1) {
      const term = values[at] ?? 0;
      this.#count(term, weight);
      if (number !== bodyField) this.#count(this.terms.inField(number, term), weight);
    }
  }

  #count(term: number, weight: number): void {
    if (term >= this.#frequencies.length) {
      const larger = new Float64Array(Math.max(term + 1, this.#frequencies.length * 2));
      larger.set(this.#frequencies);
      this.#frequencies = larger;
    }
    const before = this.#frequencies[term] ?? 0;
    if (before === 0) this.termIds.push(term);
    this.#frequencies[term] = before + weight;
  }

  #endDocument(): void {
    const { values, length } = this.termIds;
    this.slots.reserve(length);
    for (let at = 0; at < length; at += 1) {
      const term = values[at] ?? 0;
      this.slots.push(slotOf(this.#frequencies[term] ?? 0));
      this.#frequencies[term] = 0;
    }
  }
}
