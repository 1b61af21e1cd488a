import { appendFile, mkdir, readdir, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../src/archive/archive';
import { defaultArchiveSettings } from '../../../../src/shared/archive-settings';
import { makeBackup } from '../../../../src/archive/keeping/backups';
import { restoreBackup } from '../../../../src/archive/keeping/restore';
import { tempFolder } from '../../../support/temp-folder';
import { fileAnother, filledArchive, portrait } from './filled-archive';

async function backedUp() {
  const archive = await filledArchive();
  const backup = await makeBackup(archive, defaultArchiveSettings.backup);
  return { archive, backup, target: join(await tempFolder(), 'restored') };
}

describe('restoring', () => {
  it('makes an archive that says the same and takes changes', async () => {
    const { archive, backup, target } = await backedUp();
    const before = await portrait(archive.folder);
    const restored = await restoreBackup(backup.folder, target);
    expect(restored).toMatchObject({ folder: target, counts: { releases: 3 }, problems: [] });
    expect(await portrait(target)).toEqual(before);
    const opened = await openArchive(target);
    expect(opened.info().readOnly).toBeNull();
    await fileAnother(opened, 1);
    await opened.close();
  });

  it('takes an empty folder, and one with what a file manager leaves in it', async () => {
    const { backup, target } = await backedUp();
    await mkdir(target);
    await writeFile(join(target, '.DS_Store'), '');
    const stop = new AbortController();
    const stopped = restoreBackup(backup.folder, target, {
      signal: stop.signal,
      onProgress: (done, total) => {
        if (done > total / 2) stop.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(target)).toEqual(['.DS_Store']);
    await restoreBackup(backup.folder, target);
    const names = await readdir(target);
    expect(names).toEqual(expect.arrayContaining(['.DS_Store', 'archive.json', 'releases']));
    expect(names.filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('never overwrites', async () => {
    const { backup, target } = await backedUp();
    await mkdir(target);
    await writeFile(join(target, 'mine.txt'), 'mine');
    const file = join(target, 'mine.txt');
    for (const taken of [target, file]) {
      await expect(restoreBackup(backup.folder, taken)).rejects.toMatchObject({
        code: 'folder-not-empty',
      });
    }
    expect(await readdir(target)).toEqual(['mine.txt']);
  });

  it('refuses a backup in which anything was changed, lost or added', async () => {
    const { archive, backup, target } = await backedUp();
    const tamper: readonly (() => Promise<unknown>)[] = [
      () => appendFile(join(backup.folder, 'data', 'partners.json'), ' '),
      () => unlink(join(backup.folder, 'data', 'packs.json')),
      () => writeFile(join(backup.folder, 'data', 'more.txt'), 'x'),
      () => appendFile(join(backup.folder, 'backup.json'), '\n'),
    ];
    for (const harm of tamper) {
      await harm();
      await expect(restoreBackup(backup.folder, target)).rejects.toMatchObject({
        code: 'backup-damaged',
        message: expect.stringMatching(
          /^Nothing was written, since ".+" is not as it was made: /,
        ) as string,
      });
      await rm(backup.folder, { recursive: true });
      await makeBackup(archive, defaultArchiveSettings.backup, {
        now: new Date(backup.record.startedAt),
      });
    }
    expect(await readdir(join(target, '..'))).toEqual([]);
  });

  it('says what is no backup', async () => {
    const folder = await tempFolder();
    await expect(restoreBackup(folder, join(folder, 'x'))).rejects.toMatchObject({
      code: 'backup-missing',
    });
  });

  it('that is cancelled at any point leaves nothing', async () => {
    const { backup, target } = await backedUp();
    let steps = 0;
    await restoreBackup(backup.folder, `${target}-0`, { onProgress: () => (steps += 1) });
    for (let end = 1; end < steps; end += 4) {
      const stop = new AbortController();
      let step = 0;
      const restoring = restoreBackup(backup.folder, join(target, 'deep', 'down'), {
        signal: stop.signal,
        onProgress: () => {
          step += 1;
          if (step === end) stop.abort();
        },
      });
      await expect(restoring).rejects.toMatchObject({ code: 'cancelled' });
    }
    expect(await readdir(join(target, '..'))).toEqual(['restored-0']);
  });

  it('tells what the archive had lost before it was backed up', async () => {
    const { archive, target } = await backedUp();
    await archive.save();
    const photos = join(archive.folder, 'photos');
    const names = await readdir(photos, { recursive: true });
    await unlink(
      join(
        photos,
        names.find((name) => name.endsWith('.png'))!,
      ),
    );
    const { folder } = await makeBackup(archive, defaultArchiveSettings.backup);
    const { problems } = await restoreBackup(folder, target);
    expect(problems.map(({ kind }) => kind)).toEqual(['missing']);
  });
});
