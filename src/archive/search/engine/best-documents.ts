import type { SortOrder } from '../../../shared/search';
import type { Part } from '../index/part';
import { byCodeUnits } from '../sorted-words';

/** A document of one of the parts. */
export interface Candidate {
  readonly part: number;
  readonly document: number;
  readonly score: number;
  /** YYYYMMDD; 0 is none. */
  readonly date: number;
}

/** By date the undated stand where the newest are, as in the list: they wait for a date. */
const afterAllDates = 99_999_999;

type CandidateOrder = (left: Candidate, right: Candidate) => number;

/** Before zero: `left` comes first. Equally relevant ones newest first. */
export function candidateOrder(sort: SortOrder, parts: readonly Part[]): CandidateOrder {
  const idOf = ({ part, document }: Candidate): string => parts[part]?.idOf(document) ?? '';
  const byId = (a: Candidate, b: Candidate): number => byCodeUnits(idOf(a), idOf(b));
  const listed = ({ date }: Candidate): number => (date === 0 ? afterAllDates : date);
  switch (sort) {
    case 'relevance':
      return (a, b) => b.score - a.score || b.date - a.date || byId(a, b);
    case 'newest':
      return (a, b) => listed(b) - listed(a) || byId(a, b);
    case 'oldest':
      return (a, b) => listed(a) - listed(b) || byId(a, b);
  }
}

/**
 * The best of many documents: a binary heap with the worst one on top, so that most are refused
 * after one comparison of numbers.
 */
export class BestDocuments {
  readonly #limit: number;
  readonly #sort: SortOrder;
  readonly #order: CandidateOrder;
  readonly #heap: Candidate[] = [];
  /** Whatever scores less needn't be offered. */
  floor = -Infinity;

  constructor(limit: number, sort: SortOrder, order: CandidateOrder) {
    this.#limit = limit;
    this.#sort = sort;
    this.#order = order;
  }

  offer(part: number, document: number, score: number, date: number): void {
    const heap = this.#heap;
    if (this.#limit === 0) return;
    if (heap.length < this.#limit) {
      this.#rise({ part, document, score, date });
      this.#noteFloor();
      return;
    }
    const worst = heap[0];
    if (worst === undefined || this.#isWorse(worst, score, date)) return;
    const candidate = { part, document, score, date };
    if (this.#order(candidate, worst) >= 0) return;
    this.#sink(candidate);
    this.#noteFloor();
  }

  /** Best first. */
  sorted(): Candidate[] {
    return [...this.#heap].sort(this.#order);
  }

  #noteFloor(): void {
    const worst = this.#heap[0];
    if (this.#sort !== 'relevance' || worst === undefined) return;
    if (this.#heap.length === this.#limit) this.floor = worst.score;
  }

  /** Cheaply, for most that come: whether they can't be among the best. */
  #isWorse(worst: Candidate, score: number, date: number): boolean {
    if (this.#sort !== 'relevance') return false;
    return score < worst.score || (score === worst.score && date < worst.date);
  }

  #rise(candidate: Candidate): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(candidate);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above];
      if (other === undefined || this.#order(candidate, other) <= 0) break;
      heap[at] = other;
      at = above;
    }
    heap[at] = candidate;
  }

  #sink(candidate: Candidate): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      const left = heap[below];
      if (left === undefined) break;
      let worse = left;
      const right = heap[below + 1];
      if (right !== undefined && this.#order(right, left) > 0) {
        worse = right;
        below += 1;
      }
      if (this.#order(worse, candidate) <= 0) break;
      heap[at] = worse;
      at = below;
    }
    heap[at] = candidate;
  }
}
