import type { Postings } from '../posting-store';
import type { DocumentTexts, SearchDocument } from '../search-document';
import type { Token } from '../text-analysis';
import { dateText, parseTraits, type Columns, type ListFacet } from './columns';
import { parseTexts } from './document-texts';
import type { Part, VisitBytes } from './part';
import { SegmentColumns } from './segment-columns';
import { SegmentIds } from './segment-ids';
import { SegmentPostings } from './segment-postings';
import { sectionNames, type SectionName, type SegmentSource } from './segment-sections';
import { SegmentTokens } from './segment-tokens';
import { SegmentWords } from './segment-words';
import { siftEach } from './sequence-sieve';
import { SortedTexts } from './sorted-texts';
import { accentPrefix } from './term-keys';
import { hasInFields, readTokens, sequenceOf, type Sequence, type TokenText } from './token-bytes';

/** Terms whose numbers are remembered: one question asks for each several times. */
const mostKnownTerms = 4_096;

/** The documents of a segment file. */
export class Segment implements Part {
  readonly size: number;
  readonly alive: Uint8Array;
  readonly columns: Columns;
  readonly #file: SegmentSource;
  #living: number;
  /** Living documents with a term, where removed ones made a difference. */
  readonly #frequencyLoss = new Map<number, number>();
  readonly #knownTerms = new Map<string, number>();
  #owing: number[] = [];
  readonly #terms: SortedTexts;
  readonly #postings: SegmentPostings;
  readonly #words: SegmentWords;
  readonly #ids: SegmentIds;
  readonly #tokens: SegmentTokens;
  #textOffsetNumbers: Uint32Array | null = null;
  #stampNumbers: Uint32Array | null = null;

  constructor(file: SegmentSource) {
    this.#file = file;
    this.size = file.counts.documents;
    this.#living = this.size;
    this.alive = new Uint8Array(this.size).fill(1);
    this.columns = new SegmentColumns(file);
    this.#terms = new SortedTexts(file, 'terms', 'termOffsets', file.counts.terms);
    this.#postings = new SegmentPostings(file);
    this.#words = new SegmentWords(file);
    this.#ids = new SegmentIds(file);
    this.#tokens = new SegmentTokens(file);
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
    this.#tokens.close();
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
    return this.#ids.of(document);
  }

  numberOf(id: string): number | undefined {
    const document = this.#ids.find(id);
    return document === undefined || this.alive[document] !== 1 ? undefined : document;
  }

  stampOf(document: number): number {
    return this.#stamps[document] ?? 0;
  }

  textsOf(document: number): DocumentTexts {
    const offsets = this.#textOffsets;
    const start = offsets[document] ?? 0;
    return parseTexts(this.#file.text('texts', start, offsets[document + 1] ?? start));
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
    const term = this.#terms.find(text);
    this.#know(text, term);
    return term;
  }

  /** Whoever asks for the text of a term is likely to ask for the term of that text. */
  termText(term: number): string {
    const text = this.#terms.at(term);
    this.#know(text, term);
    return text;
  }

  documentsWith(term: number): number {
    return this.#postings.frequency(term) - (this.#frequencyLoss.get(term) ?? 0);
  }

  expect(terms: readonly number[]): void {
    this.#postings.expect(terms);
  }

  postings(term: number): Postings {
    return this.#postings.of(term);
  }

  visitWords(prefix: string, visit: (word: string, term: number) => void): void {
    this.#words.visit(prefix, visit);
  }

  visitTerms(prefix: string, visit: (term: number) => void): void {
    this.#words.visitTerms(prefix, visit);
  }

  visitWordBytes(minLength: number, maxLength: number, visit: VisitBytes): void {
    this.#words.visitBytes(minLength, maxLength, visit);
  }

  visitSpellings(folded: string, visit: (term: number) => void): void {
    const [from, to] = this.#terms.range(accentPrefix(folded));
    for (let term = from; term < to; term += 1) visit(term);
  }

  sequence(tokens: readonly Token[]): Sequence | null {
    return sequenceOf(tokens, ({ text, kind }) => this.wordId(text, kind), this.#tokens.byteCounts);
  }

  contains(document: number, sequence: Sequence, fields: readonly number[] | null): boolean {
    const all = this.#tokens.all();
    if (all?.has(document, sequence) === false) return false;
    return (
      (fields === null && all !== null) || hasInFields(this.#tokens.of(document), sequence, fields)
    );
  }

  sift(
    documents: Uint32Array,
    count: number,
    sequence: Sequence,
    fields: readonly number[] | null,
  ): number {
    const all = this.#tokens.all();
    const left = all?.sift(documents, count, sequence) ?? count;
    if (all !== null && fields === null) return left;
    return siftEach(documents, left, (document) =>
      hasInFields(this.#tokens.of(document), sequence, fields),
    );
  }

  tokens(document: number): Uint32Array {
    return readTokens(this.#tokens.of(document));
  }

  expectTokens(documents: readonly number[]): void {
    this.#tokens.expect(documents);
  }

  tokenText(document: number): TokenText {
    return this.#tokens.textOf(document);
  }

  wordsOf(term: number): Uint32Array {
    return this.#words.ofTerm(term);
  }

  isHan(wordId: number): boolean {
    return this.#words.isHan(wordId);
  }

  word(wordId: number): string {
    return this.#words.word(wordId);
  }

  termOfWord(wordId: number): number {
    return this.#words.termOf(wordId);
  }

  wordId(word: string, kind: Token['kind']): number {
    return this.#words.id(word, kind);
  }

  #know(text: string, term: number): void {
    if (this.#knownTerms.size >= mostKnownTerms) this.#knownTerms.clear();
    this.#knownTerms.set(text, term);
  }

  #facetValues(facet: ListFacet, document: number): readonly string[] {
    const { offsets, values, text } = this.columns.facets[facet];
    return Array.from(values.subarray(offsets[document], offsets[document + 1]), text);
  }

  get #stamps(): Uint32Array {
    return (this.#stampNumbers ??= this.#file.numbers('stamps'));
  }

  get #textOffsets(): Uint32Array {
    return (this.#textOffsetNumbers ??= this.#file.numbers('textOffsets'));
  }
}
