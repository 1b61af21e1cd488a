import { create } from 'zustand';
import type { ReleaseId } from '../../../shared/release';
import type {
  Facets,
  FindHit,
  FindPage,
  FindQuery,
  MonthRun,
  Suggestion,
} from '../../../shared/search';
import { BridgeError, request } from '../bridge';
import type { Settings } from '../../../shared/ipc-contract';
import { queryClient } from '../requests';
import { afterKeysRest, useSettledAnswer } from './settled-answer';
import { openRelease, sortOf, useWorkspace, type WorkspaceState } from './workspace';

/*
 * The answer to the current question, in pages. Rows keep their places in the list while pages
 * come and go, so that a list of 100,000 has one honest scroll bar and costs one page.
 */

/* While somebody types, what is in sight crosses two threads with every key, and nothing else. */
export const pageSize = 20;
/** Of a list of which nobody knows yet how much of it is in sight. */
export const pagesAtFirst = 2;
/** Pages that stay in memory: those around what is seen. */
const mostPages = 120;
const runsAtOnce = 2;
/** Who drags the scroll bar passes more than anybody can see: milliseconds from one question to the next. */
const passingMs = 100;
/** The archive answers with no more than 500 releases at once. */
const mostPagesOfRun = 25;
/** Releases that are asked for at once where only their ids count. */
const idsAtOnce = 500;
/** UTF-16 code units of the longest text that the archive takes; nobody means more than that, it was pasted. */
export const maxTextLength = 10_000;

interface ResultState {
  readonly pages: ReadonlyMap<number, readonly FindHit[]>;
  /** null until the first answer. */
  readonly total: number | null;
  /** How many of them have all that was asked for; they come first. */
  readonly complete: number;
  /** Where the months lie; null: the answer isn't in the order of dates. */
  readonly months: readonly MonthRun[] | null;
  readonly suggestion: Suggestion | null;
  readonly tookMs: number;
  readonly error: unknown;
  /** The words that were answered; the field may hold others already. */
  readonly text: string;
  readonly isSearch: boolean;
  /** Counts questions: the list scrolls up when a new one is answered. */
  readonly question: number;
}

export const useResults = create<ResultState>(() => ({
  pages: new Map(),
  total: null,
  complete: 0,
  months: null,
  suggestion: null,
  tookMs: 0,
  error: null,
  text: '',
  isSearch: false,
  question: 0,
}));

let generation = 0;
/** Counts those that were asked anew, not those that are asked again since something changed. */
let questions = 0;
/** The number of the last question that was answered. */
let answered = 0;
let visiblePages: readonly number[] = [0];
/** What is in sight is passed over fast. */
let isPassing = false;
let askedAt = -Infinity;
let askTimer: ReturnType<typeof setTimeout> | undefined;
/** How many pages the rows take that are in sight wherever the list stands. */
let pagesInSight = pagesAtFirst;
/** Pages of this question that were asked for. */
const pending = new Map<number, Promise<void>>();
/** Runs of pages that are on their way. */
let runsAsked = 0;

/** The question as it stands; the parts that say something of the whole answer only where they are wanted. */
export function currentQuery(offset: number, limit: number, whole: boolean): FindQuery {
  const state = useWorkspace.getState();
  const { place, year, partnerIds, tags, isTyped: typing } = state;
  const text = state.text.slice(0, maxTextLength);
  const sort = sortOf(state);
  return {
    text,
    place,
    year,
    partnerIds,
    tags,
    sort,
    offset,
    limit,
    typing,
    recency: sort === 'relevance' && prefersRecent(),
    facets: whole,
    months: whole,
  };
}

function prefersRecent(): boolean {
  return queryClient.getQueryData<Settings>(['settings:read', null])?.preferRecent ?? false;
}

type Summary = Pick<FindPage, 'total' | 'tookMs' | 'complete' | 'months' | 'suggestion'>;

