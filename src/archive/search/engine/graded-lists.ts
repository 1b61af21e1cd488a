import type { Part } from '../index/part';
import { slotCount } from '../posting-store';
import { impactOf } from '../ranking';
import type { Unit } from './query-plan';

const impacts = Float64Array.from({ length: slotCount }, (_, slot) => impactOf(slot));

/** Documents to which a unit adds the same. */
export interface Grade {
  /** To be multiplied with the unit's factor. */
  readonly impact: number;
  readonly lists: readonly ArrayLike<number>[];
}

/** What a unit adds to each document of a part. */
export interface GradeTable {
  /** 0 for nothing, else a place in `impacts`. */
  readonly grades: Uint8Array;
  readonly impacts: Float64Array;
}

const mostGrades = 255;
/** Bytes of remembered tables, one for each document. */
const mostRemembered = 1 << 24;

/** The lists of a unit, the highest grade first: the first list that has a document counts. */
export function gradesOf(part: Part, alternatives: Unit['alternatives']): readonly Grade[] {
  const byWeight = new Map<number, (ArrayLike<number>[] | undefined)[]>();
  for (const { term, weight } of alternatives) {
    const number = part.term(term);
    if (number < 0) continue;
    const postings = part.postings(number);
    let slots = byWeight.get(weight);
    if (slots === undefined) byWeight.set(weight, (slots = []));
    for (let slot = 0; slot < postings.length; slot += 1) {
      const documents = postings[slot];
      if (documents !== undefined) (slots[slot] ??= []).push(documents);
    }
  }
  const grades: Grade[] = [];
  for (const [weight, slots] of byWeight) {
    for (let slot = 0; slot < slots.length; slot += 1) {
      const lists = slots[slot];
      if (lists !== undefined) grades.push({ impact: weight * (impacts[slot] ?? 0), lists });
    }
  }
  return byWeight.size > 1 ? grades.sort((a, b) => b.impact - a.impact) : grades;
}

/** The same grades with each document only in the first list that has it. */
export function withoutRepeats(grades: readonly Grade[], documents: number): readonly Grade[] {
  const seen = new Uint8Array(documents);
  return grades.map(({ impact, lists }) => {
    const first: number[] = [];
    for (const list of lists) {
      const { length } = list;
      for (let at = 0; at < length; at += 1) {
        const document = list[at] ?? 0;
        if (seen[document] === 1) continue;
        seen[document] = 1;
        first.push(document);
      }
    }
    return { impact, lists: [first] };
  });
}

/** Tables of the units of a part that stand for many documents: frequent words, begun words. */
export class GradeTables {
  readonly #known = new Map<string, GradeTable>();
  #bytes = 0;

  /** null where the lists have less than one posting for `share` documents. */
  tableOf(part: Part, alternatives: Unit['alternatives'], share: number): GradeTable | null {
    let postings = 0;
    for (const { term } of alternatives) {
      const number = part.term(term);
      if (number >= 0) postings += part.documentsWith(number);
    }
    if (postings * share < part.size) return null;
    const key = alternatives.map(({ term, weight }) => `${weight} ${term}`).join('\n');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const grades = gradesOf(part, alternatives);
    if (grades.length > mostGrades) return null;
    const table = tableFrom(grades, part.size);
    this.#remember(key, table);
    return table;
  }

  #remember(key: string, table: GradeTable): void {
    for (const [oldest, { grades }] of this.#known) {
      if (this.#bytes + table.grades.length <= mostRemembered) break;
      this.#known.delete(oldest);
      this.#bytes -= grades.length;
    }
    this.#known.set(key, table);
    this.#bytes += table.grades.length;
  }
}

function tableFrom(grades: readonly Grade[], documents: number): GradeTable {
  const table = new Uint8Array(documents);
  grades.forEach(({ lists }, at) => {
    for (const list of lists) {
      const { length } = list;
      for (let place = 0; place < length; place += 1) {
        const document = list[place] ?? 0;
        if (table[document] === 0) table[document] = at + 1;
      }
    }
  });
  return { grades: table, impacts: Float64Array.from([0, ...grades.map(({ impact }) => impact)]) };
}
