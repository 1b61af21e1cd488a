import type { PartnerId } from '../../shared/partner';
import type { WorkProgress } from '../../shared/ipc-contract';
import { creditText } from '../../shared/release-draft';
import type { ReleaseId } from '../../shared/release';
import type { FindHit, FindPage, FindQuery } from '../../shared/search';
import { namesOf } from '../partners/partner-service';
import { withoutMarkup } from '../releases/markup';
import { summaryOf } from '../releases/release-service';
import type { ArchiveStore } from '../store/archive-store';
import type { ReleaseRecord } from '../store/records';
import type { ListedRelease } from '../store/release-table';
import { SearchIndex, type SearchDocument } from './search-index';
import { queryMatcher } from './snippets';

/** Releases that are put into the index between two turns of the event loop. */
const buildSlice = 50;

/** Finding: the index over the store, the lists, the snippets. */
export class SearchService {
  readonly #store: ArchiveStore;
  readonly #index = new SearchIndex();
  readonly #onProgress: (progress: WorkProgress) => void;
  #building: Promise<void> | null = null;
  #built = false;
  /** Releases that changed while the index was being built. */
  readonly #missed = new Set<ReleaseId>();
  #closed = false;
  #newestFirst: readonly ListedRelease[] | null = null;

  constructor(store: ArchiveStore, onProgress: (progress: WorkProgress) => void) {
    this.#store = store;
    this.#onProgress = onProgress;
  }

  /** Resolves when every release is in the index; building begins with the first call. */
  ready(): Promise<void> {
    this.#building ??= this.#build();
    return this.#building;
  }

  close(): void {
    this.#closed = true;
  }

  /** Brings the index up to date after a change of these releases. */
  async update(ids: readonly ReleaseId[]): Promise<void> {
    this.#newestFirst = null;
    // A build that hasn't begun will read the newest state anyway; filing never waits for one.
    if (this.#building === null) return;
    if (this.#built) for (const id of ids) await this.#put(id);
    else for (const id of ids) this.#missed.add(id);
  }

  /** A partner's names changed: the releases tagged with it are found by the new ones. */
  async updatePartner(partnerId: PartnerId): Promise<void> {
    const tagged: ReleaseId[] = [];
    for (const release of this.#store.tables.releases.listed()) {
      if (release.partnerIds.includes(partnerId)) tagged.push(release.id);
    }
    await this.update(tagged);
  }

  /**
   * The releases that match, one page of them. An empty text lists by date. Never throws for any
   * text.
   */
  async find(query: FindQuery): Promise<FindPage> {
    const started = performance.now();
    const searching = query.text.trim() !== '';
    const page = searching ? await this.#search(query) : this.#list(query);
    return { ...page, tookMs: performance.now() - started };
  }

  async #search(query: FindQuery): Promise<Omit<FindPage, 'tookMs'>> {
    await this.ready();
    const { releases } = this.#store.tables;
    const { sort, offset, limit } = query;
    const accept = (id: string): boolean => {
      const release = releases.listedAs(id);
      return release !== undefined && passes(release, query);
    };
    const { ids, total } = this.#index.find(query.text, { accept, sort, offset, limit });
    const matcher = queryMatcher(query.text);
    const hits: FindHit[] = [];
    for (const { id } of ids) {
      const record = releases.get(id);
      if (record === undefined) continue;
      const document = await this.#document(record);
      hits.push({
        release: summaryOf(record),
        headline: matcher.markAll(record.headline),
        snippets: matcher.snippetsFor(document),
      });
    }
    return { hits, total };
  }

  #list(query: FindQuery): Omit<FindPage, 'tookMs'> {
    const { releases } = this.#store.tables;
    this.#newestFirst ??= [...releases.listed()].sort(byDateNewestFirst);
    const matching = this.#newestFirst.filter((record) => passes(record, query));
    if (query.sort === 'oldest') matching.reverse();
    const hits = matching
      .slice(query.offset, query.offset + query.limit)
      .flatMap(({ id }) => releases.get(id) ?? [])
      .map((record): FindHit => ({
        release: summaryOf(record),
        headline: [{ text: record.headline, hit: false }],
        snippets: [],
      }));
    return { hits, total: matching.length };
  }

  async #build(): Promise<void> {
    const ids = [...this.#store.tables.releases.keys()];
    let done = 0;
    for (const id of ids) {
      if (this.#closed) return;
      await this.#put(id);
      done += 1;
      if (done % buildSlice === 0) {
        this.#tell(done, ids.length, false);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    for (const id of this.#missed) {
      // First: what changes meanwhile is missed once more.
      this.#missed.delete(id);
      await this.#put(id);
    }
    this.#built = true;
    if (ids.length >= buildSlice) this.#tell(ids.length, ids.length, true);
  }

  #tell(done: number, total: number, finished: boolean): void {
    this.#onProgress({ work: 'index', done, total, unit: 'releases', finished });
  }

  async #put(id: ReleaseId): Promise<void> {
    const { releases } = this.#store.tables;
    for (;;) {
      const record = releases.get(id);
      if (record === undefined) {
        this.#index.remove(id);
        return;
      }
      const document = await this.#document(record);
      // While its text was read it may have changed, and the newer state be in the index already.
      if (releases.get(id) !== record) continue;
      this.#index.put(document);
      return;
    }
  }

  async #document(record: ReleaseRecord): Promise<SearchDocument> {
    const { partners } = this.#store.tables;
    return {
      id: record.id,
      headline: record.headline,
      subheadline: record.subheadline,
      // A body that can't be read must not hide what else is known of the release.
      body: withoutMarkup(await this.#store.readBody(record.id).catch(() => record.excerpt)),
      captions: record.photos.map((use) => use.caption).filter((caption) => caption !== ''),
      credits: [record.textCredit, record.photoCredit]
        .flatMap((credit) => (credit === null ? [] : [creditText(credit)]))
        .concat([...new Set(record.photos.map((use) => use.creditLine))].filter(Boolean)),
      partners: record.partnerIds.flatMap((id) => {
        const partner = partners.get(id);
        return partner === undefined ? [] : namesOf(partner);
      }),
      people: record.people.map((person) => `${person.name} ${person.title}`.trim()),
      tags: record.tags,
      publicationDate: record.publicationDate,
    };
  }
}

function passes(record: ListedRelease, query: FindQuery): boolean {
  if ((record.deletedAt !== null) !== (query.place === 'trash')) return false;
  if (query.place === 'drafts' && record.status !== 'draft') return false;
  if (query.year !== null && yearOf(record) !== query.year) return false;
  return query.partnerIds.every((id) => record.partnerIds.includes(id));
}

export function yearOf(record: Pick<ReleaseRecord, 'publicationDate'>): number | null {
  return record.publicationDate === null ? null : Number(record.publicationDate.slice(0, 4));
}

/** Undated releases come first: they wait for somebody to date them. */
function byDateNewestFirst(a: ListedRelease, b: ListedRelease): number {
  const left = a.publicationDate ?? '9999';
  const right = b.publicationDate ?? '9999';
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
