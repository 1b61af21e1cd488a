import type { ArchiveInfo } from '../../../shared/archive-info';
import type { UndoableStep } from '../../../shared/release-history';
import { request } from '../bridge';
import { translate } from '../i18n';
import { undoPhrase } from '../i18n/undo-phrase';
import { attempt } from './attempt';
import { neighbourOf } from './results/neighbour';
import { showToast, type StepKey } from './toasts';
import { saveUnsaved } from './unsaved';
import { openRelease, targetIds, useWorkspace, type Place } from './workspace';

export type Direction = 'undo' | 'redo';

const other = { undo: 'redo', redo: 'undo' } as const satisfies Record<Direction, Direction>;

function keyOf(direction: Direction, info: ArchiveInfo | null): StepKey | null {
  const step = info?.[direction];
  return step ? `${direction} ${step.action} ${step.at}` : null;
}

/** A message with the offer to take back, or do again, what is the archive's next step. */
async function offer(text: string, direction: Direction): Promise<void> {
  const info = await request('archive:info', null).catch(() => null);
  const step = keyOf(direction, info);
  showToast({
    tone: 'done',
    text,
    ...(step === null
      ? {}
      : {
          step,
          action: {
            label: translate(`common.${direction}`),
            run: () => void stepArchive(direction, step),
          },
        }),
  });
}

/** Says what was done, with the offer to undo it. */
export function sayUndoable(text: string): Promise<void> {
  return offer(text, 'undo');
}

/** Undoes the newest step of the archive, or does the last undone one again; says which it was. */
export async function stepArchive(direction: Direction, only?: StepKey): Promise<void> {
  await saveUnsaved();
  if (only !== undefined) {
    const info = await attempt(() => request('archive:info', null));
    if (keyOf(direction, info ?? null) !== only) return;
  }
  const { place } = useWorkspace.getState();
  const next = neighbourOf(targetIds(useWorkspace.getState()));
  const step = await attempt(() => request(`undo:${direction}`, null));
  if (!step) return;
  const { releaseId } = step;
  const comes = comesInto(place, step, direction);
  const { selectedIds, view } = useWorkspace.getState();
  if (releaseId !== null && view.kind === 'releases') {
    if (comes === true || (comes === null && step.count === 1)) openRelease(releaseId);
    if (comes === false && selectedIds.has(releaseId)) openRelease(next);
  }
  const what = undoPhrase(step);
  await offer(
    translate(direction === 'undo' ? 'undo.undone' : 'undo.redone', { what }),
    other[direction],
  );
}

/** Steps that put releases into the trash, or bring releases into the archive. */
const intoTrash = new Set(['release:delete']);
const intoArchive = new Set([
  'release:file',
  'release:file-translation',
  'release:import',
  'release:restore',
]);

/** Whether the releases come into the place that is shown, or leave it; null: they stay where they are. */
function comesInto(place: Place, { action }: UndoableStep, direction: Direction): boolean | null {
  // What was decided on is asked about again.
  if (action === 'release:review' && place === 'needs-look') return direction === 'undo';
  if (!intoTrash.has(action) && !intoArchive.has(action)) return null;
  const toTrash = intoTrash.has(action) === (direction === 'redo');
  return (place === 'trash') === toTrash;
}
