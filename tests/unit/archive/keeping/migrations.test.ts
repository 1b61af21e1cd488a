import { cp, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../src/archive/archive';
import { defaultArchiveSettings } from '../../../../src/shared/archive-settings';
import { makeBackup } from '../../../../src/archive/keeping/backups';
import {
  archiveMigrations,
  migrateIfNeeded,
  newestFormat,
  requireNoGaps,
  type Migration,
} from '../../../../src/archive/keeping/migrations';
import { restoreBackup } from '../../../../src/archive/keeping/restore';
import { archiveFormat } from '../../../../src/archive/store/records';
import { everything } from '../../../support/contract';
import { day, foreignLock } from '../../../support/lock-files';
import { tempFolder } from '../../../support/temp-folder';
import { digestsBelow } from './filled-archive';

const formatOne = resolve(import.meta.dirname, '../../../fixtures/format-1');

async function oldArchive(): Promise<string> {
  const folder = join(await tempFolder(), 'press');
  await cp(formatOne, folder, { recursive: true });
  return folder;
}

const formatOf = async (folder: string): Promise<unknown> =>
  (JSON.parse(await readFile(join(folder, 'archive.json'), 'utf8')) as { data: { format: number } })
    .data.format;

/** Two steps: a note gets another name, then another text. `ran` says what ran how often. */
function steps(ran: string[], dieIn?: string): Migration[] {
  const die = (where: string): void => {
    if (where === dieIn) throw new Error(`killed in ${where}`);
  };
  const there = (folder: string, name: string): Promise<string | null> =>
    readFile(join(folder, name), 'utf8').catch(() => null);
  return [
    {
      from: 1,
      to: 2,
      name: 'README.txt becomes about.txt',
      run: async (folder, progress) => {
        ran.push('1-2');
        die('1-2');
        if ((await there(folder, 'README.txt')) !== null) {
          await rename(join(folder, 'README.txt'), join(folder, 'about.txt'));
        }
        progress(1, 1);
        die('1-2 after');
      },
    },
    {
      from: 2,
      to: 3,
      name: 'about.txt says the format',
      run: async (folder) => {
        ran.push('2-3');
        die('2-3');
        await writeFile(join(folder, 'about.txt'), 'format 3');
      },
    },
  ];
}

describe('migrating', () => {
  it('runs the steps in order, after a backup from which the old archive can be had back', async () => {
    const folder = await oldArchive();
    const before = await digestsBelow(folder);
    const ran: string[] = [];
    const outcome = await migrateIfNeeded(folder, steps(ran));
    expect(outcome).toMatchObject({ did: 'migrated', from: 1, to: 3 });
    expect(ran).toEqual(['1-2', '2-3']);
    expect(await formatOf(folder)).toBe(3);
    expect(await readFile(join(folder, 'about.txt'), 'utf8')).toBe('format 3');
    expect(await readdir(folder)).not.toContain('migration.json');
    expect(await readdir(folder)).not.toContain('lock.json');
    const back = join(await tempFolder(), 'back');
    if (outcome.did === 'migrated') await restoreBackup(outcome.backup, back);
    expect(await digestsBelow(back)).toEqual(before);
  });

  it.each(['1-2', '1-2 after', '2-3'])('goes on after a kill in step %s', async (where) => {
    const folder = await oldArchive();
    const ran: string[] = [];
    await expect(migrateIfNeeded(folder, steps(ran, where))).rejects.toThrow(`killed in ${where}`);
    const backups = await readdir(`${folder} backups`);
    expect(await migrateIfNeeded(folder, steps(ran))).toMatchObject({ from: 1, to: 3 });
    // A step that was done is not done again, and one backup serves both attempts.
    expect(ran).toEqual(where === '2-3' ? ['1-2', '2-3', '2-3'] : ['1-2', '1-2', '2-3']);
    expect(await readdir(`${folder} backups`)).toEqual(backups);
    expect(await readFile(join(folder, 'about.txt'), 'utf8')).toBe('format 3');
  });

  it('lets an older program only read what is half migrated', async () => {
    const folder = await oldArchive();
    await expect(migrateIfNeeded(folder, steps([], '2-3'))).rejects.toThrow();
    const before = await digestsBelow(folder);
    expect(await migrateIfNeeded(folder)).toEqual({ did: 'refused', format: 3 });
    const archive = await openArchive(folder);
    expect(archive.info().readOnly).toEqual({ why: 'newer-format', format: 3 });
    await archive.close();
    expect(await digestsBelow(folder)).toEqual(before);
  });

  it('never touches an archive of a newer format', async () => {
    const folder = await oldArchive();
    await migrateIfNeeded(folder, steps([]));
    const before = await digestsBelow(folder);
    const ran: string[] = [];
    const outcome = await migrateIfNeeded(folder, steps(ran).slice(0, 1));
    expect(outcome).toEqual({ did: 'refused', format: 3 });
    expect(ran).toEqual([]);
    expect(await digestsBelow(folder)).toEqual(before);
  });

  it('does nothing to an archive of this format, nor to what is no archive', async () => {
    const folder = await oldArchive();
    const before = await digestsBelow(folder);
    for (const place of [folder, await tempFolder(), join(folder, 'nowhere'), __filename]) {
      expect(await migrateIfNeeded(place)).toEqual({ did: 'nothing' });
    }
    expect(await digestsBelow(folder)).toEqual(before);
  });

  it('waits for nobody who has the archive open', async () => {
    const folder = await oldArchive();
    const archive = await openArchive(folder);
    await expect(migrateIfNeeded(folder, steps([]))).rejects.toMatchObject({
      code: 'archive-locked',
    });
    await archive.close();
    expect(await formatOf(folder)).toBe(1);
  });

  it('ends the lock of somebody who is silent, where a person says so', async () => {
    const folder = await oldArchive();
    const { mtimeMs: touched } = await stat(await foreignLock(folder, 2 * day));
    await expect(migrateIfNeeded(folder, steps([]))).rejects.toMatchObject({
      code: 'archive-locked',
    });
    const outcome = await migrateIfNeeded(folder, steps([]), undefined, { takeOver: { touched } });
    expect(outcome).toMatchObject({ did: 'migrated', from: 1 });
    expect(await readdir(folder)).not.toContain('lock.json');
  });

  it('begins nothing where no backup can be made', async () => {
    const folder = await oldArchive();
    const settings = { ...defaultArchiveSettings.backup, folder: join(folder, 'inside') };
    const ran: string[] = [];
    await expect(migrateIfNeeded(folder, steps(ran), settings)).rejects.toMatchObject({
      code: 'folder-inside-archive',
    });
    expect(ran).toEqual([]);
    expect(await formatOf(folder)).toBe(1);
  });

  it('makes a backup that the rolling rule never removes', async () => {
    const folder = await oldArchive();
    const [first] = steps([]);
    const outcome = await migrateIfNeeded(folder, [first!]);
    const rule = { folder: null, keepDaily: 1, keepWeekly: 0, keepMonthly: 0 };
    const reader = await openArchive(folder, {}, { readOnly: true });
    for (const day of ['2030-01-01', '2030-01-02']) {
      await makeBackup(reader, rule, { now: new Date(day) });
    }
    await reader.close();
    const names = await readdir(`${folder} backups`);
    expect(names).toHaveLength(2);
    expect(outcome.did === 'migrated' && names.some((name) => outcome.backup.endsWith(name))).toBe(
      true,
    );
  });
});

describe('the list of migrations', () => {
  it('leads to the format that this program writes', () => {
    requireNoGaps(archiveMigrations);
    expect(newestFormat(archiveMigrations)).toBe(archiveFormat);
  });

  it('may have no gap, no step twice, none backwards', () => {
    const [one, two] = steps([]);
    expect(() => requireNoGaps([one!, two!])).not.toThrow();
    for (const wrong of [[two!], [one!, one!], [two!, one!], [{ ...one!, to: 3 }]]) {
      expect(() => requireNoGaps(wrong)).toThrow(/where one from \d to \d belongs/);
    }
  });
});

describe('the archive of format 1', () => {
  it('is opened by this program, whole and searchable', async () => {
    const folder = await oldArchive();
    await migrateIfNeeded(folder);
    const archive = await openArchive(folder);
    const { counts, readOnly, warnings, institution } = archive.info();
    expect(institution.name).toBe('Northquay Polytechnic');
    expect({ readOnly, warnings }).toEqual({ readOnly: null, warnings: [] });
    expect(counts).toMatchObject({ releases: 2, photos: 1, partners: 1, packs: 1 });
    for (const [text, headline] of [
      [
        'tidal turbines',
        'Northquay Polytechnic Opens a Tidal Energy Laboratory with Maravel Turbines',
      ],
      ['澜光科技', '北码头理工学院与澜光科技签署战略合作协议'],
      ['马拉维尔', 'Northquay Polytechnic Opens a Tidal Energy Laboratory with Maravel Turbines'],
    ] as const) {
      const { hits } = await archive.search.find({ ...everything, text });
      expect(hits.map(({ release }) => release.headline)).toContain(headline);
      const { release } = await archive.releases.read(hits[0]!.release.id);
      expect(release.body.length).toBeGreaterThan(100);
    }
    expect(archive.packs.list().map(({ title }) => title)).toEqual(['Tidal energy']);
    expect((await archive.verify()).problems).toEqual([]);
    await archive.close();
  });
});
