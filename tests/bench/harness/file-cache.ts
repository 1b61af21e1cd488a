import { open } from 'node:fs/promises';

const step = 1 << 20;

/**
 * Reads files to their ends, so that the system has them in its cache, as after they were written or used
 * a moment ago. Some machines, above all virtual ones, give back what nobody read for half a minute.
 */
export async function bringIntoCache(paths: readonly string[]): Promise<void> {
  const bytes = Buffer.allocUnsafe(step);
  for (const path of paths) {
    const file = await open(path, 'r');
    try {
      while ((await file.read(bytes, 0, step)).bytesRead > 0);
    } finally {
      await file.close();
    }
  }
}
