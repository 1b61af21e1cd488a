import type { SortOrder } from '../../shared/search';
import { bestFirst } from './best-first';
import { DocumentTable, type StoredDocument } from './document-table';
import { parseQuery, type Clause, type Query } from './query-parser';
import { planQuery, type QueryPlan } from './query-plan';
import { ScoreBoard } from './score-board';
import type { SearchDocument } from './search-document';
import { byCodeUnits } from './sorted-words';
import { termOf } from './stemming';
import { containsSequence, encodeSequence } from './token-stream';

export type { SearchDocument } from './search-document';

export interface RankedId {
  readonly id: string;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
}

export interface SearchOptions {
  /** Documents that it refuses are neither listed nor counted. */
  readonly accept?: (id: string) => boolean;
  readonly sort: SortOrder;
  readonly offset: number;
  readonly limit: number;
}

export interface SearchAnswer {
  readonly ids: readonly RankedId[];
  /** How many are listed in all, beyond this page. */
  readonly total: number;
}

/** Document numbers. */
interface Found {
  /** With all the words. */
  readonly complete: readonly number[];
  /** With some of them. */
  readonly partial: readonly number[];
}

type Test = (number: number, document: StoredDocument) => boolean;

/** The searchable text of an archive, in memory. */
export class SearchIndex {
  #table = new DocumentTable();
  readonly #board = new ScoreBoard();

  /** Files a document, in place of the one with the same id. */
  put(document: SearchDocument): void {
    this.#table.put(document);
    this.#table = this.#table.compacted();
  }

  /** Removes a document; an id that isn't there is no mistake. */
  remove(id: string): void {
    this.#table.remove(id);
    this.#table = this.#table.compacted();
  }

  get size(): number {
    return this.#table.size;
  }

  /**
   * The documents that answer what was typed; any string will do, and blank text lists all.
   *
   * Documents with all the words come before those with some, each part in the order that `sort`
   * says; equally relevant ones newest first. Of a query of up to three words (two Han characters
   * count as one) only documents with all of them are listed and counted, unless there is none.
   * Quoted phrases and excluded words bind always. Han characters that stand together in the query
   * are one word, so a document has all words only where they stand together in it, too.
   */
  find(text: string, options: SearchOptions): SearchAnswer {
    const query = parseQuery(text);
    this.#board.open(this.#table.nextNumber);
    const found = query.unrestricted
      ? this.#unrestricted(query, options)
      : this.#matching(query, options);
    const complete = found.complete;
    const partial = query.short && complete.length > 0 ? [] : found.partial;
    const offset = Math.max(0, Math.floor(options.offset) || 0);
    const end = offset + Math.max(0, Math.floor(options.limit) || 0);
    const order = this.#order(options.sort);
    const page = [
      ...bestFirst(complete, end, order),
      ...bestFirst(partial, end - complete.length, order),
    ].slice(offset);
    return {
      ids: page.map((number) => ({ id: this.#idOf(number), score: this.#board.score(number) })),
      total: complete.length + partial.length,
    };
  }

  #unrestricted(query: Query, { accept }: SearchOptions): Found {
    const excluded = this.#exclusions(query.excluded);
    const complete: number[] = [];
    for (const [number, document] of this.#table.entries()) {
      if (accept !== undefined && !accept(document.id)) continue;
      if (excluded.some((test) => test(number, document))) continue;
      complete.push(number);
    }
    return { complete, partial: [] };
  }

  #matching(query: Query, { accept }: SearchOptions): Found {
    const plan = planQuery(query, this.#table.vocabulary, this.#table.size);
    if (plan.impossible) return { complete: [], partial: [] };
    this.#score(plan);
    const excluded = this.#exclusions(query.excluded);
    const complete: number[] = [];
    const partial: number[] = [];
    for (const number of this.#board.touched) {
      const document = this.#table.at(number);
      const matched = this.#board.matched(number);
      if (document === undefined || matched < plan.requiredUnits) continue;
      if (accept !== undefined && !accept(document.id)) continue;
      const has = (sequence: readonly number[]): boolean =>
        containsSequence(document.stream, sequence);
      if (!plan.phrases.every(has)) continue;
      if (excluded.some((test) => test(number, document))) continue;
      const hasAll = matched === plan.units.length && !plan.incomplete && plan.runs.every(has);
      (hasAll ? complete : partial).push(number);
    }
    return { complete, partial };
  }

  #score(plan: QueryPlan): void {
    const { vocabulary } = this.#table;
    for (const { alternatives, factor } of plan.units) {
      const [only] = alternatives;
      if (alternatives.length === 1 && only !== undefined) {
        this.#board.addTerm(this.#table.postings(vocabulary.term(only.term)), factor * only.weight);
        continue;
      }
      this.#board.addBest(
        alternatives.map(({ term, weight }) => ({
          postings: this.#table.postings(vocabulary.term(term)),
          weight,
        })),
        factor,
      );
    }
  }

  #exclusions(clauses: readonly Clause[]): readonly Test[] {
    const tests: Test[] = [];
    for (const clause of clauses) {
      if (clause.kind === 'word') {
        const holders = new Set(this.#table.postings(termOf(clause.word)).flat());
        tests.push((number) => holders.has(number));
        continue;
      }
      const sequence = encodeSequence(clause.tokens, this.#table.vocabulary);
      if (sequence !== null) tests.push((_, { stream }) => containsSequence(stream, sequence));
    }
    return tests;
  }

  #idOf(number: number): string {
    return this.#table.at(number)?.id ?? '';
  }

  #dateOf(number: number, undated: string): string {
    return this.#table.at(number)?.publicationDate ?? undated;
  }

  #order(sort: SortOrder): (a: number, b: number) => number {
    const byDate = (a: number, b: number, undated: string): number =>
      byCodeUnits(this.#dateOf(a, undated), this.#dateOf(b, undated));
    const byId = (a: number, b: number): number => byCodeUnits(this.#idOf(a), this.#idOf(b));
    const board = this.#board;
    switch (sort) {
      case 'relevance':
        return (a, b) =>
          board.score(b) - board.score(a) || byDate(b, a, beforeAllDates) || byId(a, b);
      case 'newest':
        return (a, b) => byDate(b, a, afterAllDates) || byId(a, b);
      case 'oldest':
        return (a, b) => byDate(a, b, afterAllDates) || byId(a, b);
    }
  }
}

/** By date the undated stand where the newest are, as in the list: they wait for a date. */
const afterAllDates = '\uffff';
const beforeAllDates = '';
