import type { PartnerId } from '../../shared/partner';
import type { ReleaseId } from '../../shared/release';
import type { UndoableStep } from '../../shared/release-history';
import { ArchiveError } from '../errors';
import type { ArchiveStore } from '../store/archive-store';
import type { ReleaseRecord, Step } from '../store/records';
import {
  redoAction,
  forgetAction,
  undoAction,
  type Changed,
  type UndoStep,
} from '../store/undo-log';

/** What was undone or done again, for whoever shows it. */
interface Touched {
  readonly releases: readonly ReleaseId[];
  readonly partners: readonly PartnerId[];
}

/** Called after undoing with what that touched; it counts as done afterwards. */
type UndoneListener = (touched: Touched) => Promise<void>;

/**
 * Undo and redo of what people did, newest first. Each is a change like any other: a release gets a
 * further revision that says what the earlier one said, so undoing loses nothing either. Filing is
 * undone by moving to the trash.
 */
export class UndoService {
  readonly #store: ArchiveStore;
  readonly #changed: UndoneListener;
  /** One at a time: two in a row undo two steps. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: ArchiveStore, changed: UndoneListener) {
    this.#store = store;
    this.#changed = changed;
  }

  /** What would be undone next, and what would be done again next. */
  get next(): { readonly undo: UndoableStep | null; readonly redo: UndoableStep | null } {
    const { done, undone } = this.#store.tables.undo.record;
    return { undo: this.#describe(done.at(-1)), redo: this.#describe(undone.at(-1)) };
  }

  /**
   * Answers what was undone; null where there is nothing.
   * Throws `archive-read-only`, `revision-not-kept`, and what `transact` throws.
   */
  undo(): Promise<UndoableStep | null> {
    return this.#oneAfterAnother(undoAction);
  }

  /** As `undo`, for what was undone last. */
  redo(): Promise<UndoableStep | null> {
    return this.#oneAfterAnother(redoAction);
  }

  /** What was done so far can't be undone any more. Throws what `transact` throws. */
  forget(): Promise<void> {
    const { archive } = this.#store.tables;
    return this.#store.transact(forgetAction, [{ put: 'archive', record: archive }]);
  }

  #oneAfterAnother(action: Direction): Promise<UndoableStep | null> {
    const run = this.#last.then(() => this.#run(action));
    this.#last = run.catch(() => undefined);
    return run;
  }

  async #run(action: Direction): Promise<UndoableStep | null> {
    await this.#store.requireWritable();
    for (;;) {
      const step = this.#nextOf(action);
      if (step === undefined) return null;
      const description = this.#describe(step);
      const changes = inOrder(step.changes, action);
      const before = this.#store.tables.undo.record;
      const steps: Step[] = [];
      for (const change of changes) steps.push(...(await this.#stepOf(change, action)));
      // Somebody changed something while the earlier texts were read: what is next may be another step.
      if (this.#store.tables.undo.record !== before) continue;
      await this.#store.transact(action, steps);
      await this.#changed(touchedBy(changes));
      return description;
    }
  }

  #nextOf(action: Direction): UndoStep | undefined {
    const { done, undone } = this.#store.tables.undo.record;
    return action === undoAction ? done.at(-1) : undone.at(-1);
  }

  async #stepOf(change: Changed, action: Direction): Promise<readonly Step[]> {
    const { tables } = this.#store;
    switch (change.kind) {
      case 'release': {
        const target = action === undoAction ? change.before : change.after;
        return this.#releaseStep(change.id, target);
      }
      case 'partner': {
        const record = action === undoAction ? change.before : change.after;
        if (record !== null) return [{ put: 'partner', record }];
        return [{ drop: 'partner', id: change.id }];
      }
      case 'pack': {
        const record = action === undoAction ? change.before : change.after;
        if (record === null) return [{ drop: 'pack', id: change.id }];
        // That a pack was handed out can't be undone, and must not be forgotten.
        const seals = tables.packs.get(change.id)?.seals ?? record.seals;
        return [{ put: 'pack', record: { ...record, seals } }];
      }
      case 'archive':
        return [{ put: 'archive', record: action === undoAction ? change.before : change.after }];
    }
  }

  async #releaseStep(id: ReleaseId, target: number | null): Promise<readonly Step[]> {
    const current = this.#store.tables.releases.get(id);
    if (current === undefined) return [];
    const revision = current.revision + 1;
    if (target === null) {
      const record: ReleaseRecord = { ...current, revision, deletedAt: new Date().toISOString() };
      return [{ put: 'release', record }];
    }
    const earlier = await this.#store.readRevision(id, target);
    if (earlier === null) throw notKept(target, current.headline);
    const record: ReleaseRecord = { ...earlier.record, revision };
    if (record.bodySha256 === current.bodySha256) return [{ put: 'release', record }];
    if (earlier.body === null) throw notKept(target, current.headline);
    return [{ put: 'release', record, body: earlier.body }];
  }

  #describe(step: UndoStep | undefined): UndoableStep | null {
    if (step === undefined) return null;
    const { action, at, changes } = step;
    // Partners that were made for a release, or merged, are named by what it was all about.
    const releases = changes.flatMap((change) => (change.kind === 'release' ? [change] : []));
    const named = action === 'partner:merge' || releases.length === 0 ? changes : releases;
    const [first] = named;
    if (first === undefined) return null;
    // A step of several changes may have touched the same thing again and again.
    const touched = (releases.length > 0 ? releases : changes).map((change) =>
      change.kind === 'archive' ? '' : change.id,
    );
    return {
      action,
      at,
      count: new Set(touched).size,
      name: this.#nameOf(first),
      releaseId: releases[0]?.id ?? null,
    };
  }

  #nameOf(change: Changed): string {
    const { tables } = this.#store;
    switch (change.kind) {
      case 'release':
        return tables.releases.get(change.id)?.headline ?? '';
      case 'partner':
        return (tables.partners.get(change.id) ?? change.after ?? change.before)?.name ?? '';
      case 'pack':
        return (tables.packs.get(change.id) ?? change.after ?? change.before)?.title ?? '';
      case 'archive':
        return change.after.institution.name;
    }
  }
}

type Direction = typeof undoAction | typeof redoAction;

/**
 * The changes in the order in which they are gone through. Of a release that a step touched more than
 * once only the outermost one counts: revisions in between are nothing to go back to, and two of one
 * number would mix the record of one with the text of the other.
 */
function inOrder(changes: readonly Changed[], action: Direction): readonly Changed[] {
  const ordered = action === undoAction ? changes.toReversed() : changes;
  const last = new Map<ReleaseId, Changed>();
  for (const change of ordered) if (change.kind === 'release') last.set(change.id, change);
  return ordered.filter((change) => change.kind !== 'release' || last.get(change.id) === change);
}

function touchedBy(changes: readonly Changed[]): Touched {
  const idsOf = (kind: 'release' | 'partner'): string[] =>
    changes.flatMap((change) => (change.kind === kind ? [change.id] : []));
  return { releases: idsOf('release'), partners: idsOf('partner') };
}

function notKept(revision: number, headline: string): ArchiveError {
  return new ArchiveError(
    'revision-not-kept',
    `Revision ${revision} of "${headline}" was not kept or is damaged.`,
    { revision, headline },
  );
}
