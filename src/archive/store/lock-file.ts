import { randomBytes } from 'node:crypto';
import { systemErrorCode } from '../errors';
import type { FileLayer } from './file-layer';
import { textOf, type LockHolder } from './lock-holder';
import { makingLasts } from './lock-times';
import { elapsedSince, now } from './moment';

/** Somebody who wants a lock: what it would say, and a file of their own that says it already. */
export interface Candidate {
  readonly text: string;
  readonly file: string;
}

/** Runs `work` for a candidate, whose file goes away afterwards. */
export async function withCandidate<T>(
  path: string,
  holder: LockHolder,
  files: FileLayer,
  work: (candidate: Candidate) => Promise<T>,
): Promise<T> {
  const candidate = {
    text: textOf(holder),
    file: `${path}.${randomBytes(6).toString('hex')}.tmp`,
  };
  try {
    await writeNew(candidate.file, candidate.text, files);
    return await work(candidate);
  } finally {
    await files.rm(candidate.file).catch(() => undefined);
  }
}

export async function writeNew(path: string, text: string, files: FileLayer): Promise<void> {
  const handle = await files.open(path, 'wx');
  try {
    await handle.writeFile(text);
    // A power cut must leave no lock that is cut off: the next start would have to wait for it.
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * How file systems say that they have no hard links: FAT and exFAT (EPERM on Linux, ENOTSUP on a Mac,
 * EISDIR for Windows' "invalid function"), network drives and what Android mounts (ENOSYS, ENOTSUP,
 * EINVAL, EACCES), stacked ones that may spread a folder over several disks (EXDEV). Any other
 * failure, of a full or broken disk, would hit the second way too.
 */
const cannotLink = new Set([
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EISDIR',
  'EINVAL',
  'EXDEV',
  'UNKNOWN',
]);

/**
 * Makes a file with the candidate's text under a name that nobody has; 'exists' where somebody has it.
 *
 * The candidate's file is linked into place, so that nobody ever sees the name without its text.
 * Where there are no hard links the file is made, and written afterwards. Others see it cut off
 * meanwhile; they wait, since after `cutOffAfter` it can only be a dead one's: whoever needed longer
 * than `makingLasts` to have it whole (its computer slept) is told 'late' and hasn't got it.
 */
export async function createNew(
  path: string,
  { text, file }: Candidate,
  files: FileLayer,
): Promise<'made' | 'exists' | 'late'> {
  try {
    await files.link(file, path);
    return 'made';
  } catch (thrown) {
    const code = systemErrorCode(thrown) ?? '';
    if (code === 'EEXIST') return 'exists';
    if (!cannotLink.has(code)) throw thrown;
  }
  const began = now();
  try {
    await writeNew(path, text, files);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'EEXIST') return 'exists';
    throw thrown;
  }
  const written = await readText(path, files);
  // Asked last: the text was there before this instant.
  if (elapsedSince(began) > makingLasts) return 'late';
  return written === text ? 'made' : 'exists';
}

/**
 * Gives a lock the time of now, by the clock of the file system: other computers have other clocks,
 * and setting the time from here would set it by this one's. A write is what stamps a file so; every
 * lock begins with this character, whoever's it is.
 */
export async function touch(path: string, files: FileLayer): Promise<void> {
  const handle = await files.open(path, 'r+');
  try {
    await handle.writeFile('{');
  } finally {
    await handle.close();
  }
}

/** When a lock was made or touched, and how long ago that is by the clock of the file system. */
export async function ageOf(
  path: string,
  mine: Candidate,
  files: FileLayer,
): Promise<{ readonly touched: number; readonly age: number }> {
  await touch(mine.file, files);
  const { mtimeMs } = await files.stat(mine.file);
  const touched = (await files.stat(path)).mtimeMs;
  return { touched, age: mtimeMs - touched };
}

export async function readText(path: string, files: FileLayer): Promise<string | null> {
  try {
    return (await files.readFile(path)).toString('utf8');
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}
