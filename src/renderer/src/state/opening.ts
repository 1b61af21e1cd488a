import { create } from 'zustand';
import type { OpeningArchive } from '../../../shared/ipc-contract';
import { listen } from '../bridge';

/** An archive that is here sooner needs no word. Milliseconds. */
const shortMs = 200;

/** The archive that somebody chose and that takes its time to open; null: none. */
export const useOpening = create<{ readonly archive: OpeningArchive | null }>(() => ({
  archive: null,
}));

let turns = 0;

/** Says that the archive in `folder` is being opened, from when that takes long until it ends. */
export async function whileOpening(folder: string, open: () => Promise<void>): Promise<void> {
  turns += 1;
  const turn = turns;
  const name = folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder;
  let archive: OpeningArchive = { folder, name, done: 0, total: 0 };
  let isLong = false;
  const tell = (): void => {
    // Another one may have been chosen meanwhile.
    if (isLong && turn === turns) useOpening.setState({ archive });
  };
  const stop = listen('work:progress', ({ work, done, total }) => {
    if (work !== 'open') return;
    archive = { ...archive, done, total };
    tell();
  });
  const timer = setTimeout(() => {
    isLong = true;
    tell();
  }, shortMs);
  try {
    await open();
  } finally {
    stop();
    clearTimeout(timer);
    if (turn === turns) useOpening.setState({ archive: null });
  }
}
