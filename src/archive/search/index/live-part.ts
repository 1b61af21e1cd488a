import type { Postings } from '../posting-store';
import { SortedWords } from '../sorted-words';
import type { DocumentTexts, SearchDocument } from '../search-document';
import { firstWordId } from '../word-table';
import type { Token } from '../text-analysis';
import {
  dateNumber,
  listFacets,
  listValues,
  traitsOf,
  type Columns,
  type ListFacet,
} from './columns';
import { ByteWriter } from './byte-writer';
import { DocumentAnalyser } from './document-analyser';
import { FacetValues } from './facet-values';
import { GrowingUint32, GrowingUint8 } from './growing';
import { LivePostings } from './live-postings';
import type { Part, VisitBytes } from './part';
import { accentPrefix } from './term-keys';
import { siftEach } from './sequence-sieve';
import {
  hasInFields,
  readTokens,
  sequenceOf,
  tokenTextOf,
  type Sequence,
  type TokenText,
} from './token-bytes';

/** Of a UTF-16 code unit in UTF-8; the least is one. */
const mostBytesOfUnit = 3;

interface LiveDocument {
  readonly document: SearchDocument;
  /** Varints, each byte a character. */
  readonly tokens: string;
  readonly terms: Uint32Array;
}

/** The documents that are in no segment yet. */
export class LivePart implements Part {
  /** Made for the first document: it takes more memory than many a question. */
  #ownAnalyser: DocumentAnalyser | null = null;
  readonly #postings = new LivePostings();
  readonly #documents: LiveDocument[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #frequencies = new GrowingUint32();
  readonly #sortedWords = new SortedWords();
  readonly #wordsByTerm = new Map<number, number[]>();
  readonly #spellings = new SortedWords();
  #wordsEnd = firstWordId;
  #termsKnown = 0;
  readonly #alive = new GrowingUint8();
  readonly #dates = new GrowingUint32();
  readonly #traits = new GrowingUint8();
  readonly #facets: Readonly<Record<ListFacet, FacetValues>> = {
    partner: new FacetValues(),
    tag: new FacetValues(),
    person: new FacetValues(),
  };

  get #analyser(): DocumentAnalyser {
    return (this.#ownAnalyser ??= new DocumentAnalyser());
  }

  get size(): number {
    return this.#documents.length;
  }

  get living(): number {
    return this.#numbers.size;
  }

  get alive(): Uint8Array {
    return this.#alive.view();
  }

  get columns(): Columns {
    return { dates: this.#dates.view(), traits: this.#traits.view(), facets: this.#facets };
  }

  documentOf(document: number): SearchDocument {
    const live = this.#documents[document];
    if (live === undefined) throw new RangeError(`there is no document ${document}`);
    return live.document;
  }

  /** No living document of the same id may be there. */
  add(document: SearchDocument): void {
    const number = this.#documents.length;
    const analyser = this.#analyser;
    analyser.analyse(document);
    const terms = analyser.termIds.view().slice();
    this.#postings.add(number, terms, analyser.slots.view(), analyser.terms.size);
    this.#learn();
    this.#countAll(terms, 1);
    this.#documents.push({ document, tokens: bytesOf(analyser.tokens), terms });
    this.#numbers.set(document.id, number);
    this.#alive.push(1);
    this.#dates.push(dateNumber(document.publicationDate));
    this.#traits.push(traitsOf(document));
    for (const facet of listFacets) this.#facets[facet].add(listValues(document, facet));
  }

  remove(number: number): void {
    const live = this.#documents[number];
    if (live === undefined || this.#alive.values[number] !== 1) return;
    this.#alive.values[number] = 0;
    this.#numbers.delete(live.document.id);
    this.#countAll(live.terms, -1);
  }

  /** All terms of a document, whether or not it is here. */
  termsOf(document: DocumentTexts): readonly string[] {
    const analyser = this.#analyser;
    analyser.analyse(document);
    this.#learn();
    return Array.from(analyser.termIds.view(), (term) => analyser.terms.text(term));
  }

  idOf(document: number): string {
    return this.#documents[document]?.document.id ?? '';
  }

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  stampOf(document: number): number {
    return this.#documents[document]?.document.stamp ?? 0;
  }

  textsOf(document: number): DocumentTexts {
    return this.documentOf(document);
  }

  term(text: string): number {
    return this.#ownAnalyser?.terms.known(text) ?? -1;
  }

  termText(term: number): string {
    return this.#analyser.terms.text(term);
  }

  documentsWith(term: number): number {
    return this.#frequencies.values[term] ?? 0;
  }

  expect(): void {
    // They are in memory.
  }

  postings(term: number): Postings {
    return this.#postings.postings(term, this.termText(term));
  }

  visitWords(prefix: string, visit: (word: string, term: number) => void): void {
    this.#sortedWords.visitPrefix(prefix, (word) => {
      visit(word, this.termOfWord(this.#analyser.words.known(word) ?? 0));
    });
  }

  visitTerms(prefix: string, visit: (term: number) => void): void {
    this.visitWords(prefix, (_, term) => {
      visit(term);
    });
  }

  visitWordBytes(minLength: number, maxLength: number, visit: VisitBytes): void {
    const words = this.#ownAnalyser?.words;
    if (words === undefined) return;
    const bytes = Buffer.allocUnsafe(maxLength * mostBytesOfUnit);
    for (let id = firstWordId; id < words.end; id += 1) {
      const word = words.word(id);
      if (word.length > maxLength || word.length * mostBytesOfUnit < minLength) continue;
      if (words.isHan(id)) continue;
      const length = bytes.write(word, 'utf8');
      if (length >= minLength && length <= maxLength) visit(bytes, 0, length);
    }
  }

  visitSpellings(folded: string, visit: (term: number) => void): void {
    this.#spellings.visitPrefix(accentPrefix(folded), (key) => {
      visit(this.term(key));
    });
  }

  sequence(tokens: readonly Token[]): Sequence | null {
    return sequenceOf(tokens, ({ text, kind }) => this.wordId(text, kind));
  }

  contains(document: number, sequence: Sequence, fields: readonly number[] | null): boolean {
    return hasInFields(this.#tokensOf(document), sequence, fields);
  }

  sift(
    documents: Uint32Array,
    count: number,
    sequence: Sequence,
    fields: readonly number[] | null,
  ): number {
    return siftEach(documents, count, (document) => this.contains(document, sequence, fields));
  }

  tokens(document: number): Uint32Array {
    return readTokens(this.#tokensOf(document));
  }

  expectTokens(): void {
    // They are in memory, and few.
  }

  tokenText(document: number): TokenText {
    return tokenTextOf(this.#tokensOf(document));
  }

  wordsOf(term: number): readonly number[] {
    return this.#wordsByTerm.get(term) ?? [];
  }

  isHan(wordId: number): boolean {
    return wordId >= firstWordId && this.#analyser.words.isHan(wordId);
  }

  word(wordId: number): string {
    return this.#analyser.words.word(wordId);
  }

  termOfWord(wordId: number): number {
    return this.#analyser.termOf(wordId);
  }

  wordId(word: string, kind: Token['kind']): number {
    const words = this.#ownAnalyser?.words;
    return (kind === 'han' ? words?.knownHan(word) : words?.known(word)) ?? 0;
  }

  /** The document's tokens, each byte a character. */
  #tokensOf(document: number): string {
    return this.#documents[document]?.tokens ?? '';
  }

  #countAll(terms: Uint32Array, change: 1 | -1): void {
    const column = this.#frequencies;
    const { size } = this.#analyser.terms;
    if (column.values.length < size) {
      column.length = column.values.length;
      column.reserve(size - column.length);
    }
    const frequencies = column.values;
    for (const term of terms) frequencies[term] = (frequencies[term] ?? 0) + change;
  }

  /** Makes new words and spellings findable by their beginnings. */
  #learn(): void {
    const { words, terms } = this.#analyser;
    for (; this.#wordsEnd < words.end; this.#wordsEnd += 1) {
      const id = this.#wordsEnd;
      if (words.isHan(id)) continue;
      this.#sortedWords.add(words.word(id));
      const term = this.termOfWord(id);
      const others = this.#wordsByTerm.get(term);
      if (others === undefined) this.#wordsByTerm.set(term, [id]);
      else others.push(id);
    }
    for (; this.#termsKnown < terms.size; this.#termsKnown += 1) {
      const term = terms.text(this.#termsKnown);
      if (term.startsWith(accentPrefix('').charAt(0))) this.#spellings.add(term);
    }
  }
}

const writer = new ByteWriter();

/** Tokens as varints, each byte a character. */
function bytesOf(tokens: GrowingUint32): string {
  writer.clear();
  writer.varints(tokens.values, tokens.length);
  return writer.view().toString('latin1');
}
