import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { systemErrorCode } from '../errors';

const lockSchema = z.object({
  host: z.string(),
  user: z.string(),
  processId: z.number().int(),
  since: z.string(),
});

/** Who has an archive open for writing. */
export type LockHolder = z.infer<typeof lockSchema>;

export type LockOutcome =
  | { readonly taken: true; readonly release: () => Promise<void> }
  | { readonly taken: false; readonly holder: LockHolder };

/**
 * Takes the archive's lock, or says who has it. A lock whose process is gone from this computer is
 * taken over; one from another computer never is, since nothing here can know whether it still runs.
 */
export async function takeLock(path: string): Promise<LockOutcome> {
  const mine: LockHolder = {
    host: hostname(),
    user: userName(),
    processId: process.pid,
    since: new Date().toISOString(),
  };
  // Written elsewhere and linked into place, so that nobody ever sees a lock that is half written.
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  await writeFile(temporary, `${JSON.stringify(mine)}\n`, { flag: 'wx' });
  try {
    for (;;) {
      try {
        await link(temporary, path);
        return { taken: true, release: () => giveBack(path, mine) };
      } catch (thrown) {
        if (systemErrorCode(thrown) !== 'EEXIST') throw thrown;
      }
      const holder = await readLock(path);
      if (holder !== null && isAlive(holder)) return { taken: false, holder };
      await removeStale(path, holder);
    }
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Puts a stale lock out of the way by renaming it, which only one of several takers can do; whoever
 * finds that it renamed somebody's fresh lock instead puts that one back.
 */
async function removeStale(path: string, stale: LockHolder | null): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}.stale`;
  try {
    await rename(path, aside);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return;
    throw thrown;
  }
  const moved = await readLock(aside);
  if (moved !== null && !isDeepStrictEqual(moved, stale)) {
    await link(aside, path).catch(() => undefined);
  }
  await rm(aside, { force: true });
}

/** null where the lock file is gone or was cut off while it was written. */
async function readLock(path: string): Promise<LockHolder | null> {
  try {
    return lockSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

async function giveBack(path: string, mine: LockHolder): Promise<void> {
  const holder = await readLock(path);
  if (holder?.processId === mine.processId && holder.host === mine.host) {
    await rm(path, { force: true });
  }
}

function isAlive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true;
  // A second opening inside one process is a second opener like any other.
  try {
    process.kill(holder.processId, 0);
    return true;
  } catch (thrown) {
    return systemErrorCode(thrown) === 'EPERM';
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some container users have no entry in the system's user table.
    return '';
  }
}
