/*
 * What saves itself a moment after it was changed. Undo means the newest change, so what still waits
 * is saved before.
 */

type Save = () => Promise<void>;

const waiting = new Set<Save>();

/** Returns the function that takes it off the list. */
export function saveBeforeUndo(save: Save): () => void {
  waiting.add(save);
  return () => {
    waiting.delete(save);
  };
}

export async function saveUnsaved(): Promise<void> {
  await Promise.all([...waiting].map((save) => save()));
}
