import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const minute = 60_000;
export const day = 24 * 60 * minute;

/** Makes a lock as old as if nobody had touched it for so long. */
export async function age(path: string, milliseconds: number): Promise<void> {
  const touched = (Date.now() - milliseconds) / 1_000;
  await utimes(path, touched, touched);
}

/** A lock of another computer, of which nothing was heard for `silent` milliseconds. */
export async function foreignLock(folder: string, silent: number): Promise<string> {
  const path = join(folder, 'lock.json');
  const holder = {
    host: 'press-office-old',
    user: 'lena',
    processId: 4711,
    since: '2024-02-05T08:30:00.000Z',
    token: 'aa',
  };
  await writeFile(path, `${JSON.stringify(holder)}\n`);
  await age(path, silent);
  return path;
}
