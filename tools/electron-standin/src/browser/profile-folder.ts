import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'electron-standin-';

/** A fresh profile per run, named after the process that answers for removing it. */
export function createProfileFolder(): string {
  removeFoldersLeftBehind();
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

export function removeProfileFolder(folder: string): void {
  try {
    // Chromium's helpers may still be writing their last files for an instant.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  } catch {
    // Left for the next run, which removes the folders of processes that are gone.
  }
}

/** A process that was killed outright could not tidy up. */
function removeFoldersLeftBehind(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) removeProfileFolder(join(tmpdir(), name));
  }
}

export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
