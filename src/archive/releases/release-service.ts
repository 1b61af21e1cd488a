import { v7 as newId } from 'uuid';
import { embargoAt } from '../../shared/embargo';
import type { ReleaseDetails } from '../../shared/ipc-contract';
import type {
  Release,
  ReleaseContent,
  ReleaseId,
  ReleaseSource,
  ReleaseSummary,
  StoryId,
} from '../../shared/release';
import type { ComparedSide, ReleaseComparison } from '../../shared/release-comparison';
import { settledPhotoPlaces } from '../../shared/photo-places';
import type { ManyReleasesChange } from '../../shared/release-history';
import type { ReviewNote } from '../../shared/review';
import { ArchiveError } from '../errors';
import type { Staging } from '../importing/staging';
import type { PhotoService } from '../photos/photo-service';
import type { ArchiveStore } from '../store/archive-store';
import { bodyDigest, excerptOf } from '../store/body-file';
import { eachAtOnce } from '../store/each-at-once';
import { SyncedFolders } from '../store/synced-folders';
import type { ReleaseRecord, Step } from '../store/records';
import { partnerOf } from '../partners/partner-service';
import { compareReleases } from './compare-releases';
import { editedAlike } from './edit-many';

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
    this.#requirePartners(release);
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
    for (const { release } of filed) this.#requirePartners(release);
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
    this.#requireComplete(content);
    const photoSteps = await this.#photos.adopt(content.photos);
    if (source !== undefined) await this.#keepSource(source);
    this.#requirePartners(content);
    const record = this.#record(id);
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
    const record = this.#record(id);
    const body = await this.#store.readBody(id);
    const partners = record.partnerIds.flatMap(
      (partnerId) => this.#store.tables.partners.get(partnerId) ?? [],
    );
    const photos = record.photos.flatMap((use) => this.#store.tables.photos.get(use.photoId) ?? []);
    return { release: releaseOf(record, body), partners, photos };
  }

  /** Two releases beside each other. Throws `release-not-found`, `archive-damaged`. */
  async compare(left: ReleaseId, right: ReleaseId): Promise<ReleaseComparison> {
    const { partners, photos } = this.#store.tables;
    const records = [this.#record(left), this.#record(right)] as const;
    const [first, second] = [
      releaseOf(records[0], await this.#store.readBody(left)),
      releaseOf(records[1], await this.#store.readBody(right)),
    ];
    return {
      left: summaryOf(records[0]),
      right: summaryOf(records[1]),
      fields: compareReleases(first, second, {
        partner: (id) => partnerOf(partners, id),
        photos,
      }),
    };
  }

  /**
   * A release, left, beside what isn't filed yet. Throws `release-not-found`, `archive-damaged`.
   */
  async compareUnfiled(id: ReleaseId, content: ReleaseContent): Promise<ReleaseComparison> {
    const { partners, photos } = this.#store.tables;
    const record = this.#record(id);
    const left = releaseOf(record, await this.#store.readBody(id));
    const now = new Date().toISOString();
    const right: Release = {
      ...normalised(content),
      id,
      revision: 1,
      createdAt: now,
      modifiedAt: now,
      deletedAt: null,
      source: null,
    };
    return {
      left: summaryOf(record),
      right: sideOf(right),
      fields: compareReleases(left, right, {
        partner: (partnerId) => partnerOf(partners, partnerId),
        photos,
      }),
    };
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
    this.#requirePartners({ partnerIds: change.addPartnerIds });
    const now = new Date().toISOString();
    const steps: Step[] = [];
    const touched: ReleaseId[] = [];
    for (const id of new Set(ids)) {
      const record = this.#record(id);
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
    this.#requireComplete(content);
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
      .map((id) => this.#record(id))
      .filter((record) => (record.deletedAt === null) !== (deletedAt === null));
    const steps = touched.map((record): Step => ({
      put: 'release',
      record: { ...record, deletedAt, revision: record.revision + 1 },
    }));
    await this.#store.transact(action, steps);
    await this.#changed(touched.map((record) => record.id));
    return touched.length;
  }

  #record(id: ReleaseId): ReleaseRecord {
    const record = this.#store.tables.releases.get(id);
    if (record === undefined) {
      throw new ArchiveError('release-not-found', 'That release is not in the archive.', { id });
    }
    return record;
  }

  #requireComplete(content: ReleaseContent): void {
    if (content.headline.trim() === '') {
      throw new ArchiveError('release-incomplete', 'A release needs a headline.', {
        field: 'headline',
      });
    }
    if (content.embargo && embargoAt(content.embargo.local, content.embargo.zone) === null) {
      throw new ArchiveError('release-incomplete', 'An embargo needs a date, a time and a zone.', {
        field: 'embargo',
      });
    }
    this.#requirePartners(content);
  }

  /** To be asked right before a change: a partner may be merged while photos are put in place. */
  #requirePartners({ partnerIds }: Pick<ReleaseContent, 'partnerIds'>): void {
    const missing = partnerIds.find((id) => !this.#store.tables.partners.has(id));
    if (missing === undefined) return;
    throw new ArchiveError('partner-not-found', 'A partner of this release no longer exists.', {
      id: missing,
    });
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

export function releaseOf(record: ReleaseRecord, body: string): Release {
  const { bodySha256: _digest, excerpt: _excerpt, embargo, ...rest } = record;
  return { ...rest, embargo: embargo ?? null, body };
}

export function summaryOf(record: ReleaseRecord): ReleaseSummary {
  return {
    id: record.id,
    headline: record.headline,
    language: record.language,
    status: record.status,
    publicationDate: record.publicationDate,
    eventDate: record.eventDate,
    partnerIds: record.partnerIds,
    tags: record.tags,
    photoCount: record.photos.length,
    leadPhotoId: record.photos[0]?.photoId ?? null,
    excerpt: record.excerpt,
    deletedAt: record.deletedAt,
    embargo: record.embargo ?? null,
    isInStory: record.storyId !== undefined,
  };
}

function sideOf({ headline, language, publicationDate }: Release): ComparedSide {
  return { headline, language, publicationDate };
}

function putStep({ body, embargo, ...rest }: Release): Step {
  const record: ReleaseRecord = {
    ...rest,
    ...(embargo === null ? {} : { embargo }),
    bodySha256: bodyDigest(body),
    excerpt: excerptOf(body),
  };
  return { put: 'release', record, body };
}

/** Unicode NFC, Unix line breaks, no stray blanks around single lines, no photo's place without the photo. */
function normalised(content: ReleaseContent): ReleaseContent {
  const line = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const block = (text: string): string =>
    text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim();
  return {
    ...content,
    headline: line(content.headline),
    subheadline: line(content.subheadline),
    dateline: line(content.dateline),
    byline: line(content.byline),
    embargo: content.embargo && embargoAt(content.embargo.local, content.embargo.zone),
    body: settledPhotoPlaces(
      block(content.body),
      content.photos.map(({ photoId }) => photoId),
    ),
    boilerplate: block(content.boilerplate),
    mediaContact: block(content.mediaContact),
    people: content.people
      .map((person) => ({ name: line(person.name), title: line(person.title) }))
      .filter((person) => person.name !== ''),
    tags: [...new Set(content.tags.map(line).filter((tag) => tag !== ''))],
    partnerIds: [...new Set(content.partnerIds)],
    photos: content.photos.map((use) => ({
      photoId: use.photoId,
      caption: block(use.caption),
      altText: block(use.altText),
      creditLine: line(use.creditLine),
    })),
  };
}
