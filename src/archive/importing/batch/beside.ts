import { realpath } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { GivenFile, ReadingOptions } from '../readers/reader';
import { readInputFile } from './input-file';
import { nameOfPath, pathOfBytes, systemPath } from './system-path';

/**
 * Finds what a file names in the folder beside it, and in `mediaFolder`: by its path there, whole or from
 * one of its folders on. Never anything outside of the two, whatever the path says or a link points to.
 */
export function besideFinder(
  path: string,
  mediaFolder: string | null,
): ReadingOptions['findBeside'] {
  const roots = [...(mediaFolder === null ? [] : [mediaFolder]), dirname(path)];
  return async (wanted) => {
    const parts = wanted.split(/[/\\]+/).filter((part) => part !== '' && part !== '.');
    if (parts.length === 0 || parts.includes('..')) return null;
    for (const root of roots) {
      for (let from = 0; from < Math.min(parts.length, 8); from++) {
        const found = await inside(root, join(...parts.slice(from)));
        if (found !== null) return found;
      }
    }
    return null;
  };
}

async function inside(root: string, name: string): Promise<GivenFile | null> {
  try {
    const real = await realPath(resolve(root, name));
    if (!real.startsWith(`${await realPath(root)}${sep}`)) return null;
    return { name: nameOfPath(real), bytes: await readInputFile(real) };
  } catch {
    return null;
  }
}

async function realPath(path: string): Promise<string> {
  return pathOfBytes(await realpath(systemPath(path), { encoding: 'buffer' }));
}
