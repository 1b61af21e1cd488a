import type { Part } from '../index/part';
import type { Mask } from './masks';
import type { GradeTable } from './grade-tables';
import { gradesOf, type Grade } from './grades';
import type { PartScores } from './part-scores';
import type { Unit } from './query-plan';
import { RankedTable } from './ranked-table';

/** Documents of one score. */
export interface Run {
  readonly score: number;
  readonly lists: readonly ArrayLike<number>[];
}

/** The documents that have a unit. */
export interface RankedDocuments {
  /** How many there are. */
  readonly count: number;
  /** All of them in the order in which they lie. */
  readonly all: () => Uint32Array;
  /**
   * Runs with the highest score first: at least the first `count` documents, and those of which
   * the score times `slack` isn't below all of these.
   */
  readonly best: (count: number, slack: number) => readonly Run[];
}

/** One in so many documents has a unit of which a table is quicker than lists. */
const shareToTable = 8;
/** One in so many documents is marked where clearing all marks costs less than clearing each. */
const shareToFill = 16;
const seen = 1;
const listed = 2;

/**
 * Where one unit is all that is asked for, its lists are in the order of the answer already: nothing
 * need be added up. The documents lie in the room of `scores`, those of the last query are gone.
 */
export function rankedBy(
  part: Part,
  unit: Unit,
  masks: readonly Mask[],
  scores: PartScores,
): RankedDocuments {
  scores.makeRoom(part.size);
  const { alternatives, factor } = unit;
  const isOnce = alternatives.length === 1;
  const table: GradeTable | null = isOnce ? null : scores.tableOf(part, unit, shareToTable);
  if (table !== null) return new RankedTable(table, factor, masks, scores);
  const grades = gradesOf(part, alternatives);
  const runs =
    isOnce && masks.length === 0
      ? grades.map(({ impact, lists }): Run => ({ score: factor * impact, lists }))
      : passing(grades, factor, masks, scores, isOnce ? null : scores.marks);
  if (!isOnce) clear(scores.marks, grades, part.size);
  const count = runs.reduce((sum, { lists }) => sum + lengthOf(lists), 0);
  return { count, all: () => arranged(runs, part.size, scores), best: () => runs };
}

export function lengthOf(lists: readonly ArrayLike<number>[]): number {
  let sum = 0;
  for (const { length } of lists) sum += length;
  return sum;
}

/** Documents in the order in which they lie. */
export function arranged(
  runs: readonly Pick<Run, 'lists'>[],
  size: number,
  { marks, complete }: PartScores,
): Uint32Array {
  for (const { lists } of runs) {
    for (const list of lists) {
      const { length } = list;
      for (let at = 0; at < length; at += 1) marks[list[at] ?? 0] = listed;
    }
  }
  let count = 0;
  for (let document = 0; document < size; document += 1) {
    if (marks[document] !== listed) continue;
    complete[count] = document;
    count += 1;
  }
  marks.fill(0, 0, size);
  return complete.subarray(0, count);
}

/** The documents that pass and, where there are marks, come for the first time. */
function passing(
  grades: readonly Grade[],
  factor: number,
  masks: readonly Mask[],
  { touched: documents }: PartScores,
  marks: Uint8Array | null,
): readonly Run[] {
  const runs: Run[] = [];
  let count = 0;
  for (const { impact, lists } of grades) {
    const before = count;
    for (const list of lists) count = addNew(list, masks, documents, count, marks);
    if (count === before) continue;
    runs.push({ score: factor * impact, lists: [documents.subarray(before, count)] });
  }
  return runs;
}

/** How many documents there are with those of the list that pass and, where there are marks, are new. */
function addNew(
  list: ArrayLike<number>,
  masks: readonly Mask[],
  documents: Uint32Array,
  before: number,
  marks: Uint8Array | null,
): number {
  const [mask = null, ...others] = masks;
  const { length } = list;
  let count = before;
  for (let at = 0; at < length; at += 1) {
    const document = list[at] ?? 0;
    if (marks !== null) {
      if (marks[document] !== 0) continue;
      marks[document] = seen;
    }
    if (mask !== null && mask[document] !== 1) continue;
    if (others.length > 0 && !others.every((other) => other[document] === 1)) continue;
    documents[count] = document;
    count += 1;
  }
  return count;
}

function clear(marks: Uint8Array, grades: readonly Grade[], size: number): void {
  let postings = 0;
  for (const { lists } of grades) postings += lengthOf(lists);
  if (postings * shareToFill > size) {
    marks.fill(0, 0, size);
    return;
  }
  for (const { lists } of grades) {
    for (const list of lists) {
      const { length } = list;
      for (let at = 0; at < length; at += 1) marks[list[at] ?? 0] = 0;
    }
  }
}
