import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RotatingFile } from '../../../../src/main/logging/rotating-file';
import { tempFolder } from '../../../support/temp-folder';

const options = { mostBytes: 100, mostFiles: 3 };

describe('a log file', () => {
  it('is followed by a new one when it is full, and the oldest goes', async () => {
    const folder = await tempFolder();
    const log = new RotatingFile(folder, 'log', options);
    for (let line = 0; line < 60; line += 1) log.append(`line ${String(line).padStart(4, '0')}`);
    expect((await readdir(folder)).sort()).toEqual(['log.1.log', 'log.2.log', 'log.log']);
    for (const name of await readdir(folder)) {
      expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(100);
    }
    expect(await log.last(3)).toEqual(['line 0057', 'line 0058', 'line 0059']);
    expect((await log.last(1_000)).at(0)).toBe('line 0030');
  });

  it('goes on where the last run stopped', async () => {
    const folder = await tempFolder();
    new RotatingFile(folder, 'log', options).append('x'.repeat(90));
    new RotatingFile(folder, 'log', options).append('second run');
    expect(await readFile(join(folder, 'log.log'), 'utf8')).toBe('second run\n');
  });

  it('that can’t be written ends nothing', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'file'), '');
    const log = new RotatingFile(join(folder, 'file', 'below'), 'log', options);
    expect(() => {
      log.append('line');
    }).not.toThrow();
    expect(await log.last(10)).toEqual([]);
  });
});
