import type { Part } from '../index/part';
import { inverseDocumentFrequency } from '../ranking';
import { BestDocuments, candidateOrder, type Candidate } from './best-documents';
import { Closeness } from './closeness';
import type { IndexView } from './index-view';
import type { PartScores } from './part-scores';
import type { QueryPlan } from './query-plan';
import { mostAdvantage, RecencyPrior } from './recency';
import type { EngineRequest, PartAnswer } from './engine-request';

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
    kind: keyof PartAnswer,
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
    const most = this.#prior === null ? 1 : mostAdvantage;
    this.#answers.forEach((answer, index) => {
      const part = this.view.parts[index];
      const scores = part && this.#scores.get(part);
      if (part === undefined || scores === undefined) return;
      const { dates } = part.columns;
      const documents = answer[kind];
      const { scores: all } = scores;
      const { length } = documents;
      let { floor } = best;
      for (let at = 0; at < length; at += 1) {
        const document = documents[at] ?? 0;
        const score = all[document] ?? 0;
        // A prior lifts a score by its advantage at most.
        if (score * most < floor) continue;
        const date = dates[document] ?? 0;
        const lifted = this.#prior === null ? score : score * this.#prior.at(date);
        best.offer(index, document, lifted, date);
        floor = best.floor;
      }
    });
    const sorted = best.sorted();
    if (closeness === null) return sorted.slice(0, count);
    const again = sorted.slice(0, looksTwice).map((candidate): Candidate => {
      const { part: number, document, score, date } = candidate;
      const part = this.view.parts[number];
      const bonus = part === undefined ? 0 : closeness.bonus(part, document);
      return { part: number, document, score: score + bonus, date };
    });
    return [...again.sort(order), ...sorted.slice(looksTwice)].slice(0, count);
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
    const { documents } = this.view;
    const closeness = new Closeness(order, (term) =>
      inverseDocumentFrequency(this.view.documentsWith(term), documents),
    );
    return closeness.isIdle ? null : closeness;
  }
}
