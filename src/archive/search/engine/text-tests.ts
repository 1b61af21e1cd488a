import type { Part } from '../index/part';
import { siftEach } from '../index/sequence-sieve';
import { BodyCheck } from './body-check';
import type { PlannedSequence, QueryPlan } from './query-plan';

export interface Tests {
  readonly hasMust: boolean;
  /**
   * Keeps, in their order, those of the first `count` documents that have the phrases, and words
   * that must be in the body; answers how many they are.
   */
  readonly sift: (documents: Uint32Array, count: number) => number;
  readonly hasRuns: boolean;
  /** Han characters and "20+8" stand together as they do in the query. */
  readonly runs: (document: number) => boolean;
}

/** What is looked for in the tokens themselves. */
export function testsOf(part: Part, plan: QueryPlan): Tests {
  const bodies = plan.bodyWords.map(({ terms }) => new BodyCheck(part, terms));
  const runs = plan.runs.map((planned) => testOf(part, planned));
  return {
    hasMust: plan.phrases.length + bodies.length > 0,
    sift: (documents, count) => {
      let left = count;
      for (const { tokens, fields } of plan.phrases) {
        const sequence = part.sequence(tokens);
        if (sequence === null) return 0;
        left = part.sift(documents, left, sequence, fields);
      }
      for (const body of bodies) {
        left = siftEach(documents, left, (document) => body.holds(document));
      }
      return left;
    },
    hasRuns: runs.length > 0,
    runs: (document) => runs.every((has) => has(document)),
  };
}

function testOf(part: Part, { tokens, fields }: PlannedSequence): (document: number) => boolean {
  const sequence = part.sequence(tokens);
  if (sequence === null) return () => false;
  return (document) => part.contains(document, sequence, fields);
}
