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

/** The lists of a unit, the highest grade first: the first list that has a document counts. */
export function gradesOf(part: Part, alternatives: Unit['alternatives']): readonly Grade[] {
  const byWeight = new Map<number, (ArrayLike<number>[] | undefined)[]>();
  const numbers = alternatives.map(({ term }) => part.term(term));
  if (numbers.length > 1) part.expect(numbers);
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? -1;
    const weight = alternatives[at]?.weight ?? 0;
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
