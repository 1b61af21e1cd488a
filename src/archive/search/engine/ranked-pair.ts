import type { Part } from '../index/part';
import { slotCount } from '../posting-store';
import { gradesOf, type Grade } from './grades';
import { mark, unmark, type PartScores } from './part-scores';
import type { Unit } from './query-plan';
import { arranged, lengthOf, type RankedDocuments, type Run } from './ranked-unit';

/** Documents that have both units, each with one of their grades, or only one of them. */
interface Group {
  readonly score: number;
  /** Which of the pairs of grades; null for documents with one unit only, which are in `lists`. */
  readonly pair: number | null;
  readonly lists: readonly ArrayLike<number>[];
}

const hit = 1;
const none: readonly ArrayLike<number>[] = [];

/**
 * The documents that have both of two units, or with `both` false either one. Of those with both it
 * is noted which grades they have; where one is enough, the others are already in order in their
 * lists, and only those that may be shown are looked at. The units have one term each.
 */
export class RankedPair implements RankedDocuments {
  readonly count: number;
  readonly #few: readonly Grade[];
  readonly #many: readonly Grade[];
  readonly #fewGains: readonly number[];
  readonly #manyGains: readonly number[];
  /** Documents with both, the first so many that were touched, their pairs of grades beside them. */
  readonly #hits: number;
  readonly #both: boolean;
  readonly #size: number;
  readonly #room: PartScores;

  constructor(part: Part, first: Unit, second: Unit, both: boolean, room: PartScores) {
    room.makeRoom(part.size);
    const ofFirst = gradesOf(part, first.alternatives);
    const ofSecond = gradesOf(part, second.alternatives);
    const isFewer = postingsOf(ofFirst) < postingsOf(ofSecond);
    this.#few = isFewer ? ofFirst : ofSecond;
    this.#many = isFewer ? ofSecond : ofFirst;
    this.#fewGains = gainsOf(this.#few, isFewer ? first : second);
    this.#manyGains = gainsOf(this.#many, isFewer ? second : first);
    this.#both = both;
    this.#size = part.size;
    this.#room = room;
    mark(room.marks, this.#few);
    this.#hits = meet(this.#many, room.marks, room.touched, room.partial);
    unmark(room.marks, this.#few, part.size);
    const all = postingsOf(ofFirst) + postingsOf(ofSecond);
    this.count = both ? this.#hits : all - this.#hits;
  }

  readonly all = (): Uint32Array => {
    if (this.#both) return this.#room.touched.subarray(0, this.#hits);
    return arranged([...this.#few, ...this.#many], this.#size, this.#room);
  };

  readonly best = (count: number, slack: number): readonly Run[] => {
    const { touched, partial: pairs, complete, marks } = this.#room;
    const hits = this.#hits;
    const counts = new Uint32Array(slotCount * slotCount);
    for (let at = 0; at < hits; at += 1) {
      const pair = pairs[at] ?? 0;
      counts[pair] = (counts[pair] ?? 0) + 1;
    }
    const ends = new Uint32Array(slotCount * slotCount);
    let end = 0;
    for (let pair = 0; pair < counts.length; pair += 1) {
      ends[pair] = end;
      end += counts[pair] ?? 0;
    }
    for (let at = 0; at < hits; at += 1) {
      const pair = pairs[at] ?? 0;
      const place = ends[pair] ?? 0;
      complete[place] = touched[at] ?? 0;
      ends[pair] = place + 1;
    }
    if (!this.#both) for (let at = 0; at < hits; at += 1) marks[touched[at] ?? 0] = hit;
    const runs: Run[] = [];
    let found = 0;
    let least = -Infinity;
    const groups = this.#groups(counts);
    for (let left = groups.length; left > 0; left -= 1) {
      // A few are enough: finding the best again and again is less than sorting all.
      const group = takeBest(groups, left);
      if (group === undefined || group.score * slack < least) break;
      const { score, pair, lists } = group;
      const start = pair === null ? end : (ends[pair] ?? 0) - (counts[pair] ?? 0);
      if (pair === null) end = putUnmarked(lists, marks, complete, end);
      const documents = complete.subarray(start, pair === null ? end : (ends[pair] ?? 0));
      runs.push({ score, lists: [documents] });
      found += documents.length;
      if (found >= count && least === -Infinity) least = score;
    }
    if (!this.#both) for (let at = 0; at < hits; at += 1) marks[touched[at] ?? 0] = 0;
    return runs;
  };

  #groups(counts: Uint32Array): Group[] {
    const groups: Group[] = [];
    const ofFew = this.#fewGains;
    const ofMany = this.#manyGains;
    for (let few = 0; few < ofFew.length; few += 1) {
      for (let many = 0; many < ofMany.length; many += 1) {
        const pair = pairOf(few, many);
        if (counts[pair] === 0) continue;
        groups.push({ score: (ofFew[few] ?? 0) + (ofMany[many] ?? 0), pair, lists: none });
      }
    }
    if (this.#both) return groups;
    for (const [grades, gains] of [
      [this.#few, ofFew],
      [this.#many, ofMany],
    ] as const) {
      grades.forEach(({ lists }, at) => groups.push({ score: gains[at] ?? 0, pair: null, lists }));
    }
    return groups;
  }
}

function pairOf(few: number, many: number): number {
  return few * slotCount + many;
}

function gainsOf(grades: readonly Grade[], { factor }: Unit): readonly number[] {
  return grades.map(({ impact }) => factor * impact);
}

function postingsOf(grades: readonly Grade[]): number {
  return grades.reduce((sum, { lists }) => sum + lengthOf(lists), 0);
}

/** Takes the best out of the first `count`; the last of these is put in its place. */
function takeBest(groups: (Group | undefined)[], count: number): Group | undefined {
  let place = 0;
  let score = -Infinity;
  for (let at = 0; at < count; at += 1) {
    const other = groups[at]?.score ?? score;
    if (other <= score) continue;
    score = other;
    place = at;
  }
  const best = groups[place];
  groups[place] = groups[count - 1];
  return best;
}

/** Writes down the documents that are marked, and their pairs of grades; there is room for one more. */
function meet(
  grades: readonly Grade[],
  marks: Uint8Array,
  documents: Uint32Array,
  pairs: Uint32Array,
): number {
  let count = 0;
  for (let many = 0; many < grades.length; many += 1) {
    const before = count;
    for (const list of grades[many]?.lists ?? none)
      count = putMarked(list, marks, documents, count);
    for (let at = before; at < count; at += 1) {
      pairs[at] = pairOf((marks[documents[at] ?? 0] ?? 0) - 1, many);
    }
  }
  return count;
}

/** Puts those that are marked behind the first `count` documents; answers how many there are then. */
function putMarked(
  list: ArrayLike<number>,
  marks: Uint8Array,
  documents: Uint32Array,
  count: number,
): number {
  const { length } = list;
  let end = count;
  // Which way a branch would go is hard to foretell.
  for (let at = 0; at < length; at += 1) {
    const document = list[at] ?? 0;
    documents[end] = document;
    end += ((marks[document] ?? 0) + 0xff) >> 8;
  }
  return end;
}

/** Puts those that aren't marked behind the first `count` documents; answers how many there are then. */
function putUnmarked(
  lists: readonly ArrayLike<number>[],
  marks: Uint8Array,
  documents: Uint32Array,
  count: number,
): number {
  let end = count;
  for (const list of lists) {
    const { length } = list;
    for (let at = 0; at < length; at += 1) {
      const document = list[at] ?? 0;
      documents[end] = document;
      end += 1 - (marks[document] ?? 0);
    }
  }
  return end;
}
