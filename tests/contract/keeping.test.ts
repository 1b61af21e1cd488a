import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive';
import type { MadeBackup } from '../../src/archive/keeping/backups';
import type { BackupState, Rehearsal } from '../../src/shared/backup';
import { buildProgram, runProgram, type Run } from '../unit/cli/built-program';
import { chineseRelease, englishRelease, tinyJpeg } from '../unit/cli/samples';

let folder: string;
let program: string;
let archive: string;

const run = (words: readonly string[]): Promise<Run> =>
  runProgram(program, words, { folder, archive });
const found = async (words: readonly string[], where: string): Promise<string> =>
  (await runProgram(program, ['search', ...words], { folder, archive: where })).out.replace(
    /\d+ ms/,
    '',
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'press-archive-keeping-'));
  program = await buildProgram(folder);
  archive = join(folder, 'press');
  await run(['init', archive, '--institution', 'Lakeside University']);
  await writeFile(join(folder, 'release.txt'), englishRelease);
  await writeFile(join(folder, 'zh.txt'), chineseRelease);
  await writeFile(join(folder, 'release-1.jpg'), tinyJpeg);
  const imported = await run(['import', 'release.txt', 'zh.txt', 'release-1.jpg']);
  expect(imported.code).toBe(0);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('keeping, on the command line', () => {
  it('backs up, restores for trial, and restores', async () => {
    const made = await run(['backup', '--rehearse', '--json']);
    expect(made).toMatchObject({ code: 0, error: '' });
    const { backup, rehearsal } = JSON.parse(made.out) as {
      backup: MadeBackup;
      rehearsal: Rehearsal;
    };
    expect(backup.folder.startsWith(join(folder, 'press backups'))).toBe(true);
    expect(rehearsal).toMatchObject({ ok: true, releases: 2, problems: [] });
    const restored = await run(['restore', backup.folder, '--to', 'restored']);
    expect(restored).toMatchObject({ code: 0, error: '' });
    expect(restored.out).toMatch(/^Restored to .+: 2 releases, \d+ files, [\d.]+ kB\.\n$/);
    for (const words of [['climate'], ['湖畔大学'], ['"five-year agreement"']]) {
      expect(await found(words, join(folder, 'restored'))).toBe(await found(words, archive));
    }
    expect((await run(['verify', backup.folder])).code).toBe(0);
  });

  it('does as the archive’s settings say, and lists what there is', async () => {
    const window = await openArchive(archive);
    const folderOfSettings = join(folder, 'of-settings');
    await mkdir(folderOfSettings);
    await window.backups.changeSettings({ folder: folderOfSettings });
    await window.close();
    const none = await run(['backup', '--list']);
    expect(none).toMatchObject({ code: 1, error: '' });
    expect(none.out).toMatch(/^No backup of this archive in .+of-settings yet\.\n$/);
    const made = await run(['backup']);
    expect(made).toMatchObject({ code: 0, error: '' });
    expect(made.out).toMatch(
      /^Restored for trial in [\d.]+ s: 2 releases, all as in the archive\.$/m,
    );
    const listed = await run(['backup', '--list']);
    expect(listed.code).toBe(0);
    expect(listed.out).toMatch(
      /^\d{4}-\d{2}-\d{2}T\d{6}Z {2}2 releases {2}\d+ files {2}[\d.]+ kB {2}proven\n1 backup in .+; last proven restorable: .+\.\n$/,
    );
    const state = JSON.parse((await run(['backup', '--list', '--json'])).out) as BackupState;
    expect(state).toMatchObject({ folder: folderOfSettings, backups: [{ proven: true }] });
    const unplugged = await run(['backup', '--list', '--to', 'nowhere']);
    expect(unplugged).toMatchObject({ code: 2, out: '' });
    await rm(folderOfSettings, { recursive: true });
    expect((await run(['backup'])).error).toMatch(/can't be reached\. Plug its disk in/);
    const again = await openArchive(archive);
    await again.backups.changeSettings({ folder: null });
    await again.close();
  });

  it('answers no where the backup is not what it was', async () => {
    const made = await run(['backup', '--to', 'usb', '--no-rehearse', '--json']);
    const { backup, rehearsal } = JSON.parse(made.out) as {
      backup: MadeBackup;
      rehearsal: null;
    };
    expect(rehearsal).toBeNull();
    await appendFile(join(backup.folder, 'data', 'partners.json'), ' ').catch(() => undefined);
    await appendFile(join(backup.folder, 'data', 'archive.json'), ' ');
    const restored = await run(['restore', backup.folder, '--to', 'never']);
    expect(restored.code).toBe(2);
    expect(restored.error).toMatch(/^Nothing was written, since [^\n]+\n$/);
    expect(await readdir(folder)).not.toContain('never');
  });

  it.each(['whole', 'whole.zip'])('exports and imports the whole archive as %s', async (name) => {
    const out = await run(['export', '--out', name]);
    expect(out).toMatchObject({ code: 0, error: '' });
    const target = `${name}-imported`;
    const imported = await run(['import-archive', name, '--to', target, '--json']);
    expect(imported).toMatchObject({ code: 0, error: '' });
    expect(JSON.parse(imported.out)).toMatchObject({ counts: { releases: 2, photos: 1 } });
    expect(await found(['climate'], join(folder, target))).toBe(await found(['climate'], archive));
  });

  it('works while the window has the archive open, and has its newest changes', async () => {
    const window = await openArchive(archive);
    const [first] = await Promise.all([
      window.partners.add({ name: 'New', aliases: [], kind: 'media', country: '', note: '' }),
    ]);
    const out = await run(['export', '--out', 'while-open', '--json']);
    await window.close();
    expect(out.code).toBe(0);
    await run(['import-archive', 'while-open', '--to', 'from-open']);
    const copy = await openArchive(join(folder, 'from-open'));
    expect(copy.partners.list().map(({ id }) => id)).toContain(first.id);
    await copy.close();
  });

  it.each([
    ['a backup inside the archive', ['backup', '--to', 'press/backups']],
    ['an export over something', ['export', '--out', 'release.txt']],
    ['restoring into a folder with something in it', ['restore', 'press', '--to', '.']],
    ['restoring what is no backup', ['restore', 'press', '--to', 'nowhere']],
    ['importing what is no export', ['import-archive', 'release.txt', '--to', 'nowhere']],
    ['importing what is not there', ['import-archive', 'missing.zip', '--to', 'nowhere']],
    ['restoring to no place', ['restore', 'press']],
  ])('refuses %s in one sentence', async (_what, words) => {
    const refused = await run(words);
    expect(refused.code).toBe(2);
    expect(refused.out).toBe('');
    expect(refused.error).toMatch(/^[^\n]{10,400}[.?!]\n$/);
    expect(await readdir(folder)).not.toContain('nowhere');
  });
});
