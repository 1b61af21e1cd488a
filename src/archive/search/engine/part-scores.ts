import type { Part } from '../index/part';
import { GradeTables, type GradeTable } from './grade-tables';
import { gradesOf, withoutRepeats, type Grade } from './grades';
import type { QueryPlan, Unit } from './query-plan';

const mostStamps = 0xffff;
/** Grades that a mark can tell apart. */
const mostMarks = 255;
/** One in so many documents has a unit of which a table is quicker than lists. */
export const shareToNarrow = 8;
const shareToAdd = 2;
/** One in so many is touched where looking through all of them costs little. */
const shareToArrange = 64;
/** One in so many documents is marked where clearing all marks costs less than clearing each. */
const shareToFill = 64;

/** To which documents a unit is added. */
interface Reach {
  /** Documents with stamps from `lowest` to `highest`. */
  readonly lowest: number;
  readonly highest: number;
  /** What the unit adds to the stamps. */
  readonly counts: 0 | 1;
  /** Whether only the documents that it is added to stay in `touched`. */
  readonly narrows: boolean;
}

/** Adds up the scores of a part's documents, one query after another, in arrays that are made once. */
export class PartScores {
  /** Of the documents that were touched; those of others mean nothing. */
  scores = new Float64Array(0);
  /** `base` and how many required and plain units a document has; less than `base`: not touched. */
  stamps = new Uint16Array(0);
  /** Higher with every query, so that nothing need be cleared. */
  base = 1;
  /** Documents with at least one unit, the first `count` of them. */
  touched = new Uint32Array(0);
  count = 0;
  /** Whether every touched document has all required and plain units. */
  isNarrow = true;
  /** Room for whoever sorts the documents that were touched. */
  complete = new Uint32Array(0);
  partial = new Uint32Array(0);
  /** The same for whoever has to tell documents apart; whoever uses it leaves all of it 0. */
  marks = new Uint8Array(0);
  readonly #tables: GradeTables | null;
  #next = 1;

  /** `remembers` for a part that never gains a document. */
  constructor(remembers: boolean) {
    this.#tables = remembers ? new GradeTables() : null;
  }

  /**
   * Afterwards a document with all required units is in `touched`, others may be. With `all` only
   * documents with all plain units are; that is quicker where nobody asks for others.
   */
  score(part: Part, { required, plain, bonus }: QueryPlan, all = false): void {
    const least = required.length;
    const units = least + plain.length;
    this.#open(part.size, units);
    const { base } = this;
    const counted = [...required, ...plain];
    const narrows = (place: number): boolean => place > 0 && place < (all ? units : least);
    const [first, second] = counted;
    const meets = first !== undefined && second !== undefined && narrows(1);
    if (meets) this.#meet(part, first, second);
    counted.forEach((unit, before) => {
      if (meets && before < 2) return;
      if (before === 0) {
        this.#addUnit(part, unit, { lowest: 0, highest: base - 1, counts: 1, narrows: false });
      } else if (narrows(before)) {
        this.#narrow(part, unit, base + before);
      } else {
        const lowest = least === 0 ? 0 : base + least;
        this.#addUnit(part, unit, { lowest, highest: mostStamps, counts: 1, narrows: false });
      }
    });
    this.isNarrow = all || plain.length === 0 || (units === 1 && bonus.length === 0);
    const enough = all ? units : least;
    for (const unit of bonus) {
      const lowest = unit.factor < 0 ? base + 1 : enough === 0 ? 0 : base + enough;
      const highest = this.count === 0 && lowest === 0 ? base - 1 : mostStamps;
      this.#addUnit(part, unit, { lowest, highest, counts: 0, narrows: false });
    }
  }

  /** Puts many touched documents with at least so many units into the order in which they lie. */
  arrange(documents: number, units: number): void {
    if (this.count * shareToArrange < documents) return;
    const { stamps, touched } = this;
    const least = this.base + units;
    let count = 0;
    for (let document = 0; document < documents; document += 1) {
      if ((stamps[document] ?? 0) < least) continue;
      touched[count] = document;
      count += 1;
    }
    this.count = count;
  }

