import type { Mask } from './masks';
import type { GradeTable } from './grade-tables';
import type { PartScores } from './part-scores';
import type { RankedDocuments, Run } from './ranked-unit';

/**
 * The documents of a table: they are counted by their grades, and only those that may be shown are
 * put in order. A letter begins a word of nearly every document.
 */
export class RankedTable implements RankedDocuments {
  readonly count: number;
  readonly #grades: Uint8Array;
  readonly #impacts: Float64Array;
  readonly #factor: number;
  /** How many of the documents have each grade. */
  readonly #counts: Uint32Array;
  /** Those that pass, in the order in which they lie; null where all of the table do. */
  readonly #passing: Uint32Array | null;
  readonly #room: PartScores;

  constructor(table: GradeTable, factor: number, masks: readonly Mask[], room: PartScores) {
    this.#grades = table.grades;
    this.#impacts = table.impacts;
    this.#factor = factor;
    this.#room = room;
    if (masks.length === 0) {
      this.#passing = null;
      this.#counts = table.counts;
      this.count = table.counts.reduce((sum, count) => sum + count, 0);
    } else {
      this.#passing = passing(table.grades, masks, room.complete);
      this.#counts = countsOf(this.#passing, table);
      this.count = this.#passing.length;
    }
  }

  readonly all = (): Uint32Array => this.#passing ?? everyWith(this.#grades, this.#room.complete);

  readonly best = (count: number, slack: number): readonly Run[] => {
    const counts = this.#counts;
    const impacts = this.#impacts;
    const last = this.#lastOf(count, slack);
    const places = new Uint32Array(last + 1);
    let sum = 0;
    for (let grade = 1; grade <= last; grade += 1) {
      places[grade] = sum;
      sum += counts[grade] ?? 0;
    }
    const documents = this.#room.touched;
    const kept = this.#passing;
    if (kept === null) placeAll(this.#grades, last, places, documents);
    else place(kept, this.#grades, last, places, documents);
    const runs: Run[] = [];
    for (let grade = 1; grade <= last; grade += 1) {
      const end = places[grade] ?? 0;
      const length = counts[grade] ?? 0;
      if (length === 0) continue;
      const score = this.#factor * (impacts[grade] ?? 0);
      runs.push({ score, lists: [documents.subarray(end - length, end)] });
    }
    return runs;
  };

  /** The last grade that the first `count` documents may have. */
  #lastOf(count: number, slack: number): number {
    const counts = this.#counts;
    const impacts = this.#impacts;
    let grade = 0;
    for (let sum = 0; sum < count && grade < counts.length - 1; sum += counts[grade] ?? 0)
      grade += 1;
    const least = impacts[grade] ?? 0;
    while (grade < counts.length - 1 && (impacts[grade + 1] ?? 0) * slack >= least) grade += 1;
    return grade;
  }
}

/** The documents with any grade; there is room for one more. */
function everyWith(grades: Uint8Array, room: Uint32Array): Uint32Array {
  const { length } = grades;
  let count = 0;
  // Which way a branch would go is hard to foretell.
  for (let document = 0; document < length; document += 1) {
    room[count] = document;
    count += ((grades[document] ?? 0) + 0xff) >> 8;
  }
  return room.subarray(0, count);
}

function passing(grades: Uint8Array, masks: readonly Mask[], room: Uint32Array): Uint32Array {
  const documents = everyWith(grades, room);
  return masks.reduce((left, mask) => {
    let count = 0;
    const { length } = left;
    for (let at = 0; at < length; at += 1) {
      const document = left[at] ?? 0;
      room[count] = document;
      count += mask[document] ?? 0;
    }
    return room.subarray(0, count);
  }, documents);
}

function countsOf(documents: Uint32Array, { grades, impacts }: GradeTable): Uint32Array {
  const counts = new Uint32Array(impacts.length);
  const { length } = documents;
  for (let at = 0; at < length; at += 1) {
    const grade = grades[documents[at] ?? 0] ?? 0;
    counts[grade] = (counts[grade] ?? 0) + 1;
  }
  return counts;
}

/** Puts the documents with grades up to `last` where `places` says for each grade, and moves these on. */
function placeAll(
  grades: Uint8Array,
  last: number,
  places: Uint32Array,
  documents: Uint32Array,
): void {
  const { length } = grades;
  for (let document = 0; document < length; document += 1) {
    const grade = grades[document] ?? 0;
    // 0 is far above.
    if (((grade - 1) & 0xff) >= last) continue;
    const at = places[grade] ?? 0;
    documents[at] = document;
    places[grade] = at + 1;
  }
}

function place(
  passing: Uint32Array,
  grades: Uint8Array,
  last: number,
  places: Uint32Array,
  documents: Uint32Array,
): void {
  const { length } = passing;
  for (let at = 0; at < length; at += 1) {
    const document = passing[at] ?? 0;
    const grade = grades[document] ?? 0;
    if (grade > last) continue;
    const next = places[grade] ?? 0;
    documents[next] = document;
    places[grade] = next + 1;
  }
}
