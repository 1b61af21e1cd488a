import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A file of this user alone, in a folder of this user alone: null where others could have written it, or
 * it isn't there.
 */
export function readPrivate(path: string): Buffer | null {
  try {
    return isPrivate(dirname(path)) && isPrivate(path) ? readFileSync(path) : null;
  } catch {
    return null;
  }
}

/** Replaces the file whole, or does nothing where that can't be done or wouldn't be private. */
export function writePrivate(path: string, data: Buffer): void {
  const folder = dirname(path);
  const random = Math.floor(Math.random() * 2 ** 48).toString(16);
  const temporary = join(folder, `.${process.pid}-${random}.tmp`);
  try {
    makeFolder(folder);
    if (!isPrivate(folder)) return;
    writeFileSync(temporary, data, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
  } catch {
    removeQuietly(temporary);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder isn't there, or no longer to be written.
  }
}

/** With the folder above it. Node's own `recursive` never ends where a folder can't be made in `/proc`. */
function makeFolder(folder: string): void {
  for (const one of [dirname(folder), folder]) {
    if (!existsSync(one)) mkdirSync(one, { mode: 0o700 });
  }
}

/** Windows keeps others out of a user's folders by itself. */
function isPrivate(path: string): boolean {
  const status = lstatSync(path);
  if (status.isSymbolicLink()) return false;
  if (process.getuid === undefined) return true;
  return status.uid === process.getuid() && (status.mode & 0o077) === 0;
}
