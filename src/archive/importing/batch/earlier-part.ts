import type { PhotoId } from '../../../shared/photo';
import type { ReleaseId } from '../../../shared/release';
import type { ArchiveStore } from '../../store/archive-store';

/** ISO 8601 instants: when an import began, and when it is gone on with. */
export interface BrokenOff {
  readonly since: string;
  readonly until: string;
}

/**
 * What the broken-off part of an import has filed. An import that files again what is here knows its own
 * releases by it, each for one file: two equal files were to be filed twice.
 */
export class EarlierPart {
  readonly #store: ArchiveStore;
  readonly #brokenOff: BrokenOff | null;
  readonly #claimed = new Set<ReleaseId>();

  /** null: the import is no later part of one. */
  constructor(store: ArchiveStore, brokenOff: BrokenOff | null) {
    this.#store = store;
    this.#brokenOff = brokenOff;
  }

  /** The first of these releases that the earlier part has filed, once; null where there is none left. */
  claim(ids: Iterable<ReleaseId>): ReleaseId | null {
    for (const id of ids) {
      if (this.#claimed.has(id) || !this.#isOfEarlierPart(id)) continue;
      this.#claimed.add(id);
      return id;
    }
    return null;
  }

  /** These are no longer left. */
  claimAll(ids: Iterable<ReleaseId>): void {
    for (const id of ids) this.#claimed.add(id);
  }

  /** As `claim`, the release that was made of these photos alone. */
  claimPhotos(wanted: ReadonlySet<PhotoId>): ReleaseId | null {
    if (this.#brokenOff === null) return null;
    const shows: ReleaseId[] = [];
    for (const { id, source, photos } of this.#store.tables.releases.values()) {
      const shown = new Set(photos.map(({ photoId }) => photoId));
      const isSame = shown.size === wanted.size && [...wanted].every((photo) => shown.has(photo));
      if (source === null && isSame) shows.push(id);
    }
    return this.claim(shows);
  }

  #isOfEarlierPart(id: ReleaseId): boolean {
    const release = this.#store.tables.releases.get(id);
    if (this.#brokenOff === null || release?.deletedAt !== null) return false;
    const { since, until } = this.#brokenOff;
    return release.createdAt >= since && release.createdAt < until;
  }
}
