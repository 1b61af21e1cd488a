import { appendFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openArchive, type Archive } from '../../../../src/archive/archive';
import { readRecordDigests } from '../../../../src/archive/keeping/record-digests';
import { BackupService } from '../../../../src/archive/keeping/backup-service';
import { defaultArchiveSettings } from '../../../../src/shared/archive-settings';
import type { BackupWork } from '../../../../src/shared/backup';
import { tempFolder } from '../../../support/temp-folder';
import { fileAnother, filledArchive } from './filled-archive';
import { WoundClock } from './wound-clock';

/** A service with a clock of the test's own, over a real archive. */
async function woundService(options: { rehearse?: boolean; isEmpty?: boolean } = {}) {
  const archive = await filledArchive();
  const { archiveId: id } = await readRecordDigests(archive.folder);
  const clock = new WoundClock('2024-05-02T09:00:00');
  let settings = { ...defaultArchiveSettings.backup, rehearse: options.rehearse ?? false };
  const told: string[] = [];
  const service = new BackupService(
    {
      folder: archive.folder,
      id: () => id,
      isEmpty: () => options.isEmpty ?? false,
      settings: () => settings,
      changeSettings: async (changed) => {
        settings = changed;
      },
      save: () => archive.save(),
      holdJournal: () => archive.holdJournal(),
    },
    {
      onProgress: (work: BackupWork, _done, _total, finished) => {
        if (finished) told.push(work);
      },
    },
    clock,
  );
  onTestFinished(() => service.close());
  const backups = join(dirname(archive.folder), 'press backups');
  const names = async (): Promise<readonly string[]> =>
    (await readdir(backups).catch(() => [])).filter((name) => /^\d/.test(name)).sort();
  const idle = (): Promise<unknown> =>
    vi.waitFor(() => expect(clock.isWaiting).toBe(true), { timeout: 20_000 });
  return { archive, clock, service, told, backups, names, idle };
}

describe('rolling backups', () => {
  it('are made a little after opening, and on each new day after that', async () => {
    const { clock, service, names, idle } = await woundService();
    service.startRolling();
    expect(await names()).toHaveLength(0);
    clock.wind(1);
    await idle();
    expect(await names()).toHaveLength(1);
    for (let hour = 0; hour < 14; hour += 1) {
      clock.wind(60);
      await idle();
    }
    expect(await names()).toHaveLength(1);
    clock.wind(60 * 2);
    await idle();
    expect(await names()).toHaveLength(2);
  });

  it('are made each week, or never, where the settings say so', async () => {
    const { clock, service, names, idle } = await woundService();
    await service.changeSettings({ every: 'never' });
    service.startRolling();
    clock.wind(1);
    await idle();
    expect(await names()).toHaveLength(0);
    await service.changeSettings({ every: 'week' });
    clock.wind(1);
    await idle();
    expect(await names()).toHaveLength(1);
    clock.wind(6 * 24 * 60);
    await idle();
    expect(await names()).toHaveLength(1);
    clock.wind(24 * 60);
    await idle();
    expect(await names()).toHaveLength(2);
  });

  it('are proven where the settings say so, and say when they are done', async () => {
    const { clock, service, told, backups, idle } = await woundService({ rehearse: true });
    service.startRolling();
    clock.wind(1);
    await idle();
    expect(told).toEqual(['backup', 'rehearsal']);
    expect(await readdir(backups)).toContain('rehearsals.json');
    expect(service.trouble).toBeNull();
  });

  it('are not made of an archive without a release', async () => {
    const { clock, service, names, idle } = await woundService({ isEmpty: true });
    service.startRolling();
    clock.wind(1);
    await idle();
    expect(await names()).toHaveLength(0);
  });

  it('tell why one failed, and stop telling when the next succeeds', async () => {
    const { clock, service, names, idle, backups } = await woundService();
    await writeFile(backups, 'in the way');
    service.startRolling();
    clock.wind(1);
    await idle();
    expect(service.trouble).toMatchObject({
      what: 'backup',
      failure: { code: 'access-denied' },
    });
    await rm(backups);
    clock.wind(60);
    await idle();
    expect(service.trouble).toBeNull();
    expect(await names()).toHaveLength(1);
  });

  it('say that the disk of a chosen folder is not there, instead of making the folder anew', async () => {
    const { clock, service, idle } = await woundService();
    const usb = join(await tempFolder(), 'usb');
    await mkdir(usb);
    await service.changeSettings({ folder: usb });
    await rename(usb, `${usb}-unplugged`);
    service.startRolling();
    clock.wind(1);
    await idle();
    expect(service.trouble).toMatchObject({ failure: { code: 'backups-unreachable' } });
    expect((await service.state()).folderTrouble).toMatchObject({ code: 'backups-unreachable' });
    await rename(`${usb}-unplugged`, usb);
    clock.wind(60);
    await idle();
    expect(service.trouble).toBeNull();
    expect(await readdir(usb)).toHaveLength(1);
  });

  it('stop with the archive, and leave nothing half done', async () => {
    const { archive, clock, service, backups } = await woundService({ rehearse: true });
    for (let number = 0; number < 20; number += 1) await fileAnother(archive, number);
    service.startRolling();
    clock.wind(1);
    await vi.waitFor(async () => expect((await service.state()).running).toBe('backup'));
    await service.close();
    expect(await readdir(backups).catch(() => [])).toEqual([]);
    expect(clock.isWaiting).toBe(false);
    await expect(service.make()).rejects.toMatchObject({ code: 'archive-not-open' });
  });
});

