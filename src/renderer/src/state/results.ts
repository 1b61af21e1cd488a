import { create } from 'zustand';
import type { ReleaseId } from '../../../shared/release';
import type { Facets, FindHit, FindPage, FindQuery, Suggestion } from '../../../shared/search';
import { BridgeError, request } from '../bridge';
import type { Settings } from '../../../shared/ipc-contract';
import { queryClient } from '../requests';
import { openRelease, sortOf, useWorkspace, type WorkspaceState } from './workspace';

/*
 * The answer to the current question, in pages. Rows keep their places in the list while pages
 * come and go, so that a list of 100,000 has one honest scroll bar and costs one page.
 */

export const pageSize = 100;
/** Long enough to gather fast keystrokes, too short to be felt. */
const debounceMs = 40;
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
  readonly suggestion: Suggestion | null;
  readonly tookMs: number;
  readonly error: unknown;
  /** Whether the answer is to words; the field may hold others already. */
  readonly isSearch: boolean;
  /** Counts questions: the list scrolls up when a new one is answered. */
  readonly question: number;
}

export const useResults = create<ResultState>(() => ({
  pages: new Map(),
  total: null,
  complete: 0,
  facets: null,
  suggestion: null,
  tookMs: 0,
  error: null,
  isSearch: false,
  question: 0,
}));

let generation = 0;
let visiblePages: readonly number[] = [0];
const pending = new Set<number>();

function currentQuery(page: number): FindQuery {
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
    offset: page * pageSize,
    limit: pageSize,
    typing,
    recency: sort === 'relevance' && prefersRecent(),
    // They are those of the whole answer: the first page says them for all.
    facets: page === 0,
  };
}

function prefersRecent(): boolean {
  return queryClient.getQueryData<Settings>(['settings:read', null])?.preferRecent ?? false;
}

type Summary = Pick<FindPage, 'total' | 'tookMs' | 'complete' | 'facets' | 'suggestion'>;

const nothing: Summary = { total: 0, tookMs: 0, complete: 0, facets: null, suggestion: null };

function summaryOf(page: FindPage | undefined): Summary {
  if (!page) return nothing;
  const { total, tookMs, complete, facets, suggestion } = page;
  return { total, tookMs, complete, facets, suggestion };
}

/**
 * A page of the answer. While somebody types, the archive passes over questions that others follow;
 * those of one question are asked until they are answered.
 */
async function answerFor(page: number, mine: number): Promise<FindPage> {
  for (;;) {
    try {
      return await request('release:find', currentQuery(page));
    } catch (error) {
      const isPassedOver = error instanceof BridgeError && error.code === 'cancelled';
      if (!isPassedOver || mine !== generation) throw error;
    }
  }
}

/** Asks anew. Answers to older questions are dropped when they come. */
async function search(isNewQuestion: boolean): Promise<void> {
  generation += 1;
  const mine = generation;
  const isSearch = useWorkspace.getState().text.trim() !== '';
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
      isSearch,
      question: isNewQuestion ? question + 1 : question,
    }));
    if (isNewQuestion) openAnswer(pages.get(0) ?? []);
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

async function loadPage(page: number): Promise<void> {
  if (pending.has(page) || useResults.getState().pages.has(page)) return;
  pending.add(page);
  const mine = generation;
  try {
    const { hits } = await answerFor(page, mine);
    if (mine !== generation) return;
    useResults.setState(({ pages }) => ({ pages: new Map(pages).set(page, hits) }));
  } catch (error) {
    if (mine === generation) useResults.setState({ error });
  } finally {
    if (mine === generation) pending.delete(page);
  }
}

/** Sees to it that the rows from `first` to `last` are there or on their way. */
export async function showRows(first: number, last: number): Promise<void> {
  const pages: number[] = [];
  const lastPage = Math.floor(last / pageSize);
  for (let page = Math.floor(Math.max(0, first) / pageSize); page <= lastPage; page += 1) {
    pages.push(page);
  }
  visiblePages = pages;
  await Promise.all(pages.map(loadPage));
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
  let timer: ReturnType<typeof setTimeout> | undefined;
  void search(true);
  const unsubscribe = useWorkspace.subscribe((now, before) => {
    const textChanged = now.text !== before.text;
    if (!textChanged && !asksOtherwise(now, before)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void search(true), textChanged ? debounceMs : 0);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
    generation += 1;
    useResults.setState({ pages: new Map(), ...nothing, total: null, error: null });
  };
}