const nothing: Summary = {
  total: 0,
  tookMs: 0,
  complete: 0,
  months: null,
  suggestion: null,
};

function summaryOf(page: FindPage | undefined): Summary {
  if (!page) return nothing;
  const { total, tookMs, complete, months, suggestion } = page;
  return { total, tookMs, complete, months, suggestion };
}

/** Pages that follow one another; they are asked for at once. */
interface Run {
  readonly first: number;
  readonly count: number;
}

function runsOf(pages: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.first + last.count === page && last.count < mostPagesOfRun) {
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    } else {
      runs.push({ first: page, count: 1 });
    }
  }
  return runs;
}

/**
 * Pages of the answer; the first one speaks for all. While somebody types, the archive passes over
 * questions that others follow; those of one question are asked until they are answered.
 */
function answerFor(
  { first, count }: Run,
  mine: number,
  countsFacets = first === 0,
): Promise<FindPage> {
  return answerTo(() => {
    const query = currentQuery(first * pageSize, count * pageSize, first === 0);
    return { ...query, facets: countsFacets };
  }, mine);
}

/** The facets of the whole answer by themselves; null where they couldn't be counted. */
async function facetsOfAnswer(mine: number): Promise<Facets | null> {
  const query = (): FindQuery => ({ ...currentQuery(0, 1, true), months: false });
  return (await answerTo(query, mine).catch(() => null))?.facets ?? null;
}

function pagesFrom(
  { first, count }: Run,
  hits: readonly FindHit[],
): [number, readonly FindHit[]][] {
  return Array.from({ length: count }, (_, index) => [
    first + index,
    hits.slice(index * pageSize, (index + 1) * pageSize),
  ]);
}

async function answerTo(query: () => FindQuery, mine: number): Promise<FindPage> {
  for (;;) {
    try {
      return await request('release:find', query());
    } catch (error) {
      const isPassedOver = error instanceof BridgeError && error.code === 'cancelled';
      if (!isPassedOver || mine !== generation) throw error;
    }
  }
}

/** Asks anew. Answers to older questions are dropped when they come. */
async function search(isAskedAnew: boolean): Promise<void> {
  generation += 1;
  if (isAskedAnew) questions += 1;
  // What changes while a question is on its way has it asked once more: to the list its answer is new.
  const isNewQuestion = isAskedAnew || answered !== questions;
  const mine = generation;
  const myQuestion = questions;
  const { text, isTyped } = useWorkspace.getState();
  const isSearch = text.trim() !== '';
  pending.clear();
  runsAsked = 0;
  const atTop = Array.from({ length: pagesInSight }, (_, page) => page);
  const runs = runsOf(isNewQuestion ? atTop : [0, ...visiblePages]);
  try {
    // To count takes as long as to find: whoever types gets the counts when the keys rest.
    const countsLater = isNewQuestion && isTyped;
    const answers = await Promise.all(
      runs.map((run) => answerFor(run, mine, run.first === 0 && !countsLater)),
    );
    if (mine !== generation) return;
    answered = myQuestion;
    const pages = new Map(runs.flatMap((run, at) => pagesFrom(run, answers[at]?.hits ?? [])));
    useResults.setState(({ question }) => ({
      pages,
      ...summaryOf(answers[0]),
      error: null,
      text,
      isSearch,
      question: isNewQuestion ? question + 1 : question,
    }));
    const facets = answers[0]?.facets ?? null;
    if (!isNewQuestion) {
      settle(isTyped, facets);
      return;
    }
    const openedBefore = useWorkspace.getState().openId;
    const follow = (counted: Facets | null): void => {
      if (myQuestion !== questions) return;
      settle(isTyped, counted);
      // Unless the person opened another one meanwhile.
      if (useWorkspace.getState().openId === openedBefore) openAnswer();
    };
    if (countsLater) {
      afterKeysRest(() => void facetsOfAnswer(mine).then(follow));
    } else {
      follow(facets);
    }
  } catch (error) {
    if (mine === generation) useResults.setState({ error });
  }
}

