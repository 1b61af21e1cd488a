import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { VerifyProblem } from '../../../../shared/press-pack';
import { malformed, type BagSource } from './bag-source';

/** A bag in a folder. Links are reported and never followed: they may lead out of it. */
export async function openFolder(folder: string): Promise<BagSource> {
  const files = new Map<string, number>();
  const problems: VerifyProblem[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile()) files.set(path, (await lstat(join(folder, path))).size);
      else problems.push(malformed(path, `${path} is a link or a device, not a file.`));
    }
  }
  return {
    files,
    problems,
    readable: true,
    read: (path) => Promise.resolve(createReadStream(join(folder, path))),
    close: () => undefined,
  };
}
