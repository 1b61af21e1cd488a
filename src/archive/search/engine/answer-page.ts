import type { Part } from '../index/part';
import { BestDocuments, candidateOrder, type Candidate } from './best-documents';
import { Closeness } from './closeness';
import type { IndexView } from './index-view';
import type { PartScores } from './part-scores';
import type { RankedDocuments } from './ranked-unit';
import type { QueryPlan } from './query-plan';
import { mostAdvantage, RecencyPrior } from './recency';
import type { AnswerKind, EngineRequest, PartAnswer } from './engine-request';

/** Answers looked at again for words that stand together; the order beyond is by single words. */
const looksTwice = 20;

/** Puts the documents that answer into their order. */
export class AnswerPage {
  readonly view: IndexView;
  readonly #request: EngineRequest;
  readonly #answers: readonly PartAnswer[];
  readonly #scores: WeakMap<Part, PartScores>;
  readonly #prior: RecencyPrior | null;
  #scored: QueryPlan | null = null;

  constructor(
    view: IndexView,
    request: EngineRequest,
    answers: readonly PartAnswer[],
    scores: WeakMap<Part, PartScores>,
  ) {
    this.view = view;
    this.#request = request;
    this.#answers = answers;
    this.#scores = scores;
    this.#prior = request.recentTo === null ? null : new RecencyPrior(request.recentTo);
  }

  /** The `count` that are most alike, in the order of the request. */
  mostLike(count: number, plan: QueryPlan): readonly Candidate[] {
    const order = candidateOrder(this.#request.sort, this.view.parts);
    return [...this.best('complete', count, plan, 'relevance')].sort(order);
  }

  /** The first `count` of the complete or partial ones, in the order of the request or another. */
  best(
    kind: AnswerKind,
    count: number,
    plan: QueryPlan,
    sort = this.#request.sort,
  ): readonly Candidate[] {
    if (count === 0) return [];
    this.#scoreBy(plan);
    const order = candidateOrder(sort, this.view.parts);
    const closeness = sort === 'relevance' ? this.#closeness(plan) : null;
    const wanted = closeness === null ? count : Math.max(count, looksTwice);
    const best = new BestDocuments(wanted, sort, order);
    this.#answers.forEach((answer, index) => {
      if (kind === 'complete' && answer.ranked !== null)
        this.#offerRanked(best, index, answer.ranked, sort === 'relevance' ? wanted : Infinity);
      else this.#offerAll(best, index, answer.documents(kind));
    });
    const sorted = best.sorted();
    if (closeness === null) return sorted.slice(0, count);
    const looked = sorted.slice(0, looksTwice);
    this.#expect(looked);
    const again = looked.map((candidate): Candidate => {
      const { part: number, document, score, date } = candidate;
      const part = this.view.parts[number];
      const bonus = part === undefined ? 0 : closeness.bonus(part, document);
      return { part: number, document, score: score + bonus, date };
    });
    return [...again.sort(order), ...sorted.slice(looksTwice)].slice(0, count);
  }

  /** Says that the tokens of these will be looked at next. */
  #expect(candidates: readonly Candidate[]): void {
    this.view.parts.forEach((part, number) => {
      const own = candidates.filter((candidate) => candidate.part === number);
      part.expectTokens(own.map(({ document }) => document));
    });
  }

  #offerAll(best: BestDocuments, index: number, documents: Uint32Array): void {
    const part = this.view.parts[index];
    const all = part && this.#scores.get(part)?.scores;
    if (part === undefined || all === undefined) return;
    const { dates } = part.columns;
    const prior = this.#prior;
    const most = prior === null ? 1 : mostAdvantage;
    const { length } = documents;
    let { floor } = best;
    for (let at = 0; at < length; at += 1) {
      const document = documents[at] ?? 0;
      const score = all[document] ?? 0;
      // A prior lifts a score by its advantage at most.
      if (score * most < floor) continue;
      const date = dates[document] ?? 0;
      best.offer(index, document, prior === null ? score : score * prior.at(date), date);
      floor = best.floor;
    }
  }

  #offerRanked(best: BestDocuments, index: number, ranked: RankedDocuments, count: number): void {
    const part = this.view.parts[index];
    if (part === undefined) return;
    const { dates } = part.columns;
    const prior = this.#prior;
    const most = prior === null ? 1 : mostAdvantage;
    for (const { score, lists } of ranked.best(count, most)) {
      // The following ones have less.
      if (score * most < best.floor) return;
      for (const documents of lists) {
        const { length } = documents;
        for (let at = 0; at < length; at += 1) {
          const document = documents[at] ?? 0;
          const date = dates[document] ?? 0;
          best.offer(index, document, prior === null ? score : score * prior.at(date), date);
        }
      }
    }
  }

  /** The scores of the plan that answered are there already; those of another one are added up. */
  #scoreBy(plan: QueryPlan): void {
    const before = this.#scored;
    this.#scored = plan;
    if (before === null || before === plan) return;
    for (const part of this.view.parts) {
      const scores = this.#scores.get(part);
      scores?.score(part, plan);
    }
  }

  #closeness({ order }: QueryPlan): Closeness | null {
    if (order === null) return null;
    const closeness = new Closeness(order, this.view);
    return closeness.isIdle ? null : closeness;
  }
}
