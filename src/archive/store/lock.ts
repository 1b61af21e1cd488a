import { createHash, randomBytes } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { z } from 'zod';
import { systemErrorCode } from '../errors';
import { renamePatiently } from './durable-file';
import { realFiles, type FileLayer } from './file-layer';

const lockSchema = z.object({
  host: z.string(),
  user: z.string(),
  processId: z.number().int(),
  since: z.string(),
  /** Makes every lock another one, also those that one process takes in one instant. */
  token: z.string().optional(),
});

/** Who has an archive open for writing. */
export type LockHolder = z.infer<typeof lockSchema>;

export type LockOutcome =
  | {
      readonly taken: true;
      /** Whoever had it before didn't give it back. */
      readonly afterCrash: boolean;
      readonly release: () => Promise<void>;
    }
  | { readonly taken: false; readonly holder: LockHolder };

/**
 * Takes the archive's lock, or says who has it. A lock whose process is gone from this computer is
 * taken over; one from another computer never is, since nothing here can know whether it still runs.
 */
export async function takeLock(path: string, files: FileLayer = realFiles): Promise<LockOutcome> {
  const mine: LockHolder = {
    host: hostname(),
    user: userName(),
    processId: process.pid,
    since: new Date().toISOString(),
    token: randomBytes(12).toString('hex'),
  };
  const text = `${JSON.stringify(mine)}\n`;
  // Written elsewhere and linked into place, so that nobody ever sees a lock that is half written.
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const release = async (): Promise<void> => {
    if ((await readText(path, files)) === text) await files.rm(path);
  };
  try {
    const handle = await files.open(temporary, 'wx');
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    for (;;) {
      if (await linkNew(temporary, path, files)) return { taken: true, afterCrash: false, release };
      const found = await readText(path, files);
      if (found === null) continue;
      const holder = holderOf(found);
      if (holder !== null && isAlive(holder)) return { taken: false, holder };
      const rival = await takeOver(path, found, temporary, files);
      if (rival === null) return { taken: true, afterCrash: true, release };
      if (rival !== 'try-again') return { taken: false, holder: rival };
    }
  } finally {
    await files.rm(temporary).catch(() => undefined);
  }
}

/**
 * Replaces a stale lock by mine; null when that is done. Whoever wants to needs a claim on that very
 * lock first, a name made of its content that only one taker can link. While I have the claim the
 * stale lock can't be replaced by anybody else, so that looking once more and then renaming over it
 * is safe, and the lock's name is never free in between. A claim whose owner died is itself a stale
 * lock, and is taken over in the same way.
 */
async function takeOver(
  path: string,
  stale: string,
  mine: string,
  files: FileLayer,
): Promise<LockHolder | 'try-again' | null> {
  const claim = `${path}.${createHash('sha256').update(stale).digest('hex').slice(0, 24)}.claim`;
  // Its own name, since the claim goes away when the lock is renamed over.
  const claimed = await linkNew(mine, claim, files);
  if (!claimed) {
    const other = await readText(claim, files);
    if (other === null) return 'try-again';
    const rival = holderOf(other);
    if (rival !== null && isAlive(rival)) return rival;
    const outcome = await takeOver(claim, other, mine, files);
    if (outcome !== null) return outcome;
  }
  try {
    if ((await readText(path, files)) !== stale) return 'try-again';
    const lock = `${mine}.lock`;
    await files.link(mine, lock);
    await renamePatiently(lock, path, files);
    return null;
  } finally {
    await files.rm(claim);
  }
}

async function linkNew(existing: string, path: string, files: FileLayer): Promise<boolean> {
  try {
    await files.link(existing, path);
    return true;
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'EEXIST') return false;
    throw thrown;
  }
}

async function readText(path: string, files: FileLayer): Promise<string | null> {
  try {
    return (await files.readFile(path)).toString('utf8');
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}

/** null where the lock was cut off by a power cut: whoever wrote it is gone. */
function holderOf(text: string): LockHolder | null {
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    return null;
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
