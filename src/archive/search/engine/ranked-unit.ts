import type { Part } from '../index/part';
import type { Mask } from './conditions';
import { gradesOf, type Grade } from './graded-lists';
import type { PartScores } from './part-scores';
import type { Unit } from './query-plan';

/** The documents that have a unit, those to which it adds most first. */
export interface RankedDocuments {
  readonly documents: Uint32Array;
  /** Behind the last document of each score, and that score; the highest first. */
  readonly ends: readonly number[];
  readonly scores: readonly number[];
}

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
  { alternatives, factor }: Unit,
  masks: readonly Mask[],
  scores: PartScores,
): RankedDocuments {
  scores.makeRoom(part.size);
  const { touched: documents, marks } = scores;
  const grades = gradesOf(part, alternatives);
  const isOnce = alternatives.length === 1;
  const ends: number[] = [];
  const gains: number[] = [];
  let count = 0;
  for (const { impact, lists } of grades) {
    const before = count;
    for (const list of lists) {
      // A damaged file may have more of them than there are documents.
      if (isOnce && masks.length === 0 && count + list.length <= documents.length) {
        documents.set(list, count);
        count += list.length;
      } else {
        count = addNew(list, masks, documents, count, isOnce ? null : marks);
      }
    }
    if (count === before) continue;
    ends.push(count);
    gains.push(factor * impact);
  }
  if (!isOnce) clear(marks, grades, part.size);
  return { documents: documents.subarray(0, count), ends, scores: gains };
}

/** Puts ranked documents into the order in which they lie. */
export function arranged(
  { documents }: RankedDocuments,
  size: number,
  { marks, complete }: PartScores,
): Uint32Array {
  const { length } = documents;
  for (let at = 0; at < length; at += 1) marks[documents[at] ?? 0] = listed;
  let count = 0;
  for (let document = 0; document < size; document += 1) {
    if (marks[document] !== listed) continue;
    complete[count] = document;
    count += 1;
  }
  marks.fill(0, 0, size);
  return complete.subarray(0, count);
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
  for (const { lists } of grades) for (const { length } of lists) postings += length;
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
