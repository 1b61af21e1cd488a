import type { ParsedQuery } from '../../../shared/query/query';
import type { Facets, SortOrder } from '../../../shared/search';
import type { Part } from '../index/part';
import { inverseDocumentFrequency } from '../ranking';
import { BestDocuments, candidateOrder, type Candidate } from './best-documents';
import { Closeness } from './closeness';
import { BodyCheck, Conditions, type Mask, type Resolver } from './conditions';
import { FacetCounter, FacetNumbers } from './facet-counter';
import { broadened, relevantTerms, tellingTerms } from './feedback';
import { IndexView } from './index-view';
import { PartScores } from './part-scores';
import { planQuery, type QueryPlan } from './query-plan';
import { mostAdvantage, RecencyPrior } from './recency';

export interface EngineRequest {
  readonly query: ParsedQuery;
  readonly place: 'archive' | 'drafts' | 'trash';
  readonly year: number | null;
  /** A release must be tagged with all of them. */
  readonly partnerIds: readonly string[];
  readonly sort: SortOrder;
  readonly offset: number;
  readonly limit: number;
  /** `YYYY-MM-DD` from which recency is counted; null where it doesn't matter. */
  readonly recentTo: string | null;
  readonly facets: boolean;
  /**
   * Whether the best answers may add words of their own to the query: 'thin' where few documents
   * have all the words, 'always' for every query of some length.
   */
  readonly feedback: 'never' | 'thin' | 'always';
}

export interface EngineAnswer {
  readonly found: readonly Candidate[];
  /** The parts that `found` speaks of. */
  readonly parts: readonly Part[];
  readonly total: number;
  /** How many of them have all that was asked for; they come first. */
  readonly complete: number;
  readonly facets: Facets | null;
}

/** Answers looked at again for words that stand together; the order beyond is by single words. */
const looksTwice = 20;
/** Fewer complete answers than this are few: the rest is shown, too. */
const thin = 5;
/** Words of a query that say enough about its subject to add others to them. */
const wordsForFeedback = 3;

/** Releases that are about the same as another one; further down they no longer are. */
const mostLike = 50;

/** The documents of one part that answer. */
interface PartAnswer {
  readonly complete: Uint32Array;
  readonly partial: Uint32Array;
}

/** Answers queries over the parts of an index. */
export class SearchEngine {
  readonly #beginnings = new WeakMap<Part, Map<string, readonly number[]>>();
  readonly #masks = new WeakMap<Part, Map<string, Mask>>();
  readonly #scores = new WeakMap<Part, PartScores>();
  #facetNumbers = new FacetNumbers();
  #parts: readonly Part[] = [];

