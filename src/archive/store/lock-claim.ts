import { systemErrorCode } from '../errors';
import { renamePatiently } from './durable-file';
import type { FileLayer } from './file-layer';
import { createNew, ageOf, readText, writeNew, type Candidate } from './lock-file';
import { holderOf, isAlive, type LockHolder } from './lock-holder';
import { claimLasts, cutOffAfter, silence } from './lock-times';
import { elapsedSince, now } from './moment';

/** `rival` has the claim; null where it is worth trying again at once. */
type Claimed<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly rival: LockHolder | null };

/** A person's decision to end a lock whose holder may still run, and when it was last touched. */
export interface TakeOver {
  readonly touched: number;
}

/**
 * Runs `work` while nobody else may replace the lock or make sure of it: the claim is a file beside
 * it that only one can make. A claim whose owner died is a stale lock itself, and is replaced under
 * a claim of its own. `isGood` says whether the claim still counts: others may end it after
 * `silence`, which is much longer.
 */
export async function underClaim<T>(
  path: string,
  mine: Candidate,
  files: FileLayer,
  work: (isGood: () => boolean) => Promise<T>,
): Promise<Claimed<T>> {
  const claim = `${path}.claim`;
  const began = now();
  const isGood = (): boolean => elapsedSince(began) < claimLasts;
  const made = await createNew(claim, mine, files);
  if (made === 'late') return { done: false, rival: null };
  if (made === 'exists') {
    const other = await readText(claim, files);
    if (other === null) return { done: false, rival: null };
    if (!(await isGone(claim, other, mine, files, 'silent'))) {
      return { done: false, rival: holderOf(other) };
    }
    const replaced = await replaceGone(claim, other, mine, files, 'silent');
    if (!replaced.done) return replaced;
    if (!replaced.value) return { done: false, rival: null };
  }
  try {
    return { done: true, value: await work(isGood) };
  } finally {
    // It may be somebody else's by now.
    if (isGood()) await files.rm(claim);
  }
}

/** Replaces a lock whose holder is gone by mine; the value says whether it was still that lock. */
export function replaceGone(
  path: string,
  gone: string,
  mine: Candidate,
  files: FileLayer,
  takeOver: TakeOver | 'silent' | null,
): Promise<Claimed<boolean>> {
  return underClaim(path, mine, files, async (isGood) => {
    if ((await readText(path, files)) !== gone) return false;
    if (!(await isGone(path, gone, mine, files, takeOver))) return false;
    // Its own file, since the claim may be a link to the candidate's.
    const copy = `${mine.file}.lock`;
    try {
      await writeNew(copy, mine.text, files);
      if (!isGood()) return false;
      await renamePatiently(copy, path, files);
    } finally {
      await files.rm(copy).catch(() => undefined);
    }
    return (await readText(path, files)) === mine.text;
  });
}

/**
 * Whether whoever made this lock can't be using it any more:
 * - Its process is gone from this computer.
 * - It is cut off, and so old that its maker can't get it any more (`createNew`).
 * - It wasn't touched for long, where that counts: for claims, and for locks if a person says so.
 */
export async function isGone(
  path: string,
  text: string,
  mine: Candidate,
  files: FileLayer,
  takeOver: TakeOver | 'silent' | null,
): Promise<boolean> {
  // A claim that I left because I fell asleep while I had it.
  if (text === mine.text) return true;
  const holder = holderOf(text);
  if (holder !== null && !isAlive(holder)) return true;
  if (holder !== null && takeOver === null) return false;
  try {
    const { age, touched } = await ageOf(path, mine, files);
    if (age < (holder === null ? cutOffAfter : silence)) return false;
    if (takeOver !== null && takeOver !== 'silent' && touched !== takeOver.touched) return false;
    // So that the text is that old, and not of a lock that came after the one whose age was taken.
    const isText = (await readText(path, files)) === text;
    return isText && (await files.stat(path)).mtimeMs === touched;
  } catch (thrown) {
    // Given back just now.
    if (systemErrorCode(thrown) === 'ENOENT') return false;
    throw thrown;
  }
}
