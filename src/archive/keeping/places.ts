import { lstat, mkdtemp, readdir, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ArchiveError, systemErrorCode } from '../errors';
import { isSystemFile } from '../packs/export/bagit/file-finder';
import { makeFolderDurably, renamePatiently, syncFolder } from '../store/durable-file';

/** Throws `folder-inside-archive` where `path`, which need not exist, lies in `folder` or is it. */
export async function requireOutside(path: string, folder: string, what: string): Promise<void> {
  const way = relative(await realpath(folder), await realPathOf(path));
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return;
  throw new ArchiveError(
    'folder-inside-archive',
    `${what} belongs outside ${folder}; choose another place.`,
    { folder },
  );
}

const scratchName = /^\..+\.partial-\w+$/;

/** Throws `folder-not-empty` unless `folder` is missing or empty, but for what is hidden by us. */
export async function requireEmpty(folder: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return;
    if (systemErrorCode(thrown) !== 'ENOTDIR') throw thrown;
    names = [basename(folder)];
  }
  if (names.every((name) => isSystemFile(name) || scratchName.test(name))) return;
  throw new ArchiveError(
    'folder-not-empty',
    `${folder} isn't empty. Choose an empty folder or a new one.`,
    { folder },
  );
}

/** Throws `folder-not-empty` where there is something under that name. */
export async function requireNothingAt(path: string): Promise<void> {
  if (!(await exists(path))) return;
  throw new ArchiveError('folder-not-empty', `${path} is there already. Choose another name.`, {
    folder: path,
  });
}

/**
 * Lets `work` fill a hidden folder beside `target`, which is gone afterwards, whatever happens. On
 * the same volume, so that what is finished can be moved to its place in one step.
 */
export async function inScratchBeside<T>(
  target: string,
  work: (scratch: string) => Promise<T>,
): Promise<T> {
  return inScratch(dirname(resolve(target)), basename(target), work);
}

/** As `inScratchBeside`, but inside a `target` that is there: it may be the top of a disk of its own. */
export async function inScratchFor<T>(
  target: string,
  work: (scratch: string) => Promise<T>,
): Promise<T> {
  const inside = await exists(target);
  return inScratch(inside ? target : dirname(resolve(target)), basename(target), work);
}

async function inScratch<T>(
  folder: string,
  name: string,
  work: (scratch: string) => Promise<T>,
): Promise<T> {
  const made = await firstMissing(folder);
  await makeFolderDurably(folder);
  const scratch = await mkdtemp(join(folder, `.${name}.partial-`));
  let finished = false;
  try {
    const answer = await work(scratch);
    finished = true;
    return answer;
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
    if (!finished && made !== null) await removeEmpty(folder, made);
  }
}

/**
 * Moves a finished folder to `target`, durably: in one step where that is missing, else entry by entry
 * into the empty folder, `last` last. Throws `folder-not-empty`.
 */
export async function moveToEmpty(finished: string, target: string, last: string): Promise<void> {
  await requireEmpty(target);
  if (await exists(target)) await moveEntries(finished, target, last);
  else await renamePatiently(finished, target);
  await syncFolder(target);
  await syncFolder(dirname(target));
}

async function moveEntries(finished: string, target: string, last: string): Promise<void> {
  const names = (await readdir(finished)).filter((name) => name !== last);
  const moved: string[] = [];
  try {
    for (const name of [...names, last]) {
      await renamePatiently(join(finished, name), join(target, name));
      moved.push(name);
      // So that a power cut can't keep the last one alone.
      if (moved.length === names.length) await syncFolder(target);
    }
  } catch (thrown) {
    for (const name of moved) await rm(join(target, name), { recursive: true, force: true });
    throw thrown;
  }
}

export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The outermost of the folders of `folder` that isn't there yet, or null. */
async function firstMissing(folder: string): Promise<string | null> {
  let missing: string | null = null;
  for (let at = folder; !(await exists(at)); at = dirname(at)) missing = at;
  return missing;
}

async function removeEmpty(folder: string, outermost: string): Promise<void> {
  for (let at = folder; at.length >= outermost.length; at = dirname(at)) {
    await rmdir(at).catch(() => undefined);
  }
}

async function realPathOf(path: string): Promise<string> {
  const rest: string[] = [];
  for (let at = resolve(path); ; at = dirname(at)) {
    const isThere = await stat(at).then(
      () => true,
      () => false,
    );
    if (isThere) return join(await realpath(at), ...rest);
    if (dirname(at) === at) return resolve(path);
    rest.unshift(basename(at));
  }
}
