import { slotCount, type Postings } from './posting-store';
import { impactOf } from './ranking';

const impacts = Float64Array.from({ length: slotCount }, (_, slot) => impactOf(slot));

/** Adds up the scores of one query after another in arrays that are made once. */
export class ScoreBoard {
  #scores = new Float64Array(0);
  /** How many units of the query each document has. */
  #matched = new Uint16Array(0);
  #best = new Float64Array(0);
  #touched: number[] = [];

  /** Forgets the last query; `documents` is above every document number to come. */
  open(documents: number): void {
    if (this.#scores.length < documents) {
      const length = Math.max(1024, Math.ceil(documents * 1.5));
      this.#scores = new Float64Array(length);
      this.#matched = new Uint16Array(length);
      this.#best = new Float64Array(length);
    } else {
      for (const document of this.#touched) {
        this.#scores[document] = 0;
        this.#matched[document] = 0;
      }
    }
    this.#touched = [];
  }

  /** A unit with one term: its impact times `factor` goes to every document that holds it. */
  addTerm(postings: Postings, factor: number): void {
    const scores = this.#scores;
    const matched = this.#matched;
    for (let slot = 0; slot < postings.length; slot += 1) {
      const documents = postings[slot];
      if (documents === undefined) continue;
      const gain = factor * (impacts[slot] ?? 0);
      for (const document of documents) {
        if (matched[document] === 0) this.#touched.push(document);
        scores[document] = (scores[document] ?? 0) + gain;
        matched[document] = (matched[document] ?? 0) + 1;
      }
    }
  }

  /** A unit with several terms: a document gains by the best of those that it holds. */
  addBest(alternatives: Iterable<{ postings: Postings; weight: number }>, factor: number): void {
    const best = this.#best;
    const found: number[] = [];
    for (const { postings, weight } of alternatives) {
      for (let slot = 0; slot < postings.length; slot += 1) {
        const documents = postings[slot];
        if (documents === undefined) continue;
        const impact = weight * (impacts[slot] ?? 0);
        for (const document of documents) {
          const known = best[document] ?? 0;
          if (known === 0) found.push(document);
          if (impact > known) best[document] = impact;
        }
      }
    }
    for (const document of found) {
      if (this.#matched[document] === 0) this.#touched.push(document);
      this.#scores[document] = (this.#scores[document] ?? 0) + factor * (best[document] ?? 0);
      this.#matched[document] = (this.#matched[document] ?? 0) + 1;
      best[document] = 0;
    }
  }

  /** Documents with at least one unit. */
  get touched(): readonly number[] {
    return this.#touched;
  }

  score(document: number): number {
    return this.#scores[document] ?? 0;
  }

  matched(document: number): number {
    return this.#matched[document] ?? 0;
  }
}
