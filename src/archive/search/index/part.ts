import type { Postings } from '../posting-store';
import type { DocumentTexts } from '../search-document';
import type { Token } from '../text-analysis';
import type { Columns } from './columns';
import type { Sequence, TokenText } from './token-bytes';

/** The bytes of a text from `start` to before `end`. */
export type VisitBytes = (bytes: Uint8Array, start: number, end: number) => void;

/**
 * A piece of the index that answers for its own documents, which have the numbers from 0 to
 * `size - 1`. Numbers are never used twice; a removed document's number is void.
 */
export interface Part {
  readonly size: number;
  /** 1 for documents that are there. */
  readonly alive: Uint8Array;
  /** How many are there. */
  readonly living: number;
  readonly columns: Columns;

  idOf(document: number): string;
  /** Undefined where the part has no living document of that id. */
  numberOf(id: string): number | undefined;
  stampOf(document: number): number;
  textsOf(document: number): DocumentTexts;

  /** The part's number of a term; -1 where none of its documents ever had it. */
  term(text: string): number;
  termText(term: number): string;
  /** Living documents with the term. */
  documentsWith(term: number): number;
  /** Says that `postings` will be asked for these terms next; -1 is none. */
  expect(terms: readonly number[]): void;
  /** Void documents may be among them. */
  postings(term: number): Postings;

  /** Words that begin with `prefix`, in any order; those without living documents may be among them. */
  visitWords(prefix: string, visit: (word: string, term: number) => void): void;
  /** The terms of these words; of several words the same. */
  visitTerms(prefix: string, visit: (term: number) => void): void;
  /**
   * Words (not Han characters) whose UTF-8 has that many bytes, in any order; those without living
   * documents may be among them. The bytes are there until `visit` returns.
   */
  visitWordBytes(minLength: number, maxLength: number, visit: VisitBytes): void;
  /** The terms of a word's spellings with accents, in any order; see `accentKey`. */
  visitSpellings(folded: string, visit: (term: number) => void): void;

  /** The tokens as a sequence; null where one of them is in no document of the part. */
  sequence(tokens: readonly Token[]): Sequence | null;
  /**
   * Whether the document has the sequence within one text: of any field, or of one of `fields`
   * (numbers of `rankedFields`).
   */
  contains(document: number, sequence: Sequence, fields: readonly number[] | null): boolean;
  /**
   * Keeps, in their order, those of the first `count` documents that have the sequence; answers how
   * many they are.
   */
  sift(
    documents: Uint32Array,
    count: number,
    sequence: Sequence,
    fields: readonly number[] | null,
  ): number;
  /** Ids of the document's tokens in order; see `DocumentAnalyser`. */
  tokens(document: number): Uint32Array;
  /** Says that `tokenText` will be asked for these documents next. */
  expectTokens(documents: readonly number[]): void;
  /** What can be looked for in the document's tokens; until the next document's. */
  tokenText(document: number): TokenText;
  /** The ids of the words that have a term. */
  wordsOf(term: number): ArrayLike<number>;
  isHan(wordId: number): boolean;
  word(wordId: number): string;
  /** The term of a word that isn't a Han character. */
  termOfWord(wordId: number): number;
  /** The id of a folded word or Han character; 0 where the part doesn't know it. */
  wordId(word: string, kind: Token['kind']): number;
}
