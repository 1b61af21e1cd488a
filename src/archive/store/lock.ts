import { realFiles, type FileLayer } from './file-layer';
import { HeldLock } from './held-lock';
import { isGone, replaceGone, underClaim, type TakeOver } from './lock-claim';
import { createNew, readText, touch, withCandidate, type Candidate } from './lock-file';
import { holderOf, newHolder, unknownHolder, type LockHolder } from './lock-holder';
import { patience } from './lock-times';
import { elapsedSince, now } from './moment';

export type { LockHolder } from './lock-holder';

export type LockOutcome =
  | {
      readonly taken: true;
      /** Whoever had it before didn't give it back. */
      readonly afterCrash: boolean;
      readonly lock: HeldLock;
      readonly release: () => Promise<void>;
    }
  | {
      readonly taken: false;
      readonly holder: LockHolder;
      /** By how many milliseconds the clock of the file system is ahead of this computer's. */
      readonly clockAhead: number;
    };

/**
 * Takes the archive's lock, or says who has it. A lock whose process is gone from this computer is
 * taken over. Any other one, such as another computer's, only if a person says so, and if its holder
 * gave no sign of life for long.
 */
export function takeLock(
  path: string,
  files: FileLayer = realFiles,
  takeOver: TakeOver | null = null,
): Promise<LockOutcome> {
  const holder = newHolder();
  const began = now();
  return withCandidate(path, holder, files, async (mine) => {
    const taken = (afterCrash: boolean): LockOutcome => {
      const lock = new HeldLock(path, holder, files, began);
      return { taken: true, afterCrash, lock, release: () => lock.release() };
    };
    const refused = async (rival: LockHolder | null): Promise<LockOutcome> => ({
      taken: false,
      holder: rival ?? unknownHolder(),
      clockAhead: await clockAhead(mine, files),
    });
    for (;;) {
      if ((await createNew(path, mine, files)) === 'made') return taken(false);
      const found = await readText(path, files);
      if (found === null) continue;
      if (found === mine.text) {
        // I was late with it. Under the claim nobody can be about to replace it.
        const sure = await underClaim(path, mine, files, () => readText(path, files));
        if (sure.done && sure.value === mine.text) return taken(false);
      } else if (await isGone(path, found, mine, files, takeOver)) {
        const replaced = await replaceGone(path, found, mine, files, takeOver);
        if (replaced.done && replaced.value) return taken(true);
        if (!replaced.done && replaced.rival !== null) return refused(replaced.rival);
      } else if (holderOf(found) !== null) {
        return refused(holderOf(found));
      }
      if (elapsedSince(began) > patience) return refused(holderOf(found));
      await files.pause(20);
    }
  });
}

async function clockAhead(mine: Candidate, files: FileLayer): Promise<number> {
  await touch(mine.file, files);
  return (await files.stat(mine.file)).mtimeMs - Date.now();
}
