import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GivenFiles, pathsIn } from '../../../src/main/given-files';
import { tempFolder } from '../../support/temp-folder';

describe('a command line', () => {
  it('has paths besides the program, its folder and its switches', () => {
    const argv = [
      '/usr/bin/electron',
      '-r',
      '/tmp/loader.js',
      '--inspect=0',
      '/opt/press-archive',
      '--archive=/archives/quay',
      'release.txt',
      '/photos/pier.jpg',
    ];
    expect(pathsIn(argv, '/home/ada', '/opt/press-archive')).toEqual([
      '/home/ada/release.txt',
      '/photos/pier.jpg',
    ]);
  });
});

describe('what was given', () => {
  it('can be asked for again where it could not be read', async () => {
    const path = join(await tempFolder(), 'release.txt');
    await writeFile(path, 'Quay opens');
    const given = new GivenFiles();
    await given.give([path]);
    await rm(path);
    await expect(given.read(0)).rejects.toThrow();
    await mkdir(path);
    await expect(given.read(0)).rejects.toThrow();
    await rm(path, { recursive: true });
    await writeFile(path, 'Quay opens');
    expect(Buffer.from(await given.read(0)).toString()).toBe('Quay opens');
  });

  it('is a folder to open and files to read, each taken once', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'quay'));
    await writeFile(join(folder, 'release.txt'), 'Quay opens');
    const given = new GivenFiles();
    expect(await given.give([join(folder, 'quay'), join(folder, 'release.txt')])).toBe(true);
    expect(given.takeFolder()).toBe(join(folder, 'quay'));
    expect(given.takeFolder()).toBeNull();
    const [file] = given.takeFiles();
    expect(file).toEqual({ number: 0, fileName: 'release.txt', bytes: 10 });
    expect(given.takeFiles()).toEqual([]);
    expect(Buffer.from(await given.read(0)).toString()).toBe('Quay opens');
  });

  it("is its archive where an archive's own file is opened", async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'archive.json'), '{}');
    const given = new GivenFiles();
    await given.give([join(folder, 'archive.json')]);
    expect(given.takeFolder()).toBe(folder);
  });

  it('is nothing where there is no such file', async () => {
    const given = new GivenFiles();
    expect(await given.give(['/nowhere/at-all.txt'])).toBe(false);
  });

  it('is all that a window can read: no number of its own making', async () => {
    const given = new GivenFiles();
    await expect(given.read(5)).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});
