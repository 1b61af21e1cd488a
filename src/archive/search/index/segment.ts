import { Buffer } from 'node:buffer';
import { PostingStore, slotCount, type Postings } from '../posting-store';
import type { DocumentTexts, SearchDocument } from '../search-document';
import { firstWordId } from '../word-table';
import type { Token } from '../text-analysis';
import {
  dateText,
  listFacets,
  parseTraits,
  type Columns,
  type FacetColumn,
  type ListFacet,
} from './columns';
import { parseTexts } from './document-texts';
import type { Part, VisitBytes } from './part';
import { noTerm } from './segment-builder';
import { sectionNames, type SectionName, type SegmentSource } from './segment-sections';
import { accentPrefix } from './term-keys';
import { fieldStretches, hasSequence, readTokens, sequenceOf, type Sequence } from './token-bytes';

/** Postings that FlexSearch holds before it is emptied: 4 bytes each. */
const mostHeldPostings = 1 << 24;
/** Terms whose numbers are remembered: one question asks for each several times. */
const mostKnownTerms = 4_096;
/** Documents whose tokens are read one by one before all are read at once. */
const fewTokenReads = 400;
/** Token sections up to this size are read whole and stay in memory. */
const mostTokenBytes = 1 << 28;

/** The documents of a segment file. */
export class Segment implements Part {
  readonly size: number;
  readonly alive: Uint8Array;
  readonly columns: Columns;
  readonly #file: SegmentSource;
  #living: number;
  #postingStore = new PostingStore();
  readonly #held = new Set<number>();
  #heldPostings = 0;
  /** Living documents with a term, where removed ones made a difference. */
  readonly #frequencyLoss = new Map<number, number>();
  readonly #knownTerms = new Map<string, number>();
  #owing: number[] = [];
  /** Documents whose tokens were read from the file, one by one. */
  #tokenReads = 0;
  readonly #termOffsets: Uint32Array;
  readonly #terms: Buffer;
  readonly #frequencies: Uint32Array;
  readonly #postingOffsets: Uint32Array;
  readonly #wordOffsets: Uint32Array;
  readonly #words: Buffer;
  readonly #wordTerms: Uint32Array;
  readonly #wordIds: Uint32Array;
  readonly #idOffsets: Uint32Array;
  readonly #ids: Buffer;
  readonly #idOrder: Uint32Array;
  readonly #stamps: Uint32Array;
  readonly #tokenOffsets: Uint32Array;
  readonly #textOffsets: Uint32Array;
  #allTokens: string | null = null;
  #wordsByTerm: { readonly offsets: Uint32Array; readonly ids: Uint32Array } | null = null;

  constructor(file: SegmentSource) {
    this.#file = file;
    this.size = file.counts.documents;
    this.#living = this.size;
    this.alive = new Uint8Array(this.size).fill(1);
    this.#termOffsets = file.numbers('termOffsets');
    this.#terms = bufferOf(file.bytes('terms'));
    this.#frequencies = file.numbers('documentFrequencies');
    this.#postingOffsets = file.numbers('postingOffsets');
    this.#wordOffsets = file.numbers('wordOffsets');
    this.#words = bufferOf(file.bytes('words'));
    this.#wordTerms = file.numbers('wordTerms');
    this.#wordIds = file.numbers('wordIds');
    this.#idOffsets = file.numbers('idOffsets');
    this.#ids = bufferOf(file.bytes('ids'));
    this.#idOrder = file.numbers('idOrder');
    this.#stamps = file.numbers('stamps');
    this.#tokenOffsets = file.numbers('tokenOffsets');
    this.#textOffsets = file.numbers('textOffsets');
    const facets = Object.fromEntries(
      listFacets.map((facet) => [facet, facetColumn(file, facet)]),
    ) as Record<ListFacet, FacetColumn>;
    this.columns = { dates: file.numbers('dates'), traits: file.bytes('traits'), facets };
  }

  get living(): number {
    return this.#living;
  }

  /** Bytes of a section of its file. */
  lengthOf(name: SectionName): number {
    return this.#file.length(name);
  }

