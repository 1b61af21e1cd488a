import type { Part } from '../index/part';
import { slotCount, type Postings } from '../posting-store';
import { impactOf } from '../ranking';
import type { QueryPlan, Unit } from './query-plan';

const impacts = Float64Array.from({ length: slotCount }, (_, slot) => impactOf(slot));

/** The documents of several terms together. */
interface Merged {
  readonly documents: Uint32Array;
  readonly impacts: Float32Array;
}

/** Fewer terms are put together as quickly as they are looked up. */
const fewestWorth = 8;
/** Only lists of more than one in so many documents: what one or two letters stand for. */
const worthShare = 8;
/** Documents in remembered lists, 8 bytes each. */
const mostRemembered = 5_000_000;

/** Adds up the scores of a part's documents, one query after another, in arrays that are made once. */
export class PartScores {
  scores = new Float64Array(0);
  /** How many required and plain units each document has. */
  matched = new Uint16Array(0);
  /** Documents with at least one unit, the first `count` of them. */
  touched = new Uint32Array(0);
  count = 0;
  /** Room for whoever sorts the documents that were touched. */
  complete = new Uint32Array(0);
  partial = new Uint32Array(0);
  #best = new Float64Array(0);
  #found = new Uint32Array(0);
  readonly #remembers: boolean;
  readonly #merged = new Map<string, Merged>();
  #mergedSize = 0;

  /** `remembers` for a part that never gains a document. */
  constructor(remembers: boolean) {
    this.#remembers = remembers;
  }

  /** Forgets the last query. */
  open(documents: number): void {
    if (this.scores.length < documents) {
      const length = Math.max(1024, Math.ceil(documents * 1.25));
      this.scores = new Float64Array(length);
      this.matched = new Uint16Array(length);
      this.touched = new Uint32Array(length);
      this.complete = new Uint32Array(length);
      this.partial = new Uint32Array(length);
      this.#best = new Float64Array(length);
      this.#found = new Uint32Array(length);
    } else {
      const { scores, matched, touched } = this;
      for (let at = 0; at < this.count; at += 1) {
        const document = touched[at] ?? 0;
        scores[document] = 0;
        matched[document] = 0;
      }
    }
    this.count = 0;
  }

  /**
   * Afterwards a document with all required units is in `touched`, others may be. With `all` only
   * documents with all plain units are scored in full; that is quicker where nobody asks for others.
   */
  score(part: Part, { required, plain, bonus }: QueryPlan, all = false): void {
    required.forEach((unit, before) => {
      this.#addUnit(part, unit, before, 1);
    });
    const least = required.length;
    plain.forEach((unit, before) => {
      this.#addUnit(part, unit, all ? least + before : least, 1);
    });
    const enough = all ? least + plain.length : least;
    for (const unit of bonus) this.#addUnit(part, unit, unit.factor < 0 ? 1 : enough, 0);
  }

  /**
   * Adds a unit to every document that has matched `least` units so far (to all for 0), and `counts`
   * to what they have matched.
   */
  #addUnit(part: Part, { alternatives, factor }: Unit, least: number, counts: 0 | 1): void {
    const [only] = alternatives;
    if (only === undefined) return;
    if (alternatives.length === 1) {
      const term = part.term(only.term);
      if (term >= 0) this.#addTerm(part.postings(term), factor * only.weight, least, counts);
      return;
    }
    this.#addBest(part, alternatives, factor, least, counts);
  }

  #addTerm(postings: Postings, factor: number, least: number, counts: 0 | 1): void {
    const { scores, matched, touched } = this;
    let count = this.count;
    for (let slot = 0; slot < postings.length; slot += 1) {
      const documents = postings[slot];
      if (documents === undefined) continue;
      const gain = factor * (impacts[slot] ?? 0);
      const { length } = documents;
      for (let at = 0; at < length; at += 1) {
        const document = documents[at] ?? 0;
        const before = matched[document] ?? 0;
        if (before < least) continue;
        const score = scores[document] ?? 0;
        if (score === 0) {
          touched[count] = document;
          count += 1;
        }
        scores[document] = score + gain;
        matched[document] = before + counts;
      }
    }
    this.count = count;
  }

  #addBest(
    part: Part,
    alternatives: Unit['alternatives'],
    factor: number,
    least: number,
    counts: 0 | 1,
  ): void {
    const { documents, impacts: bestImpacts } = this.#merge(part, alternatives);
    const { scores, matched, touched } = this;
    let count = this.count;
    const { length } = documents;
    for (let at = 0; at < length; at += 1) {
      const document = documents[at] ?? 0;
      const before = matched[document] ?? 0;
      if (before < least) continue;
      const score = scores[document] ?? 0;
      if (score === 0) {
        touched[count] = document;
        count += 1;
      }
      scores[document] = score + factor * (bestImpacts[at] ?? 0);
      matched[document] = before + counts;
    }
    this.count = count;
  }

  /** The documents with any of the terms, and beside each the best impact that it has. */
  #merge(part: Part, alternatives: Unit['alternatives']): Merged {
    const isWorth = this.#remembers && alternatives.length >= fewestWorth;
    const key = isWorth
      ? alternatives.map(({ term, weight }) => `${weight} ${term}`).join('\n')
      : '';
    const known = isWorth ? this.#merged.get(key) : undefined;
    if (known !== undefined) return known;
    const best = this.#best;
    const found = this.#found;
    let count = 0;
    for (const { term, weight } of alternatives) {
      const number = part.term(term);
      if (number < 0) continue;
      const postings = part.postings(number);
      for (let slot = 0; slot < postings.length; slot += 1) {
        const documents = postings[slot];
        if (documents === undefined) continue;
        const impact = weight * (impacts[slot] ?? 0);
        const { length } = documents;
        for (let at = 0; at < length; at += 1) {
          const document = documents[at] ?? 0;
          const before = best[document] ?? 0;
          if (before === 0) {
            found[count] = document;
            count += 1;
          }
          if (impact > before) best[document] = impact;
        }
      }
    }
    const bestImpacts = new Float32Array(count);
    for (let at = 0; at < count; at += 1) {
      const document = found[at] ?? 0;
      bestImpacts[at] = best[document] ?? 0;
      best[document] = 0;
    }
    const merged = { documents: found.slice(0, count), impacts: bestImpacts };
    if (isWorth && count * worthShare > part.size) this.#remember(key, merged);
    return merged;
  }

  #remember(key: string, merged: Merged): void {
    for (const [oldest, { documents }] of this.#merged) {
      if (this.#mergedSize + merged.documents.length <= mostRemembered) break;
      this.#merged.delete(oldest);
      this.#mergedSize -= documents.length;
    }
    this.#merged.set(key, merged);
    this.#mergedSize += merged.documents.length;
  }
}
