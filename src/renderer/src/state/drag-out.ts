import type { DragEvent } from 'react';
import type { Embargo } from '../../../shared/embargo';
import type { RequestArgument } from '../../../shared/ipc-contract';
import type { ReleaseId } from '../../../shared/release';
import { mostDragged } from '../../../shared/window-choices';
import { request } from '../bridge';
import { agreeTo } from '../features/embargo/hand-out';
import { currentLanguage, translate } from '../i18n';
import { count } from '../i18n/format';
import { attempt } from './attempt';
import { showToast } from './toasts';

/*
 * What is dragged out comes back over this window as files like any other, and must not be filed
 * once more. The page hears nothing of the pointer while the system drags; the first thing that it
 * hears again without a button held says that it is over.
 */
let isOut = false;

export function isDraggedFromHere(): boolean {
  return isOut;
}

function begin(event: DragEvent): void {
  // The system's own drag takes the place of the page's.
  event.preventDefault();
  isOut = true;
  const over = (pointer: PointerEvent): void => {
    if (pointer.buttons !== 0 && pointer.type !== 'pointerdown') return;
    isOut = false;
    window.removeEventListener('pointermove', over, { capture: true });
    window.removeEventListener('pointerdown', over, { capture: true });
  };
  window.addEventListener('pointermove', over, { capture: true });
  window.addEventListener('pointerdown', over, { capture: true });
}

/** Lets the pointer take a photo of a release to another program, as a file. */
export function dragPhoto(
  event: DragEvent,
  photo: Omit<RequestArgument<'drag:photo'>, 'agreedUntil'>,
): void {
  begin(event);
  const ids = [photo.releaseId];
  void attempt(async () => {
    const held = await request('drag:photo', { ...photo, agreedUntil: agreedUntil(ids) });
    if (held !== null) await agreeToDrag(ids, held);
  });
}

/** Lets the pointer take releases to another program, a text file each. */
export function dragOut(event: DragEvent, ids: readonly ReleaseId[]): void {
  begin(event);
  if (ids.length > mostDragged) {
    const number = count(mostDragged, currentLanguage());
    showToast({ tone: 'error', text: translate('list.tooManyToDrag', { number }) });
    return;
  }
  void attempt(async () => {
    const held = await request('drag:releases', { ids, agreedUntil: agreedUntil(ids) });
    if (held !== null) await agreeToDrag(ids, held);
  });
}

/** The ends of the embargoes, by release, with which somebody has agreed to take it out of this window. */
const agreed = new Map<ReleaseId, string>();

function agreedUntil(ids: readonly ReleaseId[]): string | null {
  const ends = ids.map((id) => agreed.get(id) ?? '');
  // As long as for the one that was agreed to the least.
  return ends.sort()[0] || null;
}

/** Whoever answers a question has let go of what was dragged: it has to be taken once more. */
async function agreeToDrag(ids: readonly ReleaseId[], held: Embargo): Promise<void> {
  if (!(await agreeTo('drag', held))) return;
  for (const id of ids) agreed.set(id, held.until);
  showToast({ tone: 'done', text: translate('embargo.dragAgain') });
}
