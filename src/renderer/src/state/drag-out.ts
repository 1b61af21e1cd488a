import type { DragEvent } from 'react';
import type { RequestArgument } from '../../../shared/ipc-contract';
import { request } from '../bridge';
import { attempt } from './attempt';

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
export function dragPhoto(event: DragEvent, photo: RequestArgument<'drag:photo'>): void {
  begin(event);
  void attempt(() => request('drag:photo', photo));
}

/** Lets the pointer take a release to another program, as a text file. */
export function dragRelease(event: DragEvent, id: string): void {
  begin(event);
  void attempt(() => request('drag:release', { id }));
}