describe('the backups of an archive', () => {
  it('are listed newest first, with what was proven', async () => {
    const archive = await filledArchive();
    await archive.backups.make({ rehearse: false });
    const { rehearsal } = await archive.backups.make({ rehearse: true });
    const state = await archive.backups.state();
    expect(state.backups[0]).toMatchObject({ releases: 3, reason: 'routine', proven: true });
    expect(state).toMatchObject({
      onSameDisk: true,
      folderTrouble: null,
      running: null,
      lastProven: rehearsal,
      lastRehearsal: rehearsal,
    });
    expect(new Date(state.nextDue!).getTime()).toBeGreaterThan(Date.now());
    expect(new Date(state.nextDue!).getHours()).toBe(0);
  });

  it('are worked on one at a time', async () => {
    const archive = await filledArchive();
    const making = archive.backups.make();
    await expect(archive.backups.make()).rejects.toMatchObject({ code: 'archive-busy' });
    await expect(archive.backups.rehearse()).rejects.toMatchObject({ code: 'archive-busy' });
    await making;
    expect((await archive.backups.state()).running).toBeNull();
    await archive.backups.rehearse();
  });

  it('are cancelled without that being a trouble', async () => {
    const archive = await filledArchive();
    const making = archive.backups.make();
    archive.backups.cancel();
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(archive.info().backupTrouble).toBeNull();
    expect((await archive.backups.state()).backups).toEqual([]);
  });

  it('that turn out damaged are told until one is proven again', async () => {
    const archive = await filledArchive();
    const { backup } = await archive.backups.make({ rehearse: false });
    await appendFile(join(backup.folder, 'data', 'packs.json'), ' ');
    expect(await archive.backups.rehearse()).toMatchObject({ ok: false });
    expect(archive.info().backupTrouble).toMatchObject({ what: 'rehearsal' });
    expect((await archive.backups.state()).backups).toMatchObject([{ proven: false }]);
    await archive.backups.make({ rehearse: true });
    expect(archive.info().backupTrouble).toBeNull();
  });

  it('only go once the new one is proven, where the settings ask for that', async () => {
    const archive = await filledArchive();
    await archive.backups.changeSettings({ keepDaily: 1, keepWeekly: 0, keepMonthly: 0 });
    await archive.backups.make({ rehearse: false });
    const making = archive.backups.make({
      onProgress: (work) => {
        if (work === 'rehearsal') archive.backups.cancel();
      },
    });
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect((await archive.backups.state()).backups).toHaveLength(2);
    const { backup } = await archive.backups.make();
    expect(backup.removed).toHaveLength(2);
    expect((await archive.backups.state()).backups).toMatchObject([{ name: backup.name }]);
  });

  it('are set as the archive says, wherever it is opened', async () => {
    const archive = await filledArchive();
    const folder = await tempFolder();
    await archive.backups.changeSettings({ folder, keepDaily: 2, rehearse: undefined });
    await archive.close();
    const again = await openArchive(archive.folder);
    const { settings, folder: effective } = await again.backups.state();
    await again.close();
    expect(settings).toEqual({ ...defaultArchiveSettings.backup, folder, keepDaily: 2 });
    expect(effective).toBe(folder);
  });

  it('are never put into the archive', async () => {
    const archive = await filledArchive();
    await expect(
      archive.backups.changeSettings({ folder: join(archive.folder, 'backups') }),
    ).rejects.toMatchObject({ code: 'folder-inside-archive' });
    await expect(archive.backups.changeSettings({ folder: 'backups' })).rejects.toMatchObject({
      code: 'request-invalid',
    });
    const { backup } = await archive.backups.make({ rehearse: false });
    await expect(
      archive.backups.restore(backup.name, join(archive.folder, 'restored')),
    ).rejects.toMatchObject({ code: 'folder-inside-archive' });
  });

  it('can be made by somebody who may only read, who can change no settings', async () => {
    const archive = await filledArchive();
    const reader = await openArchive(archive.folder);
    expect(reader.info().readOnly).toMatchObject({ why: 'locked' });
    const { rehearsal } = await reader.backups.make({ rehearse: true });
    expect(rehearsal).toMatchObject({ ok: true });
    await expect(reader.backups.changeSettings({ every: 'week' })).rejects.toMatchObject({
      code: 'archive-read-only',
    });
    await reader.close();
  });

  it('of a restored copy neither stand for those of the archive nor cost one of them', async () => {
    const archive = await filledArchive();
    const folder = await tempFolder();
    await archive.backups.changeSettings({
      folder,
      keepDaily: 1,
      keepWeekly: 0,
      keepMonthly: 0,
    });
    const { backup } = await archive.backups.make({ rehearse: false });
    const target = join(await tempFolder(), 'restored');
    await archive.backups.restore(backup.name, target);
    const copy = await openArchive(target);
    expect(new Date((await copy.backups.state()).nextDue!).getTime()).toBeLessThanOrEqual(
      Date.now(),
    );
    await copy.backups.make({ rehearse: false });
    await copy.close();
    expect((await archive.backups.state()).backups).toHaveLength(2);
    expect(await archive.backups.rehearse()).toMatchObject({ backup: backup.name, ok: true });
  });
});

describe('closing an archive', () => {
  it('cancels the backup that is being made', async () => {
    const archive: Archive = await filledArchive();
    for (let number = 0; number < 20; number += 1) await fileAnother(archive, number);
    const making = archive.backups.make();
    const ended = expect(making).rejects.toMatchObject({ code: 'cancelled' });
    await archive.close();
    await ended;
    expect(await readdir(dirname(archive.folder))).toEqual(['press']);
  });
});
