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
/** So many words are remembered as asked for. */
const mostAsked = 200;
/** Tables for which memory is taken at once. */
const tablesOfBlock = 8;

/** Tables of the units of a part that stand for many documents: frequent words, begun words. */
export class GradeTables {
  readonly #known = new Map<string, GradeTable>();
  /** A begun word's alternatives are remembered, and 64 make a long key. */
  readonly #keys = new WeakMap<Unit['alternatives'], string>();
  /** Single words that were asked for. */
  readonly #asked = new Set<string>();
  /** Zeros for the next tables. */
  #block = new Uint8Array(0);

  /**
   * null where the lists have less than one posting for `share` documents, and for a single word that
   * is asked for the first time.
   */
  tableOf(part: Part, alternatives: Unit['alternatives'], share: number): GradeTable | null {
    const known = this.#known.get(this.#keys.get(alternatives) ?? '');
    if (known !== undefined) return known;
    if (this.#isNew(alternatives)) return null;
    let postings = 0;
    for (const { term } of alternatives) {
      const number = part.term(term);
      if (number >= 0) postings += part.documentsWith(number);
    }
    return postings * share < part.size ? null : this.#byKey(part, alternatives);
  }

  /**
   * A table of a single word takes longer than its lists do once; with every key, somebody who is
   * typing asks for the words before again.
   */
  #isNew([only, ...others]: Unit['alternatives']): boolean {
    if (only === undefined || others.length > 0 || this.#asked.has(only.term)) return false;
    if (this.#asked.size >= mostAsked) this.#asked.clear();
    this.#asked.add(only.term);
    return true;
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
    const table = this.#remember(key, grades, part.size);
    this.#keys.set(alternatives, key);
    return table;
  }

  /** A table of which the memory belongs to another one as soon as it is forgotten. */
  #remember(key: string, grades: readonly Grade[], documents: number): GradeTable {
    const room = this.#room(documents);
    const table = tableFrom(grades, room);
    this.#known.set(key, table);
    return table;
  }

  /** So many zeros. Making new ones for each table takes longer than filling them. */
  #room(documents: number): Uint8Array {
    const [oldest] = this.#known;
    if (oldest !== undefined && (this.#known.size + 1) * documents > mostRemembered) {
      const [key, { grades }] = oldest;
      this.#known.delete(key);
      return grades.fill(0);
    }
    if (this.#block.length < documents) {
      this.#block = new Uint8Array(documents * tablesOfBlock);
    }
    const room = this.#block.subarray(0, documents);
    this.#block = this.#block.subarray(documents);
    return room;
  }
}

function tableFrom(grades: readonly Grade[], table: Uint8Array): GradeTable {
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
