import type { ReleaseId } from '../../shared/release';
import type { ReviewDecision } from '../../shared/review';
import { ArchiveError } from '../errors';
import type { ReleasesChanged } from '../releases/release-service';
import type { StoryService } from '../releases/story-service';
import type { ArchiveStore } from '../store/archive-store';
import type { ReleaseRecord, Step } from '../store/records';
import { requireRelease } from '../store/require-release';

/** What people decide about releases that an import wasn't sure of. Every decision can be undone. */
export class ReviewService {
  readonly #store: ArchiveStore;
  readonly #stories: StoryService;
  readonly #changed: ReleasesChanged;

  constructor(store: ArchiveStore, stories: StoryService, changed: ReleasesChanged) {
    this.#store = store;
    this.#stories = stories;
    this.#changed = changed;
  }

  /**
   * Does what was decided, as one change, of which the release that was decided on comes first. `same`, `new-version` and `translation` are about the release
   * that the first note with one names. Throws `release-not-found`, `request-invalid` where no note names one,
   * `release-incomplete`, `archive-damaged`, and what linking throws.
   */
  async decide(id: ReleaseId, decision: ReviewDecision): Promise<void> {
    await this.#store.requireOpenForWriting();
    const record = requireRelease(this.#store.tables, id);
    const steps = await this.#steps(record, decision);
    await this.#store.transact('release:review', steps);
    await this.#changed(
      steps.flatMap((step) => ('put' in step && step.put === 'release' ? [step.record.id] : [])),
    );
  }

  async #steps(record: ReleaseRecord, decision: ReviewDecision): Promise<readonly Step[]> {
    const now = new Date().toISOString();
    const settled = next(withoutNotes(record), now);
    switch (decision) {
      case 'keep':
        return [put({ ...settled, status: 'filed' })];
      case 'same':
        this.#other(record);
        return [put({ ...settled, deletedAt: now })];
      case 'new-version': {
        const other = this.#other(record);
        const body = await this.#store.readBody(record.id);
        const { storyId: _story, ...said } = settled;
        const newer: ReleaseRecord = {
          ...said,
          id: other.id,
          status: other.status,
          revision: other.revision + 1,
          createdAt: other.createdAt,
          deletedAt: null,
          // What people have added by hand to the one that stays.
          tags: [...new Set([...other.tags, ...record.tags])],
          partnerIds: [...new Set([...other.partnerIds, ...record.partnerIds])],
          // A version that names no embargo doesn't lift one.
          embargo: said.embargo ?? other.embargo ?? null,
          ...(other.storyId === undefined ? {} : { storyId: other.storyId }),
          ...(other.review === undefined ? {} : { review: other.review }),
        };
        return [put({ ...settled, deletedAt: now }), { put: 'release', record: newer, body }];
      }
      case 'translation': {
        const other = this.#other(record);
        const links = this.#stories.linkSteps([record.id, other.id]);
        const own = links.find(
          (step) => 'put' in step && step.put === 'release' && step.record.id === record.id,
        );
        const linked =
          own !== undefined && 'put' in own && own.put === 'release' ? own.record : settled;
        return [
          put({ ...withoutNotes(linked), revision: settled.revision, status: 'filed' }),
          ...links.filter((step) => step !== own),
        ];
      }
    }
  }

  #other(record: ReleaseRecord): ReleaseRecord {
    const id = record.review?.find(({ otherId }) => otherId !== null)?.otherId ?? null;
    if (id === null) {
      throw new ArchiveError(
        'request-invalid',
        `"${record.headline}" was compared with no other release.`,
      );
    }
    const other = requireRelease(this.#store.tables, id);
    if (other.deletedAt === null) return other;
    // With both of them in the trash nothing of it would be left.
    throw new ArchiveError('release-not-found', `"${other.headline}" is in the trash.`, { id });
  }
}

function withoutNotes({ review: _review, ...rest }: ReleaseRecord): ReleaseRecord {
  return rest;
}

function next(record: ReleaseRecord, now: string): ReleaseRecord {
  return { ...record, revision: record.revision + 1, modifiedAt: now };
}

function put(record: ReleaseRecord): Step {
  return { put: 'release', record };
}
