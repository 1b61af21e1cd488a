import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import type { WorkProgress } from '../../shared/ipc-contract';
import type { PartnerId } from '../../shared/partner';
import type { VerifyProblem } from '../../shared/press-pack';
import type { ReleaseId } from '../../shared/release';
import { systemErrorCode } from '../errors';
import type { ArchiveStore } from '../store/archive-store';
import { damagedFiles, indexProblems, requireWhole } from './index-check';
import { differencesOf } from './index-differences';
import { IndexFolder, type StoredIndex } from './index-folder';
import { makeIndex } from './index-making';
import { SegmentDamaged } from './index/segment-file';
import { SearchDocuments } from './search-documents';
import { indexSettings, mostLive, SearchIndex } from './search-index';

/** Milliseconds without a change after which the index is tidied. */
const quiet = 3_000;
/** Milliseconds in which a change that is written finds its way into the index. */
const aMoment = 50;

/**
 * Keeps the index and the archive alike: opens the index of the last time, brings in what changed
 * since, makes a new one where there is none, follows changes, and puts its files in order when
 * nothing else happens.
 */
export class IndexKeeper {
  readonly #store: ArchiveStore;
  readonly #documents: SearchDocuments;
  readonly #onProgress: (progress: WorkProgress) => void;
  /** Null for an archive that may only be read. */
  readonly #folder: IndexFolder | null;
  #index = new SearchIndex(null);
  #building: Promise<void> | null = null;
  #built = false;
  /** Releases that changed while the index was being opened or made. */
  readonly #missed = new Set<ReleaseId>();
  #closed = false;
  #timer: NodeJS.Timeout | null = null;
  #comparison: NodeJS.Timeout | null = null;
  #checking = false;
  #remaking: Promise<void> | null = null;
  #tidying: Promise<void> | null = null;
  #updates = 0;

  constructor(store: ArchiveStore, onProgress: (progress: WorkProgress) => void) {
    this.#store = store;
    this.#documents = new SearchDocuments(store);
    this.#onProgress = onProgress;
    this.#folder = store.readOnly === null ? this.#newFolder() : null;
  }

  get index(): SearchIndex {
    return this.#index;
  }

  /** Somebody searches: what looks through all files waits until nobody does. */
  searched(): void {
    this.#comparison?.refresh();
  }

  get isReady(): boolean {
    return this.#built;
  }

  ready(): Promise<void> {
    this.#building ??= this.#open();
    return this.#building;
  }

  forgetPartner(id: PartnerId): void {
    this.#documents.forgetPartner(id);
  }

  async update(ids: readonly ReleaseId[]): Promise<void> {
    // An index that isn't opened yet will see the newest state anyway; filing never waits for one.
    if (this.#building === null) return;
    if (!this.#built) {
      for (const id of ids) this.#missed.add(id);
      return;
    }
    this.#updates += 1;
    try {
      for (const id of ids) {
        await this.#put(id);
        // One by one: after ten thousand changes the next question would wait for seconds.
        this.#index.countOut();
      }
    } catch (thrown) {
      if (!isUnreadable(thrown) || this.#closed) throw thrown;
      await this.remake();
    } finally {
      this.#updates -= 1;
    }
    this.#tidyLater();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#comparison !== null) clearTimeout(this.#comparison);
    this.#comparison = null;
    await this.#building?.catch(() => undefined);
    await this.#tidying?.catch(() => undefined);
    // Nobody waits at closing for large segments to be merged.
    if (this.#built) await this.#write(1, mostLive).catch(() => undefined);
    this.#index.close();
  }

  /** Problems of the index's files, and releases that it doesn't have as they are. */
  async check(signal?: AbortSignal): Promise<readonly VerifyProblem[]> {
    await this.ready();
    // Files that are read must not be merged and closed meanwhile.
    this.#checking = true;
    try {
      await this.#tidying?.catch(() => undefined);
      return await this.#check(signal);
    } finally {
      this.#checking = false;
      this.#tidyLater();
    }
  }

  /** A new index in place of one that turned out to be damaged; searching waits for it. */
  async remake(): Promise<void> {
    this.#remaking ??= this.#remake().finally(() => {
      this.#remaking = null;
    });
    await this.#remaking;
  }

  async #check(signal: AbortSignal | undefined): Promise<readonly VerifyProblem[]> {
    const damaged = await damagedFiles(this.#index, signal);
    const differing = await this.#lastingDifferences();
    if (damaged.length === 0 && differing.length === 0) return [];
    if (damaged.length > 0) await this.remake();
    else for (const id of differing) await this.#put(id);
    return indexProblems(damaged, differing.length, this.#folder !== null);
  }

  async #open(): Promise<void> {
    const stored = await this.#load();
    if (this.#isClosed()) {
      for (const { segment } of stored?.segments ?? []) segment.close();
      return;
    }
    const isKept = stored !== null && (await this.#resume(stored));
    if (!isKept) {
      await this.#make();
      await this.#catchUp();
    }
    if (this.#isClosed()) return;
    this.#built = true;
    if (isKept) this.#compareLater();
    else await this.#write(1).catch(() => undefined);
  }

  /** Takes the index of the last time and brings in what changed since; false where it is damaged. */
  async #resume({ segments, position }: StoredIndex): Promise<boolean> {
    this.#index = new SearchIndex(this.#folder, segments);
    try {
      if (position !== this.#position || this.#index.size !== this.#count) {
        for (const id of await this.#differing()) await this.#put(id);
      }
      await this.#catchUp();
      return true;
    } catch (thrown) {
      if (!isUnreadable(thrown)) throw thrown;
      this.#index.close();
      return false;
    }
  }

  /**
   * Behind the first answers: damage of what they needn't read is found by its checksum, and a change
   * that was on its way into the index when the last position was written down by comparing stamps.
   */
  #compareLater(): void {
    this.#comparison = setTimeout(() => {
      this.#comparison = null;
      this.#compare()
        .catch(async (thrown: unknown) => {
          if (isUnreadable(thrown)) await this.remake();
        })
        .catch(() => undefined);
    }, quiet);
    this.#comparison.unref();
  }

