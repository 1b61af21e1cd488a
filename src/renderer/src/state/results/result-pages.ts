import type { FindHit } from '../../../../shared/search';
import type { ReleaseId } from '../../../../shared/release';

/* While somebody types, what is in sight crosses two threads with every key, and nothing else. */
export const pageSize = 20;
/** Of a list of which nobody knows yet how much of it is in sight. */
export const pagesAtFirst = 2;
/** The archive answers with no more than 500 releases at once. */
const mostPagesOfRun = 25;

/** The pages that are in memory, each by its number. */
export type ResultPages = ReadonlyMap<number, readonly FindHit[]>;

/** Pages that follow one another; they are asked for at once. */
export interface Run {
  readonly first: number;
  readonly count: number;
}

export function runsOf(pages: readonly number[]): readonly Run[] {
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

export function pagesFrom(
  { first, count }: Run,
  hits: readonly FindHit[],
): [number, readonly FindHit[]][] {
  return Array.from({ length: count }, (_, index) => [
    first + index,
    hits.slice(index * pageSize, (index + 1) * pageSize),
  ]);
}

/** The pages on which the rows from `first` to `last` lie. */
export function pagesOf(first: number, last: number): readonly number[] {
  const pages: number[] = [];
  const lastPage = Math.floor(last / pageSize);
  for (let page = Math.floor(Math.max(0, first) / pageSize); page <= lastPage; page += 1) {
    pages.push(page);
  }
  return pages;
}

export function hitAt(pages: ResultPages, index: number): FindHit | undefined {
  return pages.get(Math.floor(index / pageSize))?.[index % pageSize];
}

export function indexOf(pages: ResultPages, id: ReleaseId | null): number {
  if (id === null) return -1;
  for (const [page, hits] of pages) {
    const index = hits.findIndex((hit) => hit.release.id === id);
    if (index >= 0) return page * pageSize + index;
  }
  return -1;
}
