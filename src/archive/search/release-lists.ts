import type { FindQuery, MonthRun } from '../../shared/search';
import type { Embargoes } from '../releases/embargoes';
import type { ArchiveStore } from '../store/archive-store';
import { needsLook, type ListedRelease } from '../store/release-table';
import { monthRuns } from './month-runs';

/** The releases of a list without words, in its order. */
export interface ReleaseList {
  readonly releases: readonly ListedRelease[];
  /** Counted when first asked for. */
  readonly months: () => readonly MonthRun[];
}

/**
 * Lists by date. Somebody who scrolls asks for the same list page after page: the last one is kept,
 * so that a page costs no more in a large archive than in a small one.
 */
export class ReleaseLists {
  readonly #store: ArchiveStore;
  readonly #embargoes: Pick<Embargoes, 'now'>;
  #newestFirst: readonly ListedRelease[] | null = null;
  #last: { readonly key: string; readonly list: ReleaseList } | null = null;

  constructor(store: ArchiveStore, embargoes: Pick<Embargoes, 'now'>) {
    this.#store = store;
    this.#embargoes = embargoes;
  }

  /** Releases changed. */
  forget(): void {
    this.#newestFirst = null;
    this.#last = null;
  }

  of(query: FindQuery): ReleaseList {
    // What is under embargo changes with the clock.
    const embargoed = query.place === 'embargoed' ? this.#embargoes.now() : null;
    const key = `${listKey(query)} ${embargoed?.join(' ') ?? ''}`;
    if (this.#last?.key !== key) this.#last = { key, list: this.#made(query, embargoed) };
    return this.#last.list;
  }

  #made(query: FindQuery, embargoed: readonly string[] | null): ReleaseList {
    this.#newestFirst ??= [...this.#store.tables.releases.listed()].sort(byDateNewestFirst);
    const only = embargoed === null ? null : new Set(embargoed);
    const releases = this.#newestFirst.filter(
      (record) => passes(record, query) && only?.has(record.id) !== false,
    );
    if (query.sort === 'oldest') releases.reverse();
    let months: readonly MonthRun[] | null = null;
    return {
      releases,
      months: () => {
        months ??= monthRuns(releases);
        return months;
      },
    };
  }
}

/** The same for all pages of a list. */
export function listKey({ place, year, partnerIds, tags = [], sort }: FindQuery): string {
  return JSON.stringify([place, year, partnerIds, tags, sort === 'oldest']);
}

function passes(record: ListedRelease, query: FindQuery): boolean {
  if ((record.deletedAt !== null) !== (query.place === 'trash')) return false;
  if (query.place === 'drafts' && record.status !== 'draft') return false;
  if (query.place === 'needs-look' && !needsLook(record)) return false;
  if (query.year !== null && yearOf(record) !== query.year) return false;
  if (query.tags?.every((tag) => record.tags.includes(tag)) === false) return false;
  return query.partnerIds.every((id) => record.partnerIds.includes(id));
}

function yearOf(record: ListedRelease): number | null {
  return record.publicationDate === null ? null : Number(record.publicationDate.slice(0, 4));
}

/** Undated releases come first: they wait for somebody to date them. */
function byDateNewestFirst(a: ListedRelease, b: ListedRelease): number {
  const left = a.publicationDate ?? '9999';
  const right = b.publicationDate ?? '9999';
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
