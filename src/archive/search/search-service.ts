import { setImmediate as turn } from 'node:timers/promises';
import type { WorkProgress } from '../../shared/ipc-contract';
import type { PartnerId } from '../../shared/partner';
import type { VerifyProblem } from '../../shared/press-pack';
import { parseQuery } from '../../shared/query';
import type { ReleaseId } from '../../shared/release';
import type { FacetValue, FindHit, FindPage, FindQuery } from '../../shared/search';
import { ArchiveError } from '../errors';
import type { Embargoes } from '../releases/embargoes';
import { summaryOf } from '../releases/release-record';
import type { ArchiveStore } from '../store/archive-store';
import type { Resolver } from './engine/conditions';
import type { EngineRequest } from './engine/engine-request';
import { FieldValues, type ValueField } from './field-values';
import { IndexKeeper, isUnreadable } from './index-keeper';
import { listKey, ReleaseLists } from './release-lists';
import { searchResolver } from './search-resolver';
import { queryMatcher } from './snippets';
import { suggest } from './spelling';
import { spellingVocabulary } from './spelling-vocabulary';

/** Fewer answers than this make it worth looking for another spelling. */
const few = 3;

export interface IndexState {
  readonly isReady: boolean;
  /** Releases in the index, and those of them that are in no file yet. */
  readonly documents: number;
  readonly inMemory: number;
  readonly segments: number;
}

/** Finding: the index over the store, the lists, the snippets. */
export class SearchService {
  readonly #store: ArchiveStore;
  readonly #embargoes: Pick<Embargoes, 'now'>;
  readonly #keeper: IndexKeeper;
  readonly #values: FieldValues;
  readonly #lists: ReleaseLists;
  #listFacets: { readonly key: string; readonly facets: FindPage['facets'] } | null = null;
  #lastTyped = 0;

  constructor(
    store: ArchiveStore,
    embargoes: Pick<Embargoes, 'now'>,
    onProgress: (progress: WorkProgress) => void,
  ) {
    this.#store = store;
    this.#embargoes = embargoes;
    this.#keeper = new IndexKeeper(store, onProgress);
    this.#values = new FieldValues(store);
    this.#lists = new ReleaseLists(store, embargoes);
  }

  /** Resolves when every release is in the index; reading or making it begins with the first call. */
  ready(): Promise<void> {
    return this.#keeper.ready();
  }

  /** How the index is made up just now. */
  state(): IndexState {
    const { index, isReady } = this.#keeper;
    return {
      isReady,
      documents: index.size,
      inMemory: index.liveSize,
      segments: index.segments.length,
    };
  }

  /** Brings the index's files up to date, and ends what works on them. */
  async close(): Promise<void> {
    await this.#keeper.close();
  }

  /** Compares the index with the archive and its files with their checksums; mends what is wrong. */
  check(signal?: AbortSignal): Promise<readonly VerifyProblem[]> {
    return this.#keeper.check(signal);
  }

  /** Brings the index up to date after a change of these releases. */
  async update(ids: readonly ReleaseId[]): Promise<void> {
    this.#lists.forget();
    this.#listFacets = null;
    this.#values.forget();
    await this.#keeper.update(ids);
    // Somebody may have asked for them meanwhile.
    this.#listFacets = null;
  }

  /** A partner's names changed: the releases tagged with it are found by the new ones. */
  async updatePartner(partnerId: PartnerId): Promise<void> {
    this.#keeper.forgetPartner(partnerId);
    const tagged: ReleaseId[] = [];
    for (const release of this.#store.tables.releases.listed()) {
      if (release.partnerIds.includes(partnerId)) tagged.push(release.id);
    }
    await this.update(tagged);
  }

  /**
   * The releases that match, one page of them. An empty text lists by date. Never fails for any
   * text; throws `cancelled` where a newer question of somebody who is typing came meanwhile.
   */
  async find(query: FindQuery): Promise<FindPage> {
    const started = performance.now();
    if (query.typing === true) await this.#waitForNewer();
    const searching = query.text.trim() !== '';
    if (searching) await this.ready();
    const page = await this.#fromIndex(() => (searching ? this.#answer(query) : this.#list(query)));
    return { ...page, tookMs: performance.now() - started };
  }

