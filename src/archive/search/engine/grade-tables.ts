import type { Part } from '../index/part';
import { gradesOf, type Grade } from './grades';
import type { Unit } from './query-plan';

/** What a unit adds to each document of a part. */
export interface GradeTable {
  /** 0 for nothing, else a place in `impacts`; the lower, the more. */
  readonly grades: Uint8Array;
  readonly impacts: Float64Array;
  /** How many documents have each grade. */
  readonly counts: Uint32Array;
}

const mostGrades = 255;
/** Bytes of remembered tables, one for each document. */
const mostRemembered = 1 << 24;

/** Tables of the units of a part that stand for many documents: frequent words, begun words. */
export class GradeTables {
  readonly #known = new Map<string, GradeTable>();
  /** A begun word's alternatives are remembered, and 64 make a long key. */
  readonly #keys = new WeakMap<Unit['alternatives'], string>();
  #bytes = 0;

  /** null where the lists have less than one posting for `share` documents. */
  tableOf(part: Part, alternatives: Unit['alternatives'], share: number): GradeTable | null {
    const known = this.#known.get(this.#keys.get(alternatives) ?? '');
    if (known !== undefined) return known;
    let postings = 0;
    for (const { term } of alternatives) {
      const number = part.term(term);
      if (number >= 0) postings += part.documentsWith(number);
    }
    return postings * share < part.size ? null : this.#byKey(part, alternatives);
  }

  #byKey(part: Part, alternatives: Unit['alternatives']): GradeTable | null {
    const key = alternatives.map(({ term, weight }) => `${weight} ${term}`).join('\n');
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.#keys.set(alternatives, key);
      return known;
    }
    const grades = gradesOf(part, alternatives);
    if (grades.length > mostGrades) return null;
    const table = tableFrom(grades, part.size);
    this.#remember(key, table);
    this.#keys.set(alternatives, key);
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
  const counts = new Uint32Array(grades.length + 1);
  for (let at = 0; at < grades.length; at += 1) {
    const grade = at + 1;
    let count = 0;
    for (const list of grades[at]?.lists ?? []) count += fill(table, list, grade);
    counts[grade] = count;
  }
  const impacts = Float64Array.from([0, ...grades.map(({ impact }) => impact)]);
  return { grades: table, impacts, counts };
}

/** Gives the grade to the documents that have none; tells how many they are. */
function fill(table: Uint8Array, list: ArrayLike<number>, grade: number): number {
  const { length } = list;
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    const document = list[at] ?? 0;
    if (table[document] !== 0) continue;
    table[document] = grade;
    count += 1;
  }
  return count;
}