  /** Makes the scores of documents that no unit touched 0. */
  settle(documents: Uint32Array): void {
    const { scores, stamps, base } = this;
    for (const document of documents) {
      if ((stamps[document] ?? 0) < base) scores[document] = 0;
    }
  }

  /** Forgets the last query. */
  #open(documents: number, units: number): void {
    this.makeRoom(documents);
    if (this.#next + units > mostStamps) {
      this.stamps.fill(0);
      this.#next = 1;
    }
    this.base = this.#next;
    this.#next += units + 1;
    this.count = 0;
  }

  /** Makes the arrays at least so long. */
  makeRoom(documents: number): void {
    if (this.scores.length >= documents) return;
    const length = Math.max(1024, Math.ceil(documents * 1.25));
    this.scores = new Float64Array(length);
    this.stamps = new Uint16Array(length);
    this.touched = new Uint32Array(length);
    this.complete = new Uint32Array(length);
    this.partial = new Uint32Array(length);
    this.marks = new Uint8Array(length);
    this.#next = 1;
  }

  /** Touches the documents that have both units; there are none yet. */
  #meet(part: Part, first: Unit, second: Unit): void {
    const grades = gradesOf(part, first.alternatives);
    const table = this.tableOf(part, second, shareToNarrow);
    if (table !== null) {
      this.#meetTable(grades, first, table, second.factor);
      return;
    }
    const { base } = this;
    if (grades.length > mostMarks) {
      const reach = { lowest: 0, highest: base - 1, counts: 1, narrows: false } as const;
      this.#addGrades(grades, first.factor, reach);
      this.#narrow(part, second, base + 1);
      return;
    }
    const { scores, stamps, touched } = this;
    const marks = this.marks;
    mark(marks, grades);
    const gains = Float64Array.of(0, ...grades.map(({ impact }) => first.factor * impact));
    let count = 0;
    for (const { impact, lists } of gradesOf(part, second.alternatives)) {
      const gain = second.factor * impact;
      for (const documents of lists) {
        const { length } = documents;
        for (let at = 0; at < length; at += 1) {
          const document = documents[at] ?? 0;
          const mark = marks[document] ?? 0;
          if (mark === 0) continue;
          marks[document] = 0;
          scores[document] = (gains[mark] ?? 0) + gain;
          stamps[document] = base + 2;
          touched[count] = document;
          count += 1;
        }
      }
    }
    this.count = count;
    unmark(marks, grades, part.size);
  }

  /** The same where there is a table of the second one. */
  #meetTable(grades: readonly Grade[], first: Unit, table: GradeTable, factor: number): void {
    const { scores, stamps, touched, base } = this;
    const second = table.grades;
    const gains = table.impacts.map((impact) => factor * impact);
    const stamp = base + 2;
    // Only of several alternatives a document may have more than one.
    const isOnce = first.alternatives.length === 1;
    let count = 0;
    for (const { impact, lists } of grades) {
      const gain = first.factor * impact;
      for (const documents of lists) {
        const { length } = documents;
        for (let at = 0; at < length; at += 1) {
          const document = documents[at] ?? 0;
          const grade = second[document] ?? 0;
          if (grade === 0 || (!isOnce && stamps[document] === stamp)) continue;
          scores[document] = gain + (gains[grade] ?? 0);
          stamps[document] = stamp;
          touched[count] = document;
          count += 1;
        }
      }
    }
    this.count = count;
  }

  #addUnit(part: Part, unit: Unit, reach: Reach): void {
    const { alternatives, factor } = unit;
    const isOne = alternatives.length === 1;
    const table = isOne ? null : this.tableOf(part, unit, shareToAdd);
    if (table !== null) {
      this.#addTable(table, factor, reach);
      return;
    }
    const grades = gradesOf(part, alternatives);
    // Where no document of this query is added to, repeats do no harm.
    const isOnce = isOne || reach.highest < this.base;
    this.#addGrades(isOnce ? grades : withoutRepeats(grades, part.size), factor, reach);
  }

  /** Keeps the touched documents, which have this stamp, that have a unit. */
  #narrow(part: Part, unit: Unit, stamp: number): void {
    const table = this.tableOf(part, unit, shareToNarrow);
    if (table !== null) {
      this.#narrowByTable(table, unit.factor);
      return;
    }
    const reach = { lowest: stamp, highest: stamp, counts: 1, narrows: true } as const;
    this.#addGrades(gradesOf(part, unit.alternatives), unit.factor, reach);
  }

  /** null where the part may gain documents; see `GradeTables`. */
  tableOf(part: Part, { alternatives }: Unit, share: number): GradeTable | null {
    return this.#tables?.tableOf(part, alternatives, share) ?? null;
  }

  #addGrades(
    grades: readonly Grade[],
    factor: number,
    { lowest, highest, counts, narrows }: Reach,
  ): void {
    const { scores, stamps, touched, base } = this;
    let count = narrows ? 0 : this.count;
    for (const { impact, lists } of grades) {
      const gain = factor * impact;
      for (const documents of lists) {
        const { length } = documents;
        for (let at = 0; at < length; at += 1) {
          const document = documents[at] ?? 0;
          const before = stamps[document] ?? 0;
          if (before < lowest || before > highest) continue;
          if (before < base) {
            scores[document] = gain;
            stamps[document] = base + counts;
            touched[count] = document;
            count += 1;
          } else {
            scores[document] = (scores[document] ?? 0) + gain;
            stamps[document] = before + counts;
            if (!narrows) continue;
            touched[count] = document;
            count += 1;
          }
        }
      }
    }
    this.count = count;
  }

  /** The same for all documents of a table. */
  #addTable(
    { grades, impacts }: GradeTable,
    factor: number,
    { lowest, highest, counts }: Reach,
  ): void {
    const { scores, stamps, touched, base } = this;
    let { count } = this;
    const { length } = grades;
    for (let document = 0; document < length; document += 1) {
      const grade = grades[document] ?? 0;
      if (grade === 0) continue;
      const before = stamps[document] ?? 0;
      if (before < lowest || before > highest) continue;
      const gain = factor * (impacts[grade] ?? 0);
      if (before < base) {
        scores[document] = gain;
        stamps[document] = base + counts;
        touched[count] = document;
        count += 1;
      } else {
        scores[document] = (scores[document] ?? 0) + gain;
        stamps[document] = before + counts;
      }
    }
    this.count = count;
  }

  /** Keeps the touched documents that are in the table. */
  #narrowByTable({ grades, impacts }: GradeTable, factor: number): void {
    const { scores, stamps, touched } = this;
    let count = 0;
    for (let at = 0; at < this.count; at += 1) {
      const document = touched[at] ?? 0;
      const grade = grades[document] ?? 0;
      if (grade === 0) continue;
      scores[document] = (scores[document] ?? 0) + factor * (impacts[grade] ?? 0);
      stamps[document] = (stamps[document] ?? 0) + 1;
      touched[count] = document;
      count += 1;
    }
    this.count = count;
  }
}

/** Gives each document a number above its place among the grades, the first that has it. */
export function mark(marks: Uint8Array, grades: readonly Grade[]): void {
  // The first grade has the last word.
  for (let place = grades.length; place > 0; place -= 1) {
    for (const documents of grades[place - 1]?.lists ?? []) {
      const { length } = documents;
      for (let at = 0; at < length; at += 1) marks[documents[at] ?? 0] = place;
    }
  }
}

/** Takes the marks away that `mark` gave. */
export function unmark(marks: Uint8Array, grades: readonly Grade[], size: number): void {
  let postings = 0;
  for (const { lists } of grades) for (const { length } of lists) postings += length;
  if (postings * shareToFill > size) {
    marks.fill(0, 0, size);
    return;
  }
  for (const { lists } of grades) {
    for (const documents of lists) {
      const { length } = documents;
      for (let at = 0; at < length; at += 1) marks[documents[at] ?? 0] = 0;
    }
  }
}
