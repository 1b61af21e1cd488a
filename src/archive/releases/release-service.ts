import { v7 as newId } from 'uuid';
import type { ReleaseDetails } from '../../shared/ipc-contract';
import type {
  Release,
  ReleaseContent,
  ReleaseId,
  ReleaseSource,
  StoryId,
} from '../../shared/release';
import type { ManyReleasesChange } from '../../shared/release-history';
import type { ReviewNote } from '../../shared/review';
import { ArchiveError } from '../errors';
import type { Staging } from '../importing/staging';
import type { PhotoService } from '../photos/photo-service';
import type { ArchiveStore } from '../store/archive-store';
import { eachAtOnce } from '../store/each-at-once';
import { requireRelease } from '../store/require-release';
import { SyncedFolders } from '../store/synced-folders';
import type { Step } from '../store/records';
import { editedAlike } from './edit-many';
import { normalised, requireComplete, requirePartners } from './release-content';
import { putStep, releaseOf } from './release-record';

/** Called after a change with the releases that it touched; the change counts as done afterwards. */
export type ReleasesChanged = (ids: readonly ReleaseId[]) => Promise<void>;

/** Filing, reading, revising, trashing. */
export class ReleaseService {
  readonly #store: ArchiveStore;
  readonly #staging: Staging;
  readonly #photos: PhotoService;
  readonly #changed: ReleasesChanged;

  constructor(
    store: ArchiveStore,
    staging: Staging,
    photos: PhotoService,
    changed: ReleasesChanged,
  ) {
    this.#store = store;
    this.#staging = staging;
    this.#photos = photos;
    this.#changed = changed;
  }

