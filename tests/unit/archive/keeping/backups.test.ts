import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openArchive, type Archive } from '../../../../src/archive/archive';
import { verifyBag } from '../../../../src/archive/packs/verify-bag';
import { listBackups, type BackupRule } from '../../../../src/archive/keeping/backup-folder';
import { makeBackup } from '../../../../src/archive/keeping/backups';
import { requireSpace } from '../../../../src/archive/keeping/free-space';
import { defaultArchiveSettings } from '../../../../src/shared/archive-settings';
import { content } from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';
import { digestsBelow, fileAnother, filledArchive, portrait } from './filled-archive';

const settings = defaultArchiveSettings.backup;
const into = (folder: string): BackupRule => ({ ...settings, folder });

async function photoIn(folder: string): Promise<string> {
  const names = await readdir(join(folder, 'photos'), { recursive: true });
  return join(
    folder,
    'photos',
    names.find((name) => name.endsWith('.png'))!,
  );
}

/** A folder on another volume than the temporary one; null where this system has none. */
const otherVolume = ((): string | null => {
  try {
    return statSync('/dev/shm').dev === statSync(tmpdir()).dev ? null : '/dev/shm';
  } catch {
    return null;
  }
})();

async function folderOnOtherVolume(): Promise<string> {
  const folder = await mkdtemp(join(otherVolume ?? '', 'press-archive-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('a backup', () => {
  it('lies beside the archive, opens, and says the same', async () => {
    const archive = await filledArchive();
    const made = await makeBackup(archive, settings);
    expect(basename(join(made.folder, '..'))).toBe('press backups');
    expect(await portrait(join(made.folder, 'data'))).toEqual(await portrait(archive.folder));
    expect(made.record).toMatchObject({
      reason: 'routine',
      records: { releases: 3, photos: 1, partners: 1, packs: 1 },
    });
    expect(made.warnings).toEqual([]);
  });

  it('is a bag that its own checksums accept, without cache and lock', async () => {
    const archive = await filledArchive();
    const made = await makeBackup(archive, settings);
    expect((await verifyBag(made.folder)).problems).toEqual([]);
    const names = await readdir(join(made.folder, 'data'));
    expect(names).toContain('journal');
    expect(names).not.toContain('cache');
    expect(names).not.toContain('lock.json');
    expect(await readFile(join(made.folder, 'manifest-sha512.txt'), 'utf8')).toMatch(
      /^[0-9a-f]{128} {2}data\/archive\.json$/m,
    );
  });

  it('shares photos with the archive, never the texts', async () => {
    const archive = await filledArchive();
    const { folder } = await makeBackup(archive, settings);
    const [live, kept] = [await photoIn(archive.folder), await photoIn(join(folder, 'data'))];
    expect((await stat(kept)).ino).toBe((await stat(live)).ino);
    expect((await stat(join(folder, 'data', 'partners.json'))).nlink).toBe(1);
  });

  it.skipIf(otherVolume === null)(
    'shares photos with the one before on another volume',
    async () => {
      const archive = await filledArchive();
      const folder = await folderOnOtherVolume();
      const first = await makeBackup(archive, into(folder), { now: new Date('2024-01-01') });
      const second = await makeBackup(archive, into(folder), { now: new Date('2024-01-02') });
      const photos = [first, second].map((made) => photoIn(join(made.folder, 'data')));
      const [one, two] = await Promise.all(photos);
      expect((await stat(one!)).nlink).toBe(2);
      expect((await stat(one!)).ino).toBe((await stat(two!)).ino);
      expect((await verifyBag(second.folder)).problems).toEqual([]);
    },
  );

  it('has every change acknowledged before it began, while changes go on', async () => {
    const archive = await filledArchive();
    const acknowledged: string[] = [];
    for (let number = 0; number < 30; number += 1) {
      acknowledged.push(await fileAnother(archive, number));
    }
    const target = await tempFolder();
    let busy = true;
    const changing = keepChanging(archive, acknowledged, () => busy);
    for (let round = 0; round < 5; round += 1) {
      const before = [...acknowledged];
      const { folder } = await makeBackup(archive, into(target));
      const copy = await openArchive(join(folder, 'data'), {}, { readOnly: true });
      expect(copy.info().warnings).toEqual([]);
      for (const id of before) await copy.releases.read(id);
      const lost = (await copy.verify()).problems.filter(({ kind }) => kind !== 'unknown');
      expect(lost).toEqual([]);
      await copy.close();
    }
    busy = false;
    await changing;
  });

  it('is made also of an archive that is open elsewhere', async () => {
    const archive = await filledArchive();
    const reader = await openArchive(archive.folder, {}, { readOnly: true });
    const made = await makeBackup(reader, settings);
    await reader.close();
    expect(made.record.records?.releases).toBe(3);
  });

  it('removes older ones by the rolling rule, and only those of this archive', async () => {
    const [archive, other] = [await filledArchive(), await filledArchive()];
    const folder = await tempFolder();
    const rule = { folder, keepDaily: 2, keepWeekly: 0, keepMonthly: 0 };
    await makeBackup(other, rule, { now: new Date('2024-01-01') });
    for (const day of ['02', '03', '04']) {
      await makeBackup(archive, rule, { now: new Date(`2024-01-${day}`) });
    }
    expect((await readdir(folder)).sort()).toEqual([
      '2024-01-01T000000Z',
      '2024-01-03T000000Z',
      '2024-01-04T000000Z',
    ]);
  });

  it('costs no older one where the archive is found damaged', async () => {
    const archive = await filledArchive();
    const rule = { ...settings, keepDaily: 1, keepWeekly: 0, keepMonthly: 0 };
    await makeBackup(archive, rule, { now: new Date('2024-01-01') });
    await archive.save();
    for (const path of Object.keys(await digestsBelow(archive.folder))) {
      if (basename(path) === 'packs.json') await appendFile(join(archive.folder, path), 'x');
    }
    const made = await makeBackup(archive, rule, { now: new Date('2024-01-02') });
    expect(made.warnings).not.toEqual([]);
    expect(await listBackups(join(made.folder, '..'))).toHaveLength(2);
  });

  it('gets a name of its own where two are made within a second', async () => {
    const archive = await filledArchive();
    const now = new Date('2024-01-01');
    const rule = { ...settings, keepDaily: 9 };
    await makeBackup(archive, rule, { now });
    const second = await makeBackup(archive, rule, { now });
    expect(second.name).toBe('2024-01-01T000000Z-2');
  });

  it('is refused inside the archive, whatever way leads there', async () => {
    const archive = await filledArchive();
    for (const inside of ['.', 'backups', join('photos', '..', 'x')]) {
      const making = makeBackup(archive, into(join(archive.folder, inside)));
      await expect(making).rejects.toMatchObject({ code: 'folder-inside-archive' });
    }
  });

  it('that is cancelled leaves nothing, not even its folder', async () => {
    const archive = await filledArchive();
    const stop = new AbortController();
    const making = makeBackup(archive, settings, {
      signal: stop.signal,
      onProgress: (done) => {
        if (done > 3) stop.abort();
      },
    });
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(join(archive.folder, '..'))).toEqual(['press']);
  });

  it('clears away what one that was killed left, once it is old', async () => {
    const archive = await filledArchive();
    const folder = await tempFolder();
    for (const name of ['.2024-01-01T000000Z.partial-aBc123', '.2024-01-02T000000Z.removing']) {
      await mkdir(join(folder, name));
      await utimes(join(folder, name), 0, 0);
    }
    await mkdir(join(folder, '.2024-01-03T000000Z.partial-fresh1'));
    const { name } = await makeBackup(archive, into(folder));
    expect((await readdir(folder)).sort()).toEqual(['.2024-01-03T000000Z.partial-fresh1', name]);
  });
});

