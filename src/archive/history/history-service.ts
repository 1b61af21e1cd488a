import type { Release, ReleaseId } from '../../shared/release';
import type { ReleaseHistory, RevisionDiff, RevisionSummary } from '../../shared/release-history';
import { ArchiveError } from '../errors';
import { partnerOf } from '../partners/partner-service';
import { releaseOf } from '../releases/release-record';
import type { ReleaseService } from '../releases/release-service';
import type { ArchiveStore, Revision } from '../store/archive-store';
import { requireRelease } from '../store/require-release';
import { compareRevisions } from './compare-revisions';

/** Earlier revisions of releases: listing, comparing, restoring. */
export class HistoryService {
  readonly #store: ArchiveStore;
  readonly #releases: ReleaseService;

  constructor(store: ArchiveStore, releases: ReleaseService) {
    this.#store = store;
    this.#releases = releases;
  }

  /** Throws `release-not-found`. */
  async list(id: ReleaseId): Promise<ReleaseHistory> {
    const current = requireRelease(this.#store.tables, id);
    const summaries: RevisionSummary[] = [];
    let earlier: Revision | null = null;
    for (let number = 1; number <= current.revision; number += 1) {
      const isCurrent = number === current.revision;
      const revision: Revision | null = isCurrent
        ? { record: current, body: '' }
        : // A damaged file is one revision less, not the end of the list.
          await this.#store.readRevision(id, number).catch(() => null);
      summaries.push({
        revision: number,
        at: number === 1 ? current.createdAt : (earlier?.replacedAt ?? null),
        action: number === 1 ? 'release:file' : (earlier?.replacedBy ?? null),
        headline: revision?.record.headline ?? '',
        inTrash: revision !== null && revision.record.deletedAt !== null,
        isWhole: revision !== null && revision.body !== null,
      });
      earlier = revision;
    }
    return summaries.reverse();
  }

  /** Throws `release-not-found`, `revision-not-kept`, `archive-damaged`. */
  async read(id: ReleaseId, revision: number): Promise<Release> {
    const current = this.#store.tables.releases.get(id);
    const found = await this.#store.readRevision(id, revision);
    if (found?.body == null) {
      throw new ArchiveError(
        'revision-not-kept',
        `Revision ${revision} of "${current?.headline ?? id}" was not kept or is damaged.`,
        { revision, headline: current?.headline ?? '' },
      );
    }
    return releaseOf(found.record, found.body);
  }

  /** Throws `release-not-found`, `revision-not-kept`, `archive-damaged`. */
  async compare(id: ReleaseId, from: number, to: number): Promise<RevisionDiff> {
    const { partners, photos } = this.#store.tables;
    return compareRevisions(await this.read(id, from), await this.read(id, to), {
      partner: (partnerId) => partnerOf(partners, partnerId),
      photos,
    });
  }

  /**
   * Makes what a release said in an earlier revision its newest revision. `basedOn` is the revision
   * that the person saw. What names a merged partner names the one that it was merged into.
   * Throws what `read` and `ReleaseService.revise` throw.
   */
  async restore(id: ReleaseId, revision: number, basedOn: number): Promise<Release> {
    const earlier = await this.read(id, revision);
    const { partners } = this.#store.tables;
    const partnerIds = earlier.partnerIds.flatMap((each) => partnerOf(partners, each)?.id ?? []);
    return this.#releases.revise(
      id,
      basedOn,
      { ...earlier, partnerIds },
      { action: 'release:restore-revision' },
    );
  }
}
