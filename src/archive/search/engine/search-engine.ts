import type { LikeNode, ParsedQuery, QueryNode } from '../../../shared/query/query';
import type { Facets, MonthRun } from '../../../shared/search';
import type { Part } from '../index/part';
import { AnswerPage } from './answer-page';
import { Conditions, PartMemory, type ConditionResolver, type Resolver } from './conditions';
import type { AnswerKind, EngineAnswer, EngineRequest, PartAnswer } from './engine-request';
import { FacetCounter } from './facet-counter';
import { FacetNumbers } from './facet-counts';
import { broadened, relevantTerms, tellingTerms } from './feedback';
import { IndexView, TermMemory } from './index-view';
import { isFull, type Mask } from './masks';
import { MonthCounter } from './month-counter';
import { answerOf, noAnswer } from './part-answer';
import { PartScores } from './part-scores';
import { planQuery } from './plan-query';
import type { QueryPlan } from './query-plan';

/** Fewer complete answers than this are few: the rest is shown, too. */
const thin = 5;
/** Words of a query that say enough about its subject to add others to them. */
const wordsForFeedback = 3;

/** Releases that are about the same as another one; further down they no longer are. */
const mostLike = 50;

const answerKinds: readonly AnswerKind[] = ['complete', 'partial'];
const completeOnly: readonly AnswerKind[] = ['complete'];

/** Answers queries over the parts of an index. */
export class SearchEngine {
  readonly #memory = new TermMemory();
  /** Of the parts that are frozen. */
  readonly #known = new WeakMap<Part, PartMemory>();
  readonly #scores = new WeakMap<Part, PartScores>();
  #facetNumbers = new FacetNumbers();
  #parts: readonly Part[] = [];

  /** `frozen` parts never gain a document, so that what was found out of them may be remembered. */
  setParts(frozen: readonly Part[], live: readonly Part[]): void {
    for (const part of frozen) {
      if (this.#known.has(part)) continue;
      this.#known.set(part, new PartMemory(part));
      this.#memory.freeze(part);
    }
    this.#parts = [...frozen, ...live];
    this.#facetNumbers = new FacetNumbers();
  }

  get view(): IndexView {
    return new IndexView(
      this.#parts.filter((part) => part.living > 0),
      this.#memory,
    );
  }

  find(request: EngineRequest, resolver: Resolver): EngineAnswer {
    const view = this.view;
    const asking = this.#withLikes(request, resolver);
    const like = request.query.nodes.find((node) => node.kind === 'like');
    const plan =
      like === undefined
        ? planQuery(request.query, view)
        : planLike(request.query, like.releaseId, view);
    const asksForAll = plan.short && plan.plain.length > 1 && !plan.incomplete;
    const answered = (all: boolean): readonly PartAnswer[] =>
      view.parts.map((part) => this.#answer(part, plan, request, view, asking, all));
    let answers = answered(asksForAll);
    if (asksForAll && countOf(answers, 'complete') < thin) answers = answered(false);
    const found = countOf(answers, 'complete');
    const complete = like === undefined ? found : Math.min(found, mostLike);
    const partial = countOf(answers, 'partial');
    const isThin = complete === 0 || (complete < thin && !plan.single);
    const showsPartial = like === undefined && (!plan.short || isThin);
    const total = complete + (showsPartial ? partial : 0);
    const page = new AnswerPage(view, request, answers, this.#scores);
    const end = request.offset + request.limit;
    const first =
      like === undefined
        ? page.best('complete', Math.min(end, complete), plan)
        : page.mostLike(complete, plan);
    const rest = showsPartial
      ? page.best(
          'partial',
          Math.max(0, end - complete),
          this.#wider(plan, request, page, complete),
        )
      : [];
    return {
      found: [...first, ...rest].slice(request.offset, end),
      parts: view.parts,
      total,
      complete,
      facets:
        request.facets && like === undefined
          ? this.#facets(view, answers, showsPartial, resolver)
          : null,
      months:
        request.months && like === undefined
          ? monthsOf(view, answers, showsPartial, request)
          : null,
    };
  }

  /** Finds the releases that a `like:` within other conditions means: afterwards it is too late. */
  #withLikes(request: EngineRequest, resolver: Resolver): ConditionResolver {
    const likes = new Map<string, readonly string[]>();
    for (const node of request.query.nodes.flatMap(likesWithin)) {
      const alone: EngineRequest = {
        ...request,
        query: { nodes: [node], notes: [], pasted: false },
        ...{ place: 'archive', year: null, partnerIds: [], tags: [], needLook: false },
        ...{ sort: 'relevance', offset: 0, limit: mostLike, recentTo: null },
        ...{ facets: false, months: false, feedback: 'never' },
      };
      const { found, parts } = this.find(alone, resolver);
      const ids = found.map(({ part, document }) => parts[part]?.idOf(document) ?? '');
      likes.set(node.releaseId, ids);
    }
    return { ...resolver, releasesLike: (id) => likes.get(id) ?? [] };
  }

  /** The plan by which documents with only some of the words are put in order. */
  #wider(plan: QueryPlan, request: EngineRequest, page: AnswerPage, complete: number): QueryPlan {
    const enough = plan.plain.length >= wordsForFeedback;
    const allowed =
      request.feedback === 'always' || (request.feedback === 'thin' && complete < thin);
    if (!enough || !allowed || request.sort !== 'relevance') return plan;
    const best = [
      ...page.best('complete', thin * 2, plan),
      ...page.best('partial', thin * 2, plan),
    ].slice(0, thin * 2);
    const terms = relevantTerms(page.view, best);
    if (terms.size === 0) return plan;
    return { ...plan, plain: broadened(plan.plain, terms, page.view), order: null };
  }

  #answer(
    part: Part,
    plan: QueryPlan,
    request: EngineRequest,
    view: IndexView,
    resolver: ConditionResolver,
    allWords: boolean,
  ): PartAnswer {
    if (plan.impossible) return noAnswer;
    const scores = this.#scoresOf(part);
    const masks = this.#masksOf(part, plan, request, view, resolver);
    return answerOf(part, plan, masks, scores, { facets: request.facets, allWords });
  }

