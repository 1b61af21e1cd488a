import { v7 as newId } from 'uuid';
import type { ReleaseDetails } from '../../shared/ipc-contract';
import type {
  Release,
  ReleaseContent,
  ReleaseId,
  ReleaseSource,
  ReleaseSummary,
} from '../../shared/release';
import { ArchiveError } from '../errors';
import type { Staging } from '../importing/staging';
import type { PhotoService } from '../photos/photo-service';
import type { ArchiveStore } from '../store/archive-store';
import { bodyDigest, excerptOf } from '../store/body-file';
import type { ReleaseRecord, Step } from '../store/records';

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
   * Throws `release-incomplete`, `photo-missing`, `partner-not-found`, and what `transact` throws.
   */
  async file(content: ReleaseContent, source: ReleaseSource | null): Promise<Release> {
    this.#store.requireOpenForWriting();
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
    };
    const photoSteps = await this.#photos.adopt(content.photos);
    if (source !== null) {
      await this.#store.requireWritable();
      const target = this.#store.layout.sourceFile(source.sha256);
      await this.#staging.adopt(source.sha256, target, source.fileName);
    }
    await this.#store.transact('release:file', [...photoSteps, putStep(release)]);
    await this.#changed([release.id]);
    return release;
  }

  /**
   * Replaces what a release says. `basedOn` is the revision that the person saw.
   * Throws `release-not-found`, `release-changed-meanwhile`, `release-incomplete`, `photo-missing`.
   */
  async revise(id: ReleaseId, basedOn: number, content: ReleaseContent): Promise<Release> {
    this.#store.requireOpenForWriting();
    this.#requireComplete(content);
    const photoSteps = await this.#photos.adopt(content.photos);
    const record = this.#record(id);
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
      source: record.source,
    };
    await this.#store.transact('release:revise', [...photoSteps, putStep(release)]);
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

  /** Moves releases to the trash. Answers how many weren't there yet. */
  async delete(ids: readonly ReleaseId[]): Promise<number> {
    return this.#setDeleted('release:delete', ids, new Date().toISOString());
  }

  /** Takes releases out of the trash. Answers how many were in it. */
  async restore(ids: readonly ReleaseId[]): Promise<number> {
    return this.#setDeleted('release:restore', ids, null);
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
    for (const id of content.partnerIds) {
      if (!this.#store.tables.partners.has(id)) {
        throw new ArchiveError('partner-not-found', 'A partner of this release no longer exists.', {
          id,
        });
      }
    }
  }
}

export function releaseOf(record: ReleaseRecord, body: string): Release {
  const { bodySha256: _digest, excerpt: _excerpt, ...rest } = record;
  return { ...rest, body };
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
  };
}

function putStep({ body, ...rest }: Release): Step {
  const record: ReleaseRecord = { ...rest, bodySha256: bodyDigest(body), excerpt: excerptOf(body) };
  return { put: 'release', record, body };
}

/** Unicode NFC, Unix line breaks, no stray blanks around single lines. */
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
    body: block(content.body),
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