let wanted: ReleaseId | null = null;

/** The next answer leaves this release open if it has it. */
export function openWhenAnswered(id: ReleaseId | null): void {
  wanted = id;
}

/** A search opens its best hit; a filter leaves the release open that it lets through. */
function openAnswer(): void {
  const { openId, text } = useWorkspace.getState();
  const { pages } = useResults.getState();
  const keeps = text.trim() === '' || wanted === openId;
  wanted = null;
  if (keeps && indexOf(pages, openId) >= 0) {
    openRelease(openId);
    return;
  }
  openRelease(hitAt(pages, 0)?.release.id ?? null);
}

/** What is beside the list follows it. `counted` is null where nothing was counted just now. */
function settle(isTyped: boolean, counted: Facets | null): void {
  const { total, text, isSearch, question } = useResults.getState();
  useSettledAnswer.setState((before) => ({
    facets: counted ?? (before.question === question ? before.facets : null),
    total: total ?? 0,
    text,
    isTyped,
    isSearch,
    question,
  }));
}

/** Resolves when these pages are there; those that are on their way already aren't asked for again. */
async function loadPages(pages: readonly number[]): Promise<void> {
  const here = useResults.getState().pages;
  const missing = pages.filter((page) => !here.has(page));
  for (const run of runsOf(missing.filter((page) => !pending.has(page)))) {
    const loading = fetchRun(run);
    for (let page = run.first; page < run.first + run.count; page += 1) pending.set(page, loading);
  }
  await Promise.all(missing.flatMap((page) => pending.get(page) ?? []));
}

async function fetchRun(run: Run): Promise<void> {
  const mine = generation;
  runsAsked += 1;
  try {
    const { hits } = await answerFor(run, mine);
    if (mine !== generation) return;
    useResults.setState(({ pages }) => ({
      pages: keptPages(new Map([...pages, ...pagesFrom(run, hits)]), run.first),
    }));
  } catch (error) {
    if (mine === generation) useResults.setState({ error });
    return;
  } finally {
    if (mine === generation) {
      runsAsked -= 1;
      for (let page = run.first; page < run.first + run.count; page += 1) pending.delete(page);
    }
  }
  loadSeen();
}

/** Asks for what is in sight, a little at a time: what was scrolled past meanwhile is passed over. */
function loadSeen(): void {
  const { pages } = useResults.getState();
  const missing = visiblePages.filter((page) => !pages.has(page) && !pending.has(page));
  if (missing.length === 0 || runsAsked >= runsAtOnce) return;
  const waits = isPassing ? askedAt + passingMs - performance.now() : 0;
  if (waits > 0) {
    askTimer ??= setTimeout(() => {
      askTimer = undefined;
      loadSeen();
    }, waits);
    return;
  }
  askedAt = performance.now();
  void loadPages(missing);
}

/** Pages without those that lie furthest from `centre`; what is open or chosen stays known. */
function keptPages(pages: Map<number, readonly FindHit[]>, centre: number): ResultState['pages'] {
  if (pages.size <= mostPages) return pages;
  const { openId, anchorId } = useWorkspace.getState();
  const isNeeded = (page: number): boolean =>
    visiblePages.includes(page) ||
    pages.get(page)?.some(({ release: { id } }) => id === openId || id === anchorId) === true;
  const furthest = [...pages.keys()]
    .filter((page) => !isNeeded(page))
    .sort((a, b) => Math.abs(b - centre) - Math.abs(a - centre));
  for (const page of furthest.slice(0, pages.size - mostPages)) pages.delete(page);
  return pages;
}

/**
 * The ids of the rows from `first` to `last`, however many; they needn't stay in memory. null where
 * another question is asked meanwhile: those rows are no longer what the person meant.
 */