  /** `frozen` parts never gain a document, so that what was found out of them may be remembered. */
  setParts(frozen: readonly Part[], live: readonly Part[]): void {
    for (const part of frozen) {
      if (this.#masks.has(part)) continue;
      this.#masks.set(part, new Map());
      this.#beginnings.set(part, new Map());
    }
    this.#parts = [...frozen, ...live];
    this.#facetNumbers = new FacetNumbers();
  }

  get view(): IndexView {
    return new IndexView(
      this.#parts.filter((part) => part.living > 0),
      this.#beginnings,
    );
  }

  find(request: EngineRequest, resolver: Resolver): EngineAnswer {
    const view = this.view;
    const like = request.query.nodes.find((node) => node.kind === 'like');
    const plan =
      like === undefined
        ? planQuery(request.query, view)
        : planLike(request.query, like.releaseId, view);
    const asksForAll = plan.short && plan.plain.length > 1 && !plan.incomplete;
    const answered = (all: boolean): readonly PartAnswer[] =>
      view.parts.map((part) => this.#answer(part, plan, request, view, resolver, all));
    let answers = answered(asksForAll);
    if (asksForAll && countOf(answers, 'complete') < thin) answers = answered(false);
    const found = countOf(answers, 'complete');
    const complete = like === undefined ? found : Math.min(found, mostLike);
    const partial = countOf(answers, 'partial');
    const isThin = complete === 0 || (complete < thin && !plan.single);
    const showsPartial = like === undefined && (!plan.short || isThin);
    const total = complete + (showsPartial ? partial : 0);
    const page = new Page(view, request, answers, this.#scores);
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
        request.facets && like === undefined ? this.#facets(view, answers, showsPartial) : null,
    };
  }

  /** The plan by which documents with only some of the words are put in order. */
  #wider(plan: QueryPlan, request: EngineRequest, page: Page, complete: number): QueryPlan {
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
    resolver: Resolver,
    allWords: boolean,
  ): PartAnswer {
    if (plan.impossible) return { complete: new Uint32Array(0), partial: new Uint32Array(0) };
    const scores = this.#scoresOf(part);
    scores.open(part.size);
    const masks = this.#masksOf(part, plan, request, view, resolver);
    scores.score(part, plan, allWords);
    if (plan.unrestricted) return { complete: everyWith(part, masks), partial: new Uint32Array(0) };
    const tests = testsOf(part, plan);
    if (tests === null) return { complete: new Uint32Array(0), partial: new Uint32Array(0) };
    if (plan.required.length + plan.plain.length + plan.bonus.length === 0) {
      // A phrase of stop words alone is narrowed down by nothing; words that nobody has find nothing.
      const all = tests.hasMust ? everyWith(part, masks) : new Uint32Array(0);
      return {
        complete: all.filter((document) => tests.must(document)),
        partial: new Uint32Array(0),
      };
    }
    const least = plan.required.length;
    const all = least + plan.plain.length;
    const { touched, matched, count, complete, partial } = scores;
    let completeCount = 0;
    let partialCount = 0;
    const { alive } = part;
    const [place, ...others] = masks;
    const except = plan.except === null ? undefined : part.numberOf(plan.except);
    for (let at = 0; at < count; at += 1) {
      const document = touched[at] ?? 0;
      const units = matched[document] ?? 0;
      if (units < least || alive[document] === 0 || document === except) continue;
      if (place?.[document] !== 1 || (others.length > 0 && !fulfils(others, document))) continue;
      if (tests.hasMust && !tests.must(document)) continue;
      if (units === all && !plan.incomplete && (!tests.hasRuns || tests.runs(document))) {
        complete[completeCount] = document;
        completeCount += 1;
      } else {
        partial[partialCount] = document;
        partialCount += 1;
      }
    }
    return {
      complete: complete.subarray(0, completeCount),
      partial: partial.subarray(0, partialCount),
    };
  }

  #masksOf(
    part: Part,
    plan: QueryPlan,
    request: EngineRequest,
    view: IndexView,
    resolver: Resolver,
  ): readonly Mask[] {
    const conditions = new Conditions(part, view, resolver, this.#masks.get(part));
    const masks = [conditions.place(request.place)];
    const { year } = request;
    if (year !== null) {
      const digits = String(year).padStart(4, '0');
      masks.push(conditions.dates(`${digits}-01-01`, `${digits}-12-31`));
    }
    for (const id of request.partnerIds) masks.push(conditions.partners([id]));
    for (const node of plan.conditions) masks.push(conditions.mask(node));
    return masks;
  }

  #facets(view: IndexView, answers: readonly PartAnswer[], showsPartial: boolean): Facets {
    const counter = new FacetCounter(this.#facetNumbers);
    answers.forEach(({ complete, partial }, index) => {
      const part = view.parts[index];
      if (part === undefined) return;
      counter.add(part, complete, complete.length);
      if (showsPartial) counter.add(part, partial, partial.length);
    });
    return counter.facets();
  }

  #scoresOf(part: Part): PartScores {
    let scores = this.#scores.get(part);
    if (scores === undefined) {
      scores = new PartScores(this.#masks.has(part));
      this.#scores.set(part, scores);
    }
    return scores;
  }
}

/** Puts the documents that answer into their order. */
class Page {
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
      const { length } = documents;
      for (let at = 0; at < length; at += 1) {
        const document = documents[at] ?? 0;
        const score = scores.scores[document] ?? 0;
        // A prior lifts a score by its advantage at most.
        if (score * most < best.floor) continue;
        const date = dates[document] ?? 0;
        best.offer(
          index,
          document,
          this.#prior === null ? score : score * this.#prior.at(date),
          date,
        );
      }
    });
    const sorted = best.sorted();
    if (closeness === null) return sorted.slice(0, count);
    const again = sorted.slice(0, looksTwice).map((candidate) => {
      const part = this.view.parts[candidate.part];
      const bonus = part === undefined ? 0 : closeness.bonus(part, candidate.document);
      return { ...candidate, score: candidate.score + bonus };
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
      scores?.open(part.size);
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

interface Tests {
  readonly hasMust: boolean;
  /** Phrases, and words that must be in the body. */
  readonly must: (document: number) => boolean;
  readonly hasRuns: boolean;
  /** Han characters and "20+8" stand together as they do in the query. */
  readonly runs: (document: number) => boolean;
}

/** What is looked for in the tokens themselves; null where a required sequence can't be there. */
function testsOf(part: Part, plan: QueryPlan): Tests | null {
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

function countOf(answers: readonly PartAnswer[], kind: keyof PartAnswer): number {
  return answers.reduce((sum, answer) => sum + answer[kind].length, 0);
}

function fulfils(masks: readonly Mask[], document: number): boolean {
  for (const mask of masks) if (mask[document] !== 1) return false;
  return true;
}

function everyWith({ size, alive }: Part, masks: readonly Mask[]): Uint32Array {
  const documents = new Uint32Array(size);
  let count = 0;
  for (let document = 0; document < size; document += 1) {
    if (alive[document] !== 1 || !fulfils(masks, document)) continue;
    documents[count] = document;
    count += 1;
  }
  return documents.subarray(0, count);
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
