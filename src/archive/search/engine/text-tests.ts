import type { Part } from '../index/part';
import { BodyCheck } from './conditions';
import type { QueryPlan } from './query-plan';

export interface Tests {
  readonly hasMust: boolean;
  /** Phrases, and words that must be in the body. */
  readonly must: (document: number) => boolean;
  readonly hasRuns: boolean;
  /** Han characters and "20+8" stand together as they do in the query. */
  readonly runs: (document: number) => boolean;
}

/** What is looked for in the tokens themselves; null where a required sequence can't be there. */
export function testsOf(part: Part, plan: QueryPlan): Tests | null {
  const sequences = (planned: QueryPlan['phrases']): readonly ((document: number) => boolean)[] =>
    planned.map(({ tokens, fields }) => {
      const sequence = part.sequence(tokens);
      if (sequence === null) return () => false;
      return (document) => part.contains(document, sequence, fields);
    });
  const bodies = plan.bodyWords.map(({ terms }) => new BodyCheck(part, terms));
  const phrases = sequences(plan.phrases);
  const runs = sequences(plan.runs);
  return {
    hasMust: phrases.length + bodies.length > 0,
    must: (document) =>
      phrases.every((has) => has(document)) && bodies.every((body) => body.holds(document)),
    hasRuns: runs.length > 0,
    runs: (document) => runs.every((has) => has(document)),
  };
}
