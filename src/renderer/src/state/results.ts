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
import { openRelease, sortOf, useWorkspace, type WorkspaceState } from './workspace';

/*
 * The answer to the current question, in pages. Rows keep their places in the list while pages
 * come and go, so that a list of 100,000 has one honest scroll bar and costs one page.
 */

/* While somebody types, a page with its snippets crosses two threads with every key. */
export const pageSize = 50;
/** Pages that stay in memory: those around what is seen. */
const mostPages = 48;
/** Who drags the scroll bar passes more pages than anybody can see. */
const pagesAtOnce = 2;
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
  /** null: nobody counted them. */
  readonly facets: Facets | null;
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
  facets: null,
  months: null,
  suggestion: null,
  tookMs: 0,
  error: null,
  text: '',
  isSearch: false,
  question: 0,
}));

let generation = 0;
let visiblePages: readonly number[] = [0];
/** Pages of this question that were asked for. */
const pending = new Map<number, Promise<void>>();

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

type Summary = Pick<FindPage, 'total' | 'tookMs' | 'complete' | 'facets' | 'months' | 'suggestion'>;

const nothing: Summary = {
  total: 0,
  tookMs: 0,
  complete: 0,
  facets: null,
  months: null,
  suggestion: null,
};

function summaryOf(page: FindPage | undefined): Summary {
  if (!page) return nothing;
  const { total, tookMs, complete, facets, months, suggestion } = page;
  return { total, tookMs, complete, facets, months, suggestion };
}

/**
 * A page of the answer; the first one speaks for all. While somebody types, the archive passes over
 * questions that others follow; those of one question are asked until they are answered.
 */
function answerFor(page: number, mine: number): Promise<FindPage> {
  return answerTo(() => currentQuery(page * pageSize, pageSize, page === 0), mine);
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

/** Resolves when what was set just now is on the screen, or would be were the window in sight. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      setTimeout(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  });
}

/** Asks anew. Answers to older questions are dropped when they come. */
async function search(isNewQuestion: boolean): Promise<void> {
  generation += 1;
  const mine = generation;
  const { text, isTyped } = useWorkspace.getState();
  const isSearch = text.trim() !== '';
  pending.clear();
  const wanted = isNewQuestion ? [0] : [...new Set([0, ...visiblePages])];
  try {
    const answers = await Promise.all(wanted.map((page) => answerFor(page, mine)));
    if (mine !== generation) return;
    const pages = new Map(wanted.map((page, index) => [page, answers[index]?.hits ?? []] as const));
    useResults.setState(({ question }) => ({
      pages,
      ...summaryOf(answers[0]),
      error: null,
      text,
      isSearch,
      question: isNewQuestion ? question + 1 : question,
    }));
    if (!isNewQuestion) return;
    // Who types looks at the list first: the reader follows when it is painted.
    if (isTyped) await painted();
    if (mine === generation) openAnswer(pages.get(0) ?? []);
  } catch (error) {
    if (mine === generation) useResults.setState({ error });
  }
}

let wanted: ReleaseId | null = null;

/** The next answer leaves this release open if it has it. */
export function openWhenAnswered(id: ReleaseId | null): void {
  wanted = id;
}

/** A search opens its best hit at once; a filter leaves the release open that it lets through. */
function openAnswer(hits: readonly FindHit[]): void {
  const { openId, text } = useWorkspace.getState();
  const keeps = text.trim() === '' || wanted === openId;
  wanted = null;
  if (keeps && hits.some((hit) => hit.release.id === openId)) {
    openRelease(openId);
    return;
  }
  openRelease(hits[0]?.release.id ?? null);
}

function loadPage(page: number): Promise<void> {
  if (useResults.getState().pages.has(page)) return Promise.resolve();
  const asked = pending.get(page);
  if (asked) return asked;
  const loading = fetchPage(page);
  pending.set(page, loading);
  return loading;
}

async function fetchPage(page: number): Promise<void> {
  const mine = generation;
  try {
    const { hits } = await answerFor(page, mine);
    if (mine !== generation) return;
    useResults.setState(({ pages }) => ({
      pages: keptPages(new Map(pages).set(page, hits), page),
    }));
  } catch (error) {
    if (mine === generation) useResults.setState({ error });
    return;
  } finally {
    if (mine === generation) pending.delete(page);
  }
  loadSeen();
}

/** Asks for pages in sight, a few at a time: what was scrolled past meanwhile is passed over. */
function loadSeen(): void {
  const { pages } = useResults.getState();
  for (const page of visiblePages) {
    if (pending.size >= pagesAtOnce) return;
    if (!pages.has(page)) void loadPage(page);
  }
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

/** The ids of the rows from `first` to `last`, however many; they needn't stay in memory. */
export async function idsOfRows(first: number, last: number): Promise<readonly ReleaseId[]> {
  const mine = generation;
  const ids: ReleaseId[] = [];
  for (let offset = first; offset <= last; offset += idsAtOnce) {
    const limit = Math.min(idsAtOnce, last - offset + 1);
    const { hits } = await answerTo(() => currentQuery(offset, limit, false), mine);
    for (const { release } of hits) ids.push(release.id);
  }
  return ids;
}

/** The rows from `first` to `last` are in sight: they are there or will be, unless others come in sight. */
export function showRows(first: number, last: number): void {
  visiblePages = pagesOf(first, last);
  loadSeen();
}

/** Resolves when the rows from `first` to `last` are there, wherever the list stands. */
export async function loadRows(first: number, last = first): Promise<void> {
  await Promise.all(pagesOf(first, last).map(loadPage));
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
    useResults.setState({ pages: new Map(), ...nothing, total: null, error: null });
  };
}