  /** Whether the file still has its checksums; yields between pieces. */
  *check(names: readonly SectionName[] = sectionNames): Generator<undefined, boolean> {
    for (const name of names) {
      try {
        if (!(yield* this.#file.check(name))) return false;
      } catch {
        return false;
      }
    }
    return true;
  }

  /** Documents that are void. */
  get voided(): readonly number[] {
    const documents: number[] = [];
    this.alive.forEach((alive, document) => {
      if (alive === 0) documents.push(document);
    });
    return documents;
  }

  /** Living documents that each term has lost, by the term's number. */
  get frequencyLoss(): ReadonlyMap<number, number> {
    return this.#frequencyLoss;
  }

  close(): void {
    this.#file.close();
  }

  /** Voids the documents that were void when the losses were noted. */
  removeAgain(documents: readonly number[], losses: readonly (readonly [number, number])[]): void {
    for (const document of documents) {
      if (this.alive[document] !== 1) continue;
      this.alive[document] = 0;
      this.#living -= 1;
    }
    for (const [term, loss] of losses) this.#frequencyLoss.set(term, loss);
  }

  /** Voids a document. What its terms lose by that is owed until `settle`. */
  remove(document: number): void {
    if (this.alive[document] !== 1) return;
    this.alive[document] = 0;
    this.#living -= 1;
    this.#owing.push(document);
  }

  /** Takes removed documents out of the counts of their terms; without it `documentsWith` is wrong. */
  settle(termsOf: (texts: DocumentTexts) => Iterable<string>): void {
    for (const document of this.#owing) {
      for (const text of termsOf(this.textsOf(document))) {
        const term = this.term(text);
        if (term >= 0) this.#frequencyLoss.set(term, (this.#frequencyLoss.get(term) ?? 0) + 1);
      }
    }
    this.#owing = [];
  }

  idOf(document: number): string {
    return this.#ids.toString('utf8', this.#idOffsets[document], this.#idOffsets[document + 1]);
  }

  numberOf(id: string): number | undefined {
    const wanted = Buffer.from(id, 'utf8');
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const document = this.#idOrder[middle] ?? 0;
      if (this.#compareId(document, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    const document = this.#idOrder[low];
    if (document === undefined || this.#compareId(document, wanted) !== 0) return undefined;
    return this.alive[document] === 1 ? document : undefined;
  }

  stampOf(document: number): number {
    return this.#stamps[document] ?? 0;
  }

  textsOf(document: number): DocumentTexts {
    const bytes = this.#file.slice(
      'texts',
      this.#textOffsets[document] ?? 0,
      this.#textOffsets[document + 1] ?? 0,
    );
    return parseTexts(bufferOf(bytes).toString('utf8'));
  }

  documentOf(document: number): SearchDocument {
    const { dates, traits } = this.columns;
    return {
      id: this.idOf(document),
      ...this.textsOf(document),
      publicationDate: dateText(dates[document] ?? 0),
      ...parseTraits(traits[document] ?? 0),
      partnerIds: this.#facetValues('partner', document),
      tags: this.#facetValues('tag', document),
      personNames: this.#facetValues('person', document),
      stamp: this.stampOf(document),
    };
  }

  term(text: string): number {
    const known = this.#knownTerms.get(text);
    if (known !== undefined) return known;
    const term = find(this.#terms, this.#termOffsets, this.#frequencies.length, text);
    if (this.#knownTerms.size >= mostKnownTerms) this.#knownTerms.clear();
    this.#knownTerms.set(text, term);
    return term;
  }

  termText(term: number): string {
    return this.#terms.toString(
      'utf8',
      this.#termOffsets[term] ?? 0,
      this.#termOffsets[term + 1] ?? 0,
    );
  }

  documentsWith(term: number): number {
    return (this.#frequencies[term] ?? 0) - (this.#frequencyLoss.get(term) ?? 0);
  }

  postings(term: number): Postings {
    const key = String(term);
    if (!this.#held.has(term)) {
      const count = this.#frequencies[term] ?? 0;
      if (this.#heldPostings + count > mostHeldPostings) {
        this.#postingStore = new PostingStore();
        this.#held.clear();
        this.#heldPostings = 0;
      }
      this.#postingStore.put(key, this.#readPostings(term));
      this.#held.add(term);
      this.#heldPostings += count;
    }
    return this.#postingStore.postings(key);
  }

  visitWords(prefix: string, visit: (word: string, term: number) => void): void {
    const [from, to] = range(this.#words, this.#wordOffsets, this.#wordTerms.length, prefix);
    for (let rank = from; rank < to; rank += 1) {
      const term = this.#wordTerms[rank] ?? noTerm;
      if (term === noTerm) continue;
      visit(this.#wordAt(rank), term);
    }
  }

  visitTerms(prefix: string, visit: (term: number) => void): void {
    const [from, to] = range(this.#words, this.#wordOffsets, this.#wordTerms.length, prefix);
    for (let rank = from; rank < to; rank += 1) {
      const term = this.#wordTerms[rank] ?? noTerm;
      if (term !== noTerm) visit(term);
    }
  }

  visitWordBytes(minLength: number, maxLength: number, visit: VisitBytes): void {
    const offsets = this.#wordOffsets;
    const words = this.#words;
    for (let rank = 0; rank < this.#wordTerms.length; rank += 1) {
      const start = offsets[rank] ?? 0;
      const end = offsets[rank + 1] ?? 0;
      if (end - start < minLength || end - start > maxLength) continue;
      if (this.#wordTerms[rank] !== noTerm) visit(words, start, end);
    }
  }

  visitSpellings(folded: string, visit: (term: number) => void): void {
    const prefix = accentPrefix(folded);
    const [from, to] = range(this.#terms, this.#termOffsets, this.#frequencies.length, prefix);
    for (let term = from; term < to; term += 1) visit(term);
  }

  sequence(tokens: readonly Token[]): Sequence | null {
    return sequenceOf(tokens, ({ text, kind }) => this.wordId(text, kind));
  }

  contains(document: number, sequence: Sequence, fields: readonly number[] | null): boolean {
    if (this.#allTokens === null) this.#readAllTokens();
    const [tokens, start, end] = this.tokenText(document);
    if (fields === null) return hasSequence(tokens, start, end, sequence);
    return fieldStretches(tokens, start, end, fields).some(([from, to]) =>
      hasSequence(tokens, from, to, sequence),
    );
  }

  tokens(document: number): Uint32Array {
    const [text, start, end] = this.tokenText(document);
    return readTokens(text, start, end);
  }

  wordsOf(term: number): Uint32Array {
    this.#wordsByTerm ??= wordsByTerm(this.#wordTerms, this.#wordIds, this.#frequencies.length);
    const { offsets, ids } = this.#wordsByTerm;
    return ids.subarray(offsets[term], offsets[term + 1]);
  }

  isHan(wordId: number): boolean {
    return wordId >= firstWordId && this.#wordTerms[this.#rank(wordId)] === noTerm;
  }

  word(wordId: number): string {
    return wordId < firstWordId ? '' : this.#wordAt(this.#rank(wordId));
  }

  termOfWord(wordId: number): number {
    return this.#wordTerms[this.#rank(wordId)] ?? noTerm;
  }

  wordId(word: string, kind: Token['kind']): number {
    const count = this.#wordTerms.length;
    let rank = find(this.#words, this.#wordOffsets, count, word);
    if (rank < 0) return 0;
    // A word and a Han character of the same form stand side by side.
    if ((this.#wordTerms[rank] === noTerm) !== (kind === 'han')) rank += 1;
    if (rank >= count || this.#wordAt(rank) !== word) return 0;
    return (this.#wordTerms[rank] === noTerm) === (kind === 'han') ? (this.#wordIds[rank] ?? 0) : 0;
  }

  #facetValues(facet: ListFacet, document: number): readonly string[] {
    const { offsets, values, text } = this.columns.facets[facet];
    return Array.from(values.subarray(offsets[document], offsets[document + 1]), text);
  }

  #rank(wordId: number): number {
    return this.#file.numbers('ranks')[wordId - firstWordId] ?? 0;
  }

  #wordAt(rank: number): string {
    return this.#words.toString(
      'utf8',
      this.#wordOffsets[rank] ?? 0,
      this.#wordOffsets[rank + 1] ?? 0,
    );
  }

  #compareId(document: number, wanted: Buffer): number {
    return this.#ids.compare(
      wanted,
      0,
      wanted.length,
      this.#idOffsets[document],
      this.#idOffsets[document + 1],
    );
  }

  tokenText(document: number): readonly [string, number, number] {
    const start = this.#tokenOffsets[document] ?? 0;
    const end = this.#tokenOffsets[document + 1] ?? 0;
    if (this.#allTokens === null) {
      this.#tokenReads += 1;
      if (this.#tokenReads > fewTokenReads) this.#readAllTokens();
    }
    if (this.#allTokens !== null) return [this.#allTokens, start, end];
    const bytes = bufferOf(this.#file.slice('tokens', start, end));
    return [bytes.toString('latin1'), 0, bytes.length];
  }

  #readAllTokens(): void {
    const length = this.#file.length('tokens');
    if (length > mostTokenBytes) return;
    this.#allTokens = bufferOf(this.#file.slice('tokens', 0, length)).toString('latin1');
  }

  #readPostings(term: number): Postings {
    const start = this.#postingOffsets[term] ?? 0;
    const end = this.#postingOffsets[term + 1] ?? 0;
    const bytes = this.#file.slice('postings', start, end);
    const slots: Uint32Array[] = [];
    let at = 0;
    const varint = (): number => {
      let byte = bytes[at] ?? 0;
      at += 1;
      if (byte < 128) return byte;
      let value = byte & 127;
      let shift = 7;
      do {
        byte = bytes[at] ?? 0;
        at += 1;
        value |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      return value;
    };
    while (at < bytes.length) {
      const slot = varint();
      const documents = new Uint32Array(Math.min(varint() >>> 0, this.size));
      let last = 0;
      for (let index = 0; index < documents.length; index += 1) {
        last += varint();
        documents[index] = last;
      }
      // Of a damaged file nothing is certain; an index beyond the slots would make a list of billions.
      if (slot >= 0 && slot < slotCount) slots[slot] = documents;
    }
    return slots;
  }
}

/** The ids of the words of each term, one term after another. */
function wordsByTerm(
  wordTerms: Uint32Array,
  wordIds: Uint32Array,
  terms: number,
): { readonly offsets: Uint32Array; readonly ids: Uint32Array } {
  const offsets = new Uint32Array(terms + 1);
  for (const term of wordTerms)
    if (term !== noTerm) offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms; term += 1) {
    offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  }
  const next = offsets.slice();
  const ids = new Uint32Array(offsets[terms] ?? 0);
  wordTerms.forEach((term, rank) => {
    if (term === noTerm) return;
    const place = next[term] ?? 0;
    ids[place] = wordIds[rank] ?? 0;
    next[term] = place + 1;
  });
  return { offsets, ids };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function facetColumn(file: SegmentSource, facet: ListFacet): FacetColumn {
  let texts: readonly string[] | null = null;
  const read = (): readonly string[] =>
    (texts ??= JSON.parse(
      bufferOf(file.bytes(`${facet}Texts`)).toString('utf8') || '[]',
    ) as readonly string[]);
  return {
    offsets: file.numbers(`${facet}Offsets`),
    values: file.numbers(`${facet}Values`),
    get size() {
      return read().length;
    },
    text: (value) => read()[value] ?? '',
  };
}

/** The first text that isn't before `wanted`; texts are in the order of their UTF-8 bytes. */
function lowerBound(texts: Buffer, offsets: Uint32Array, count: number, wanted: Buffer): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = texts.compare(
      wanted,
      0,
      wanted.length,
      offsets[middle] ?? 0,
      offsets[middle + 1] ?? 0,
    );
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function find(texts: Buffer, offsets: Uint32Array, count: number, wanted: string): number {
  const bytes = Buffer.from(wanted, 'utf8');
  const at = lowerBound(texts, offsets, count, bytes);
  if (at >= count) return -1;
  const order = texts.compare(bytes, 0, bytes.length, offsets[at] ?? 0, offsets[at + 1] ?? 0);
  return order === 0 ? at : -1;
}

/** From the first text that begins with `prefix` to behind the last. */
function range(
  texts: Buffer,
  offsets: Uint32Array,
  count: number,
  prefix: string,
): readonly [number, number] {
  const bytes = Buffer.from(prefix, 'utf8');
  // No UTF-8 text has a byte as high.
  const behind = Buffer.concat([bytes, Buffer.of(0xff)]);
  return [lowerBound(texts, offsets, count, bytes), lowerBound(texts, offsets, count, behind)];
}