describe('a disk without room', () => {
  it('is told before anything is written', async () => {
    const folder = await tempFolder();
    await expect(requireSpace(folder, 1e18)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(
        /has room for [\d,]+ MB, but [\d,]+ MB are needed\.$/,
      ) as string,
    });
    await requireSpace(folder, 1);
  });

  const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
  it.skipIf(!mayMount)('stops a backup, and leaves nothing', async (context) => {
    const archive = await filledArchive();
    const disk = await tempFolder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      context.skip('no disk can be mounted here');
    }
    onTestFinished(() => {
      execFileSync('umount', [disk]);
    });
    await expect(makeBackup(archive, into(disk))).rejects.toMatchObject({ code: 'disk-full' });
    expect(await readdir(disk)).toEqual([]);
  });
});

/** Files, revises and saves without a pause; what is in `acknowledged` is safe. */
async function keepChanging(
  archive: Archive,
  acknowledged: string[],
  isBusy: () => boolean,
): Promise<void> {
  for (let number = 100; isBusy(); number += 1) {
    acknowledged.push(await fileAnother(archive, number));
    const { release } = await archive.releases.read(acknowledged[number % 20]!);
    await archive.releases.revise(
      release.id,
      release.revision,
      content({ headline: release.headline, body: `Revised ${number}.` }),
    );
    if (number % 3 === 0) await archive.save();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
