import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWholeFile } from '../../../../src/archive/store/read-whole-file';
import { tempFolder } from '../../../support/temp-folder';

describe('reading a whole file', () => {
  it.each([0, 1, 70_000, 3_000_000])('gives all of its %i bytes', async (length) => {
    const path = join(await tempFolder(), 'file');
    const bytes = Buffer.from(Array.from({ length }, (_, at) => at % 251));
    await writeFile(path, bytes);
    expect((await readWholeFile(path)).equals(bytes)).toBe(true);
  });

  it('fails as the system does where there is no file, or a folder in its place', async () => {
    const folder = await tempFolder();
    await expect(readWholeFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(readWholeFile(folder)).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
