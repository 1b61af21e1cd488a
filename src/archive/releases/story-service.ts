import { v7 as newId } from 'uuid';
import type { Release, ReleaseId, StoryId } from '../../shared/release';
import type { OnlyHere, StoryView } from '../../shared/story';
import { ArchiveError } from '../errors';
import type { ArchiveStore } from '../store/archive-store';
import type { ReleaseRecord, Step } from '../store/records';
import { requireRelease } from '../store/require-release';
import { onlyHere } from './only-here';
import { releaseOf, summaryOf } from './release-record';
import type { ReleasesChanged } from './release-service';

/** Releases that tell one story in several languages. */
export class StoryService {
  readonly #store: ArchiveStore;
  readonly #changed: ReleasesChanged;
  /** Who tells which story; gone through once, when somebody first asks. */
  #members: Map<StoryId, Set<ReleaseId>> | null = null;

  constructor(store: ArchiveStore, changed: ReleasesChanged) {
    this.#store = store;
    this.#changed = changed;
    store.tables.releases.watch((before, after) => {
      const members = this.#members;
      if (members === null) return;
      if (before !== undefined && 'storyId' in before)
        members.get(before.storyId ?? '')?.delete(before.id);
      if (after !== undefined && 'storyId' in after) join(members, after);
    });
  }

  /**
   * Links releases to one story, with all that are linked to any of them already. One change; where it
   * completes the filing of one of them, `filing` is the group of that, and they are undone together.
   * Throws `release-not-found`, `request-invalid` where two of them are in one language.
   */
  async link(ids: readonly ReleaseId[], filing?: string): Promise<void> {
    const steps = this.linkSteps(ids);
    const action = filing === undefined ? 'release:link' : 'release:file-translation';
    await this.#store.transact(action, steps, filing);
    await this.#changed(touchedBy(steps));
  }

  /** What `link` changes, for whoever changes more at once. */
  linkSteps(ids: readonly ReleaseId[]): readonly Step[] {
    const records = new Map<ReleaseId, ReleaseRecord>();
    for (const id of ids) {
      const record = requireRelease(this.#store.tables, id);
      records.set(id, record);
      for (const other of this.#together(record)) records.set(other.id, other);
    }
    const languages = [...records.values()].map(({ language }) => language);
    if (new Set(languages).size < languages.length) {
      throw new ArchiveError(
        'request-invalid',
        'The versions of a story are in different languages; two of these are in the same one.',
      );
    }
    const known = [...records.values()].find(({ storyId }) => storyId !== undefined)?.storyId;
    const storyId = known ?? newId();
    return [...records.values()]
      .filter((record) => record.storyId !== storyId)
      .map((record) => putStep({ ...record, storyId }));
  }

  /** Takes a release out of its story; the last one that is left has none. */
  async unlink(id: ReleaseId): Promise<void> {
    const record = requireRelease(this.#store.tables, id);
    const others = this.#together(record);
    const left = others.length === 1 ? [record, ...others] : [record];
    const steps = left
      .filter(({ storyId }) => storyId !== undefined)
      .map(({ storyId: _story, ...rest }) => putStep(rest));
    await this.#store.transact('release:unlink', steps);
    await this.#changed(touchedBy(steps));
  }

  /** The versions of its story; null where it tells none. Throws `release-not-found`, `archive-damaged`. */
  async view(id: ReleaseId): Promise<StoryView | null> {
    const record = requireRelease(this.#store.tables, id);
    if (record.storyId === undefined) return null;
    const records = [record, ...this.#together(record)];
    if (records.length < 2) return null;
    const releases: Release[] = [];
    for (const each of records) {
      releases.push(releaseOf(each, await this.#store.readBody(each.id)));
    }
    const { partners } = this.#store.tables;
    const found = onlyHere(releases, (partner) => partners.get(partner)?.name ?? '');
    const versions = records.map((each, index): StoryView['versions'][number] => {
      const only: readonly OnlyHere[] = found[index] ?? [];
      return { release: summaryOf(each), onlyHere: only };
    });
    return { storyId: record.storyId, versions };
  }

  /** The other releases of its story that aren't in the trash. */
  #together({ id, storyId }: ReleaseRecord): readonly ReleaseRecord[] {
    if (storyId === undefined) return [];
    const { releases } = this.#store.tables;
    if (this.#members === null) {
      this.#members = new Map();
      for (const release of releases.values()) join(this.#members, release);
    }
    return [...(this.#members.get(storyId) ?? [])]
      .flatMap((other) => releases.get(other) ?? [])
      .filter((other) => other.id !== id && other.deletedAt === null);
  }
}

function join(members: Map<StoryId, Set<ReleaseId>>, { id, storyId }: ReleaseRecord): void {
  if (storyId === undefined) return;
  const together = members.get(storyId);
  if (together === undefined) members.set(storyId, new Set([id]));
  else together.add(id);
}

function putStep(record: ReleaseRecord): Step {
  return {
    put: 'release',
    record: { ...record, revision: record.revision + 1, modifiedAt: new Date().toISOString() },
  };
}

function touchedBy(steps: readonly Step[]): readonly ReleaseId[] {
  return steps.flatMap((step) => ('put' in step && step.put === 'release' ? [step.record.id] : []));
}
