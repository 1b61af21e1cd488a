import { access, mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DraggedFiles } from '../../../src/main/dragged-files';
import { tempFolder } from '../../support/temp-folder';

describe('files that are dragged out', () => {
  it('are copies: who takes one away leaves the original', async () => {
    const folder = await tempFolder();
    const original = join(folder, 'original.jpg');
    await writeFile(original, 'pixels');
    const dragged = new DraggedFiles(folder);
    const paths = [
      await dragged.copy(original, 'pier-01.jpg'),
      await dragged.copy(original, 'pier-01.jpg'),
    ];
    expect(new Set([...paths, original]).size).toBe(3);
    await writeFile(paths[0] ?? '', 'changed');
    expect(await readFile(original, 'utf8')).toBe('pixels');
    expect(await readFile(paths[1] ?? '', 'utf8')).toBe('pixels');
  });

  it('are gone when the program ends', async () => {
    const folder = await tempFolder();
    const dragged = new DraggedFiles(folder);
    await dragged.write('release.txt', 'Quay opens');
    expect(await readdir(folder)).toHaveLength(1);
    await dragged.clear();
    expect(await readdir(folder)).toEqual([]);
  });

  it('of a run that was killed are removed a day later, and nothing else is', async () => {
    const folder = await tempFolder();
    for (const name of ['press-archive-dragged-old', 'press-archive-dragged-new', 'other']) {
      await mkdir(join(folder, name));
    }
    const longAgo = new Date('2020-01-01');
    for (const name of ['press-archive-dragged-old', 'other']) {
      await utimes(join(folder, name), longAgo, longAgo);
    }
    await new DraggedFiles(folder).clearStale();
    expect((await readdir(folder)).sort()).toEqual(['other', 'press-archive-dragged-new']);
    await expect(access(folder)).resolves.toBeUndefined();
  });
});
