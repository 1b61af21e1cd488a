import type { Release, ReleaseContent, ReleaseId } from '../../shared/release';
import type { ComparedSide, ReleaseComparison } from '../../shared/release-comparison';
import { partnerOf } from '../partners/partner-service';
import type { Names } from '../history/compare-revisions';
import type { ArchiveStore } from '../store/archive-store';
import { requireRelease } from '../store/require-release';
import type { Tables } from '../store/tables';
import { compareReleases } from './compare-releases';
import { normalised } from './release-content';
import { releaseOf, summaryOf } from './release-record';

/** Releases beside each other. */
export class ReleaseComparisons {
  readonly #store: ArchiveStore;

  constructor(store: ArchiveStore) {
    this.#store = store;
  }

  /** Two releases beside each other. Throws `release-not-found`, `archive-damaged`. */
  async compare(left: ReleaseId, right: ReleaseId): Promise<ReleaseComparison> {
    const { tables } = this.#store;
    const records = [requireRelease(tables, left), requireRelease(tables, right)] as const;
    const [first, second] = [
      releaseOf(records[0], await this.#store.readBody(left)),
      releaseOf(records[1], await this.#store.readBody(right)),
    ];
    return {
      left: summaryOf(records[0]),
      right: summaryOf(records[1]),
      fields: compareReleases(first, second, namesIn(tables)),
    };
  }

  /**
   * A release, left, beside what isn't filed yet. Throws `release-not-found`, `archive-damaged`.
   */
  async compareUnfiled(id: ReleaseId, content: ReleaseContent): Promise<ReleaseComparison> {
    const { tables } = this.#store;
    const record = requireRelease(tables, id);
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
      fields: compareReleases(left, right, namesIn(tables)),
    };
  }
}

function namesIn({ partners, photos }: Tables): Names {
  return { partner: (id) => partnerOf(partners, id), photos };
}

function sideOf({ headline, language, publicationDate }: Release): ComparedSide {
  return { headline, language, publicationDate };
}