  async #compare(): Promise<void> {
    await requireWhole(this.#index, () => this.#closed);
    await this.update(await this.#differing());
  }

  async #load(): Promise<StoredIndex | null> {
    const folder = this.#folder ?? this.#newFolder();
    // Whoever has the archive open for writing may have put other files in place just now.
    return (await folder.load(indexSettings)) ?? (await folder.load(indexSettings));
  }

  #newFolder(): IndexFolder {
    const { searchFolder, files } = this.#store.layout;
    return new IndexFolder(searchFolder, files);
  }

  async #make(): Promise<void> {
    const index = await makeIndex({
      store: this.#store,
      documents: this.#documents,
      folder: this.#folder,
      onProgress: this.#onProgress,
      isClosed: () => this.#closed,
    });
    if (index !== null) this.#index = index;
  }

  async #remake(): Promise<void> {
    this.#built = false;
    this.#building = (async () => {
      // Two indexes must not put the same folder in order.
      await this.#tidying?.catch(() => undefined);
      const before = this.#index;
      await this.#make();
      await this.#catchUp();
      this.#built = !this.#closed;
      if (before !== this.#index) before.close();
      await this.#write(1).catch(() => undefined);
    })();
    await this.#building;
  }

  #differing(): Promise<readonly ReleaseId[]> {
    return differencesOf(this.#store, this.#documents, this.#index, () => this.#closed);
  }

  /** Differences that no change explains which is on its way into the index. */
  async #lastingDifferences(): Promise<readonly ReleaseId[]> {
    const { releases } = this.#store.tables;
    const first = (await this.#differing()).map((id) => [id, releases.listedAs(id)] as const);
    if (first.length === 0) return [];
    while (this.#updates > 0) await turn();
    await pause(aMoment);
    const again = new Set(await this.#differing());
    return first
      .filter(([id, release]) => again.has(id) && releases.listedAs(id) === release)
      .map(([id]) => id);
  }

  async #catchUp(): Promise<void> {
    // The last change may come while the one before it is brought in.
    while (this.#missed.size > 0) {
      for (const id of this.#missed) {
        // First: what changes meanwhile is missed once more.
        this.#missed.delete(id);
        await this.#put(id);
      }
    }
  }

  async #put(id: ReleaseId): Promise<void> {
    const { releases } = this.#store.tables;
    for (;;) {
      if (this.#closed) return;
      const record = releases.get(id);
      if (record === undefined) {
        this.#index.remove(id);
        return;
      }
      const document = await this.#documents.documentOf(record);
      // While its text was read it may have changed, and the newer state be in the index already.
      if (releases.get(id) !== record) continue;
      this.#index.put(document);
      return;
    }
  }

  #tidyLater(): void {
    if (this.#closed) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const isMuch = this.#index.liveSize >= mostLive;
    this.#timer = setTimeout(() => void this.#tidy(), isMuch ? 0 : quiet);
    this.#timer.unref();
  }

  async #tidy(): Promise<void> {
    this.#timer = null;
    if (this.#tidying !== null || this.#closed || this.#checking || !this.#built) return;
    this.#tidying = this.#tidyNow().finally(() => {
      this.#tidying = null;
    });
    await this.#tidying.catch((error: unknown) => {
      // A disk that takes no file now may take it later; the index in memory answers meanwhile.
      // Closing ends the making of an index; of other trouble the next question hears.
      return error instanceof SegmentDamaged ? this.remake().catch(() => undefined) : undefined;
    });
  }

  async #tidyNow(): Promise<void> {
    this.#index.countOut();
    if (this.#index.liveSize < mostLive && !this.#index.isUntidy) return;
    await this.#write(mostLive);
  }

  /** Files of the index as it is; a position is written down only where no change is under way. */
  async #write(least: number, mostMerged?: number): Promise<void> {
    if (this.#folder === null) {
      if (!this.#closed) await this.#index.settle(least, mostMerged);
      return;
    }
    await this.#store.requireWritable();
    await this.#index.settle(least, mostMerged);
    if (this.#updates > 0 || this.#index.liveSize > 0) {
      // What isn't covered is found by its stamp at the next opening.
      await this.#index.commit(-1);
      return;
    }
    await this.#index.commit(this.#position);
  }

  /** A call, since the compiler would take the answer of a property for settled. */
  #isClosed(): boolean {
    return this.#closed;
  }

  get #position(): number {
    return this.#store.tables.undo.record.sequence;
  }

  get #count(): number {
    return this.#store.tables.releases.size;
  }
}

/** Files were damaged or cut off, or the disk doesn't hand them out, since the index was opened. */
export function isUnreadable(thrown: unknown): boolean {
  return thrown instanceof SegmentDamaged || systemErrorCode(thrown) !== null;
}
