import type { Part } from '../index/part';
import { listedAnswer, rankedAnswer, type PartAnswer } from './engine-request';
import type { Mask } from './masks';
import { shareToNarrow, type PartScores } from './part-scores';
import type { QueryPlan, Unit } from './query-plan';
import { RankedPair } from './ranked-pair';
import { rankedBy } from './ranked-unit';
import { testsOf, type Tests } from './text-tests';

export const noAnswer = listedAnswer(new Uint32Array(0));

/**
 * The documents of a part that answer and pass all masks. With `allWords` only those that have all
 * words; with `facets` in the order in which they lie, where they are many.
 */
export function answerOf(
  part: Part,
  plan: QueryPlan,
  masks: readonly Mask[],
  scores: PartScores,
  { facets, allWords }: { readonly facets: boolean; readonly allWords: boolean },
): PartAnswer {
  const only = onlyUnitOf(plan);
  if (only !== null) return rankedAnswer(rankedBy(part, only, masks, scores));
  const pair = masks.length === 0 ? pairOf(part, plan, scores, allWords) : null;
  if (pair !== null) return rankedAnswer(pair);
  scores.score(part, plan, allWords);
  if (plan.unrestricted) {
    const all = everyWith(part, masks);
    scores.settle(all);
    return listedAnswer(all);
  }
  const tests = testsOf(part, plan);
  if (plan.required.length + plan.plain.length + plan.bonus.length === 0) {
    // A phrase of stop words alone is narrowed down by nothing; words that nobody has find nothing.
    if (!tests.hasMust) return noAnswer;
    const all = everyWith(part, masks);
    const found = all.subarray(0, tests.sift(all, all.length));
    scores.settle(found);
    return listedAnswer(found);
  }
  // Tokens are read, and facets counted, a quarter faster in the order in which they lie.
  const enough = plan.required.length + (allWords ? plan.plain.length : 0);
  if (tests.hasMust || facets) scores.arrange(part.size, enough);
  const except = plan.except === null ? undefined : part.numberOf(plan.except);
  return split(scores, plan, masks, tests, except);
}

/** The unit that is all that is asked for, conditions aside; null where there is more. */
function onlyUnitOf(plan: QueryPlan): Unit | null {
  const { required, plain, bonus, phrases, bodyWords, runs } = plan;
  const [only, ...others] = [...required, ...plain, ...bonus];
  if (only === undefined || others.length > 0 || bonus.length > 0) return null;
  if (phrases.length + bodyWords.length + runs.length > 0) return null;
  return plan.incomplete || plan.unrestricted || plan.except !== null ? null : only;
}

/** Where two words, both or either, are all that is asked for; null otherwise. */
function pairOf(
  part: Part,
  plan: QueryPlan,
  scores: PartScores,
  allWords: boolean,
): RankedPair | null {
  const { required, plain, bonus, phrases, bodyWords, runs } = plan;
  if (phrases.length + bodyWords.length + runs.length > 0) return null;
  if (plan.incomplete || plan.unrestricted || plan.except !== null) return null;
  const needed = [...required, ...plain];
  const [first, second, ...others] = needed.length === 0 ? bonus : needed;
  if (first === undefined || second === undefined || others.length > 0) return null;
  if (first.alternatives.length !== 1 || second.alternatives.length !== 1) return null;
  if (needed.length === 0) {
    return first.factor > 0 && second.factor > 0
      ? new RankedPair(part, first, second, false, scores)
      : null;
  }
  if (bonus.length > 0 || (!allWords && plain.length > 0)) return null;
  // A table of the second one is quicker still.
  if (scores.tableOf(part, second, shareToNarrow) !== null) return null;
  return new RankedPair(part, first, second, true, scores);
}

function fulfils(masks: readonly Mask[], document: number): boolean {
  for (const mask of masks) if (mask[document] !== 1) return false;
  return true;
}

/** The documents with scores that pass, those with all that was asked for apart from the others. */
function split(
  scores: PartScores,
  plan: QueryPlan,
  masks: readonly Mask[],
  tests: Tests,
  except: number | undefined,
): PartAnswer {
  const { touched, stamps, base, complete, partial } = scores;
  const isSure = scores.isNarrow && !plan.incomplete;
  let { count } = scores;
  const least = base + plan.required.length;
  // Tokens are read of documents that are there: a damaged file may name others.
  if (!isSure || tests.hasMust || except !== undefined || masks.length > 0) {
    const [first, ...others] = masks;
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const document = touched[at] ?? 0;
      if ((stamps[document] ?? 0) < least || document === except) continue;
      if (first !== undefined && first[document] !== 1) continue;
      if (others.length > 0 && !fulfils(others, document)) continue;
      touched[kept] = document;
      kept += 1;
    }
    count = kept;
  }
  if (tests.hasMust) count = tests.sift(touched, count);
  if (isSure && !tests.hasRuns) {
    complete.set(touched.subarray(0, count));
    return listedAnswer(complete.subarray(0, count));
  }
  const all = least + plan.plain.length;
  let completeCount = 0;
  let partialCount = 0;
  for (let at = 0; at < count; at += 1) {
    const document = touched[at] ?? 0;
    const hasAll = stamps[document] === all && !plan.incomplete;
    if (hasAll && (!tests.hasRuns || tests.runs(document))) {
      complete[completeCount] = document;
      completeCount += 1;
    } else {
      partial[partialCount] = document;
      partialCount += 1;
    }
  }
  return listedAnswer(complete.subarray(0, completeCount), partial.subarray(0, partialCount));
}

function everyWith({ size }: Part, masks: readonly Mask[]): Uint32Array {
  const documents = new Uint32Array(size);
  let count = 0;
  for (let document = 0; document < size; document += 1) {
    if (!fulfils(masks, document)) continue;
    documents[count] = document;
    count += 1;
  }
  return documents.subarray(0, count);
}
