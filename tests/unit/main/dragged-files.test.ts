import { access, mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

  it('of one name stay apart, also where case is not told apart', async () => {
    const dragged = new DraggedFiles(await tempFolder());
    const names = ['pier.txt', 'Pier.txt', 'pier-2.txt', 'mast.txt'];
    const files = names.map((fileName, index) => ({ fileName, text: String(index) }));
    const paths = await dragged.write(files);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(4);
    expect(new Set(paths.map((path) => dirname(path))).size).toBe(1);
    expect(await Promise.all(paths.map((path) => readFile(path, 'utf8')))).toEqual([
      '0',
      '1',
      '2',
      '3',
    ]);
  });

  it('are gone when the program ends', async () => {
    const folder = await tempFolder();
    const dragged = new DraggedFiles(folder);
    await dragged.write([{ fileName: 'release.txt', text: 'Quay opens' }]);
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