  #masksOf(
    part: Part,
    plan: QueryPlan,
    request: EngineRequest,
    view: IndexView,
    resolver: ConditionResolver,
  ): readonly Mask[] {
    const conditions = new Conditions(part, view, resolver, this.#known.get(part) ?? null);
    const masks = [conditions.place(request.place)];
    const { year } = request;
    if (year !== null) {
      const digits = String(year).padStart(4, '0');
      masks.push(conditions.dates(`${digits}-01-01`, `${digits}-12-31`));
    }
    for (const id of request.partnerIds) masks.push(conditions.partners([id]));
    for (const tag of request.tags ?? []) masks.push(conditions.tag(tag));
    if (request.needLook === true) masks.push(conditions.needLook());
    if (request.embargoed === true) masks.push(conditions.embargoed());
    for (const node of plan.conditions) masks.push(conditions.mask(node));
    const narrowing = masks.filter((mask) => !isFull(mask));
    if (part.living < part.size) narrowing.push(part.alive);
    return narrowing;
  }

  #facets(
    view: IndexView,
    answers: readonly PartAnswer[],
    showsPartial: boolean,
    resolver: Resolver,
  ): Facets {
    const counter = new FacetCounter(this.#facetNumbers, resolver.releasesUnderEmbargo());
    answers.forEach((answer, index) => {
      const part = view.parts[index];
      if (part === undefined) return;
      for (const kind of showsPartial ? answerKinds : completeOnly) {
        counter.add(part, answer.documents(kind), this.#known.has(part));
      }
    });
    return counter.facets();
  }

  #scoresOf(part: Part): PartScores {
    let scores = this.#scores.get(part);
    if (scores === undefined) {
      scores = new PartScores(this.#known.has(part));
      this.#scores.set(part, scores);
    }
    return scores;
  }
}

/** Those below a node: one that stands by itself is what the whole answer is about. */
function likesWithin(node: QueryNode): readonly LikeNode[] {
  const below = node.kind === 'not' ? [node.node] : 'nodes' in node ? node.nodes : [];
  return below.flatMap((part) => (part.kind === 'like' ? [part] : likesWithin(part)));
}

function countOf(answers: readonly PartAnswer[], kind: AnswerKind): number {
  return answers.reduce((sum, answer) => sum + answer.counts[kind], 0);
}

/** Releases about the same as another one, which is not among them. */
function planLike(query: ParsedQuery, id: string, view: IndexView): QueryPlan {
  const others = query.nodes.filter((node) => node.kind !== 'like');
  const base = planQuery({ ...query, nodes: others }, view);
  let units: QueryPlan['bonus'] = [];
  view.parts.forEach((part, index) => {
    const document = part.numberOf(id);
    if (document !== undefined) units = tellingTerms(view, index, document);
  });
  return {
    ...base,
    bonus: [...base.bonus, ...units],
    except: id,
    unrestricted: false,
    impossible: base.impossible || units.length === 0,
    order: null,
  };
}

/** Those that have all that was asked for come first, so each half has its own run of months. */
function monthsOf(
  view: IndexView,
  answers: readonly PartAnswer[],
  showsPartial: boolean,
  { sort }: EngineRequest,
): readonly MonthRun[] | null {
  if (sort === 'relevance') return null;
  const runsOf = (kind: AnswerKind): readonly MonthRun[] => {
    const counter = new MonthCounter();
    answers.forEach((answer, index) => {
      const part = view.parts[index];
      if (part !== undefined) counter.add(part, answer.documents(kind));
    });
    return counter.runs(sort);
  };
  return [...runsOf('complete'), ...(showsPartial ? runsOf('partial') : [])];
}