  /**
   * Files a release with its photos and its source file; all of it or nothing.
   * What has the same `group` and comes right before is undone together with it.
   * Throws `release-incomplete`, `photo-missing`, `partner-not-found`, and what `transact` throws.
   */
  async file(
    content: ReleaseContent,
    source: ReleaseSource | null,
    group?: string,
  ): Promise<Release> {
    await this.#store.requireOpenForWriting();
    const { release, steps } = await this.#toFile({ content, source });
    requirePartners(this.#store.tables, release);
    await this.#store.transact('release:file', steps, group);
    await this.#changed([release.id]);
    return release;
  }

  /**
   * Files several releases as one change: all of them or none. Batches of one `group`, a UUID, that
   * follow one another are undone together. Throws what `file` throws.
   */
  async fileAll(batch: readonly ToFile[], group: string): Promise<readonly Release[]> {
    await this.#store.requireWritable();
    const places: (Filed | undefined)[] = [];
    const folders = new SyncedFolders(this.#store.layout.files, { isBatch: true });
    // Their photos and source files are moved and synced several at a time: the disk is waited for.
    await eachAtOnce(batch.entries(), async ([index, each]) => {
      places[index] = await this.#toFile(each, folders);
    });
    await folders.sync();
    const filed = places.filter((each) => each !== undefined);
    for (const { release } of filed) requirePartners(this.#store.tables, release);
    // A photo that several of them show is put once for each: the same record, so no harm.
    await this.#store.transact(
      'release:import',
      filed.flatMap(({ steps }) => steps),
      group,
    );
    // They are filed by now: what can't be told of them (a search index mends itself) is no reason to
    // have them filed once more.
    await this.#changed(filed.map(({ release }) => release.id)).catch(() => undefined);
    return filed.map(({ release }) => release);
  }

  /**
   * Replaces what a release says. `basedOn` is the revision that the person saw.
   * Throws `release-not-found`, `release-changed-meanwhile`, `release-incomplete`, `photo-missing`.
   */
  async revise(
    id: ReleaseId,
    basedOn: number,
    content: ReleaseContent,
    { action = 'release:revise', group, source, review }: ReviseOptions = {},
  ): Promise<Release> {
    await this.#store.requireOpenForWriting();
    requireComplete(content);
    requirePartners(this.#store.tables, content);
    const photoSteps = await this.#photos.adopt(content.photos);
    if (source !== undefined) await this.#keepSource(source);
    requirePartners(this.#store.tables, content);
    const record = requireRelease(this.#store.tables, id);
    const notes = review ?? record.review ?? [];
    if (record.revision !== basedOn) {
      throw new ArchiveError(
        'release-changed-meanwhile',
        `"${record.headline}" was changed elsewhere while you were editing it.`,
        { headline: record.headline },
      );
    }
    const release: Release = {
      ...normalised(content),
      id,
      revision: record.revision + 1,
      createdAt: record.createdAt,
      modifiedAt: new Date().toISOString(),
      deletedAt: record.deletedAt,
      source: source ?? record.source,
      ...(record.storyId === undefined ? {} : { storyId: record.storyId }),
      ...(notes.length === 0 ? {} : { review: notes }),
    };
    await this.#store.transact(action, [...photoSteps, putStep(release)], group);
    await this.#changed([id]);
    return release;
  }

  /** Throws `release-not-found`, `archive-damaged`. */
  async read(id: ReleaseId): Promise<ReleaseDetails> {
    const record = requireRelease(this.#store.tables, id);
    const body = await this.#store.readBody(id);
    const partners = record.partnerIds.flatMap(
      (partnerId) => this.#store.tables.partners.get(partnerId) ?? [],
    );
    const photos = record.photos.flatMap((use) => this.#store.tables.photos.get(use.photoId) ?? []);
    return { release: releaseOf(record, body), partners, photos };
  }

  /** Moves releases to the trash. Answers how many weren't there yet. */
  async delete(ids: readonly ReleaseId[]): Promise<number> {
    return this.#setDeleted('release:delete', ids, new Date().toISOString());
  }

  /** Takes releases out of the trash. Answers how many were in it. */
  async restore(ids: readonly ReleaseId[]): Promise<number> {
    return this.#setDeleted('release:restore', ids, null);
  }

  /**
   * Makes the same change to many releases, as one change of the archive. Answers how many of them it
   * made a difference to. Throws `release-not-found`, `partner-not-found`.
   */
  async editMany(ids: readonly ReleaseId[], change: ManyReleasesChange): Promise<number> {
    requirePartners(this.#store.tables, { partnerIds: change.addPartnerIds });
    const now = new Date().toISOString();
    const steps: Step[] = [];
    const touched: ReleaseId[] = [];
    for (const id of new Set(ids)) {
      const record = requireRelease(this.#store.tables, id);
      const edited = editedAlike(record, change);
      if (edited === null) continue;
      const revision = record.revision + 1;
      steps.push({ put: 'release', record: { ...record, ...edited, revision, modifiedAt: now } });
      touched.push(id);
    }
    await this.#store.transact('release:edit-many', steps);
    await this.#changed(touched);
    return touched.length;
  }

  async #toFile(
    { content, source, sourceBytes, review = [], storyId }: ToFile,
    folders?: SyncedFolders,
  ): Promise<Filed> {
    requireComplete(content);
    requirePartners(this.#store.tables, content);
    const now = new Date().toISOString();
    const release: Release = {
      ...normalised(content),
      id: newId(),
      revision: 1,
      createdAt: now,
      modifiedAt: now,
      deletedAt: null,
      source,
      ...(review.length === 0 ? {} : { review }),
      ...(storyId === undefined ? {} : { storyId }),
    };
    const photoSteps = await this.#photos.adopt(content.photos, folders);
    if (source !== null) await this.#keepSource(source, sourceBytes, folders);
    return { release, steps: [...photoSteps, putStep(release)] };
  }

  async #keepSource(
    { sha256, fileName }: ReleaseSource,
    bytes?: Uint8Array,
    folders = new SyncedFolders(this.#store.layout.files),
  ): Promise<void> {
    await this.#store.requireWritable();
    const target = this.#store.layout.sourceFile(sha256);
    if (bytes === undefined) await this.#staging.adopt(sha256, target, fileName, folders);
    else await this.#staging.place(target, bytes, folders);
  }

  async #setDeleted(
    action: string,
    ids: readonly ReleaseId[],
    deletedAt: string | null,
  ): Promise<number> {
    const touched = [...new Set(ids)]
      .map((id) => requireRelease(this.#store.tables, id))
      .filter((record) => (record.deletedAt === null) !== (deletedAt === null));
    const steps = touched.map((record): Step => ({
      put: 'release',
      record: { ...record, deletedAt, revision: record.revision + 1 },
    }));
    await this.#store.transact(action, steps);
    await this.#changed(touched.map((record) => record.id));
    return touched.length;
  }
}

interface ReviseOptions {
  /** What the person did, for the history. */
  readonly action?: string | undefined;
  readonly group?: string | undefined;
  /** The file that says what is new, where there is one; else the one of before stays. */
  readonly source?: ReleaseSource | undefined;
  /** What a person should decide about it now; else what it was before. */
  readonly review?: readonly ReviewNote[];
}

/** A release that is to be filed, and the file that it was made from. */
export interface ToFile {
  readonly content: ReleaseContent;
  readonly source: ReleaseSource | null;
  /** The bytes of that file, of that SHA-256; absent where they are staged. */
  readonly sourceBytes?: Uint8Array | undefined;
  /** What a person should decide about it. */
  readonly review?: readonly ReviewNote[];
  /** The story that it tells with releases in other languages. */
  readonly storyId?: StoryId | undefined;
}

interface Filed {
  readonly release: Release;
  readonly steps: readonly Step[];
}
