import type { Partner } from '../../shared/partner';
import type { PressPack } from '../../shared/press-pack';
import type { ArchiveRecord, Change, Step } from './records';

/** How many steps can be undone, also after a restart. */
export const undoDepth = 50;

/**
 * How many changes these steps have in all, about 100 bytes each: fifty bulk edits of a large archive
 * would make a file that no longer fits into a string. The newest step stays whatever its size.
 */
export const mostUndoableChanges = 500_000;

/** The action of a change that undoes the newest step, and of one that does the last undone one again. */
export const undoAction = 'undo';
export const redoAction = 'redo';
/** … and of one after which nothing that came before can be undone. */
export const forgetAction = 'undo:forget';

/** What one step of a change did, with what it takes to go back and forth again. */
export type Changed =
  /** A release is named by its revisions, which are all kept; null: it didn't exist. */
  | {
      readonly kind: 'release';
      readonly id: string;
      readonly before: number | null;
      readonly after: number;
    }
  | {
      readonly kind: 'partner';
      readonly id: string;
      readonly before: Partner | null;
      readonly after: Partner | null;
    }
  | {
      readonly kind: 'pack';
      readonly id: string;
      readonly before: PressPack | null;
      readonly after: PressPack | null;
    }
  | { readonly kind: 'archive'; readonly before: ArchiveRecord; readonly after: ArchiveRecord };

/** Something that a person did, to be undone as a whole. */
export interface UndoStep {
  readonly action: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly group: string | null;
  readonly changes: readonly Changed[];
}

/** Content of `history/undo.json`. */
export interface UndoRecord {
  /** The last journal record that it knows of. */
  readonly sequence: number;
  /** Oldest first. */
  readonly done: readonly UndoStep[];
  /** The one that was undone last comes last. */
  readonly undone: readonly UndoStep[];
}

const nothing: UndoRecord = { sequence: 0, done: [], undone: [] };

/**
 * What can be undone and done again. It follows from the changes alone, so replaying the journal
 * makes the same log.
 */
export class UndoLog {
  #record: UndoRecord = nothing;

  get record(): UndoRecord {
    return this.#record;
  }

  load(record: UndoRecord): void {
    this.#record = record;
  }

  /** Takes note of a change; answers what takes the note back. */
  note(change: Change, changes: readonly Changed[], sequence: number): () => void {
    const before = this.#record;
    this.#record = { ...after(before, change, changes), sequence };
    return () => {
      this.#record = before;
    };
  }
}

function after(
  { sequence, done, undone }: UndoRecord,
  change: Change,
  changes: readonly Changed[],
): UndoRecord {
  const { action, at } = change;
  const group = change.group ?? null;
  if (action === forgetAction) return { sequence, done: [], undone: [] };
  if (action === undoAction) {
    const step = done.at(-1);
    if (step === undefined) return { sequence, done, undone };
    return { sequence, done: done.slice(0, -1), undone: [...undone, step] };
  }
  if (action === redoAction) {
    const step = undone.at(-1);
    if (step === undefined) return { sequence, done, undone };
    return { sequence, done: [...done, step], undone: undone.slice(0, -1) };
  }
  if (changes.length === 0 || !isUndoable(action)) return { sequence, done, undone };
  const last = done.at(-1);
  const joins = group !== null && last?.group === group;
  const step: UndoStep = joins
    ? { ...last, action, changes: [...last.changes, ...changes] }
    : { action, at, group, changes };
  const earlier = joins ? done.slice(0, -1) : done;
  return { sequence, done: newest([...earlier, step]), undone: [] };
}

/** The newest steps that there is room for. */
function newest(steps: readonly UndoStep[]): readonly UndoStep[] {
  let first = Math.max(0, steps.length - undoDepth);
  let changes = steps.slice(first).reduce((sum, step) => sum + step.changes.length, 0);
  for (; first < steps.length - 1 && changes > mostUndoableChanges; first += 1) {
    changes -= steps[first]?.changes.length ?? 0;
  }
  return steps.slice(first);
}

/** What the program notes down by itself, and preferences, are nothing that a person takes back. */
function isUndoable(action: string): boolean {
  return action !== 'pack:seal' && !action.startsWith('settings:');
}

/** What the tables hold, as far as a step can change it. */
interface StateBefore {
  readonly archive: ArchiveRecord;
  readonly partners: ReadonlyMap<string, Partner>;
  readonly packs: ReadonlyMap<string, PressPack>;
}

/** What a step is going to change; null for what is never undone. Photos stay once they are known. */
export function changedBy(step: Step, state: StateBefore): Changed | null {
  if ('drop' in step) {
    const { drop: kind, id } = step;
    const change = { id, after: null } as const;
    return kind === 'pack'
      ? { kind, ...change, before: state.packs.get(id) ?? null }
      : { kind, ...change, before: state.partners.get(id) ?? null };
  }
  switch (step.put) {
    case 'release': {
      const { id, revision } = step.record;
      // Not from the tables: when the journal is replayed, they may be ahead of it.
      return { kind: 'release', id, before: revision > 1 ? revision - 1 : null, after: revision };
    }
    case 'partner': {
      const { id } = step.record;
      return { kind: 'partner', id, before: state.partners.get(id) ?? null, after: step.record };
    }
    case 'pack': {
      const { id } = step.record;
      return { kind: 'pack', id, before: state.packs.get(id) ?? null, after: step.record };
    }
    case 'archive':
      return { kind: 'archive', before: state.archive, after: step.record };
    case 'photo':
    case 'settings':
      return null;
  }
}