  /** Values of a field that begin with, or have a word that begins with, `prefix`; frequent first. */
  async values(field: ValueField, prefix: string, limit: number): Promise<readonly FacetValue[]> {
    await this.ready();
    return this.#fromIndex(() => this.#values.find(this.#keeper.index, field, prefix, limit));
  }

  /** Questions that wait in line behind this one make it pointless. */
  async #waitForNewer(): Promise<void> {
    this.#lastTyped += 1;
    const mine = this.#lastTyped;
    await turn();
    if (mine !== this.#lastTyped) {
      throw new ArchiveError('cancelled', 'A newer search has taken the place of this one.');
    }
  }

  /** What the index answers; where its files turn out to be damaged, what a new one answers. */
  async #fromIndex<Answer>(ask: () => Answer): Promise<Answer> {
    try {
      return ask();
    } catch (thrown) {
      if (!isUnreadable(thrown)) throw thrown;
      await this.#keeper.remake();
      return ask();
    }
  }

  #answer(query: FindQuery): Omit<FindPage, 'tookMs'> {
    const { releases } = this.#store.tables;
    const parsed = parseQuery(query.text, { today: today(), typing: query.typing === true });
    this.#keeper.searched();
    const index = this.#keeper.index;
    const answer = index.find(requestOf(query, parsed), this.#resolver());
    const matcher = queryMatcher(parsed);
    const hits: FindHit[] = [];
    for (const { part: number, document } of answer.found) {
      const part = answer.parts[number];
      const record = part && releases.get(part.idOf(document));
      if (part === undefined || record === undefined) continue;
      // Before the headline: of a long text first, V8 compiles the matcher's pattern once, not twice.
      const snippets = matcher.snippetsFor(part.textsOf(document));
      const headline = matcher.markAll(record.headline, 'headline');
      hits.push({ release: summaryOf(record), headline, snippets });
    }
    const isThin = answer.complete < few && query.offset === 0;
    return {
      hits,
      total: answer.total,
      complete: answer.complete,
      facets: answer.facets,
      months: answer.months,
      suggestion: isThin
        ? suggest(parsed, query.text, spellingVocabulary(index.engine.view))
        : null,
    };
  }

  #list(query: FindQuery): Omit<FindPage, 'tookMs'> {
    const { releases } = this.#store.tables;
    const { releases: matching, months } = this.#lists.of(query);
    const hits = matching
      .slice(query.offset, query.offset + query.limit)
      .flatMap(({ id }) => releases.get(id) ?? [])
      .map((record): FindHit => ({
        release: summaryOf(record),
        headline: [{ text: record.headline, hit: false }],
        snippets: [],
      }));
    const total = matching.length;
    return {
      hits,
      total,
      complete: total,
      facets: this.#facetsOfList(query),
      months: query.months === true ? months() : null,
      suggestion: null,
    };
  }

  /** A list is shown before the index is ready; its facets come with the next question. */
  #facetsOfList(query: FindQuery): FindPage['facets'] {
    if (query.facets !== true || !this.#keeper.isReady) return null;
    // What is under embargo changes with the clock.
    const key = `${listKey(query)} ${this.#embargoes.now().join(' ')}`;
    if (this.#listFacets?.key !== key) {
      const parsed = parseQuery('', { today: today(), typing: false });
      const request = { ...requestOf(query, parsed), months: false, offset: 0, limit: 0 };
      const { facets } = this.#keeper.index.find(request, this.#resolver());
      this.#listFacets = { key, facets };
    }
    return this.#listFacets.facets;
  }

  #resolver(): Resolver {
    return searchResolver(this.#store, this.#embargoes);
  }
}

function requestOf(query: FindQuery, parsed: EngineRequest['query']): EngineRequest {
  const { year, partnerIds, tags = [], sort, offset, limit } = query;
  return {
    query: parsed,
    place: query.place === 'drafts' || query.place === 'trash' ? query.place : 'archive',
    year,
    partnerIds,
    tags,
    needLook: query.place === 'needs-look',
    embargoed: query.place === 'embargoed',
    sort,
    offset,
    limit,
    recentTo: query.recency === true ? today() : null,
    facets: query.facets === true,
    months: query.months === true,
    feedback: 'thin',
  };
}

/** The day on this computer's clock, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}