export async function idsOfRows(first: number, last: number): Promise<readonly ReleaseId[] | null> {
  const mine = generation;
  const asked = JSON.stringify(currentQuery(0, 1, false));
  const ids: ReleaseId[] = [];
  for (let offset = first; offset <= last; offset += idsAtOnce) {
    const limit = Math.min(idsAtOnce, last - offset + 1);
    const { hits } = await answerTo(() => currentQuery(offset, limit, false), mine);
    if (JSON.stringify(currentQuery(0, 1, false)) !== asked) return null;
    for (const { release } of hits) ids.push(release.id);
  }
  return ids;
}

/**
 * The rows from `first` to `last` are in sight: they are there or will be, unless others come in sight.
 * `passes`: the next ones are likely to come at once.
 */
export function showRows(first: number, last: number, passes: boolean): void {
  visiblePages = pagesOf(first, last);
  isPassing = passes;
  pagesInSight = Math.max(1, Math.ceil((last - first + 1) / pageSize));
  loadSeen();
}

/** Resolves when the rows from `first` to `last` are there, wherever the list stands. */
export async function loadRows(first: number, last = first): Promise<void> {
  await loadPages(pagesOf(first, last));
}

function pagesOf(first: number, last: number): readonly number[] {
  const pages: number[] = [];
  const lastPage = Math.floor(last / pageSize);
  for (let page = Math.floor(Math.max(0, first) / pageSize); page <= lastPage; page += 1) {
    pages.push(page);
  }
  return pages;
}

export function hitAt(pages: ResultState['pages'], index: number): FindHit | undefined {
  return pages.get(Math.floor(index / pageSize))?.[index % pageSize];
}

export function indexOf(pages: ResultState['pages'], id: ReleaseId | null): number {
  if (id === null) return -1;
  for (const [page, hits] of pages) {
    const index = hits.findIndex((hit) => hit.release.id === id);
    if (index >= 0) return page * pageSize + index;
  }
  return -1;
}

/** The row that takes the place of the ones that are about to leave the list. */
export function neighbourOf(leaving: readonly ReleaseId[]): ReleaseId | null {
  const { pages, total } = useResults.getState();
  const rows = leaving.map((id) => indexOf(pages, id)).filter((index) => index >= 0);
  if (rows.length === 0) return null;
  const candidates = [Math.max(...rows) + 1, Math.min(...rows) - 1];
  const next = candidates
    .filter((index) => index >= 0 && index < (total ?? 0))
    .map((index) => hitAt(pages, index)?.release.id)
    .find((id) => id !== undefined && !leaving.includes(id));
  return next ?? null;
}

export function reloadResults(): void {
  void search(false);
}

/** The same words in another ranking: a new answer from its top. */
export function searchAgain(): void {
  void search(true);
}

function asksOtherwise(now: WorkspaceState, before: WorkspaceState): boolean {
  return (
    now.place !== before.place ||
    now.year !== before.year ||
    now.partnerIds !== before.partnerIds ||
    now.tags !== before.tags ||
    sortOf(now) !== sortOf(before)
  );
}

/** Searches whenever the question changes. Returns the function that stops it. */
export function startSearching(): () => void {
  let isAsking = false;
  let asksAgain = false;
  /* The first keystroke is answered at once; those that come before the answer share the next one. */
  const ask = async (): Promise<void> => {
    asksAgain = isAsking;
    if (isAsking) return;
    isAsking = true;
    await search(true);
    isAsking = false;
    if (asksAgain) await ask();
  };
  void search(true);
  const unsubscribe = useWorkspace.subscribe((now, before) => {
    if (now.text !== before.text) void ask();
    else if (asksOtherwise(now, before)) void search(true);
  });
  return () => {
    unsubscribe();
    generation += 1;
    questions += 1;
    useResults.setState({ pages: new Map(), ...nothing, total: null, error: null });
    settle(false, null);
  };
}
