import type { FindHit } from '../../../../shared/search';
import { useWorkspace } from '../workspace';
import { answerFor, currentAsking } from './answers';
import {
  pageSize,
  pagesAtFirst,
  pagesFrom,
  pagesOf,
  type ResultPages,
  type Run,
  runsOf,
} from './result-pages';
import { useResults } from './result-state';

/** Pages that stay in memory: those around what is seen. */
const mostPages = 120;
const runsAtOnce = 2;
/** Who drags the scroll bar passes more than anybody can see: milliseconds from one question to the next. */
const passingMs = 100;

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

/** A new asking: nothing of it is on its way yet. */
export function forgetPending(): void {
  pending.clear();
  runsAsked = 0;
}

/** The pages that are in sight once the list stands at its top. */
export function pagesAtTop(): readonly number[] {
  return Array.from({ length: pagesInSight }, (_, page) => page);
}

export function pagesNowInSight(): readonly number[] {
  return visiblePages;
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
  const mine = currentAsking();
  runsAsked += 1;
  try {
    const { hits } = await answerFor(run, mine);
    if (mine !== currentAsking()) return;
    useResults.setState(({ pages }) => ({
      pages: keptPages(new Map([...pages, ...pagesFrom(run, hits)]), run.first),
    }));
  } catch (error) {
    if (mine === currentAsking()) useResults.setState({ error });
    return;
  } finally {
    if (mine === currentAsking()) {
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
function keptPages(pages: Map<number, readonly FindHit[]>, centre: number): ResultPages {
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
