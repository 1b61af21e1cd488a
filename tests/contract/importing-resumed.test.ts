import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive, type Archive } from '../../src/archive/archive';
import { Layout } from '../../src/archive/store/layout';
import { defaultImportOptions } from '../../src/shared/importing';
import { importSetting, reportOfHarbour, type ImportSetting } from '../support/import-setting';
import { englishRelease, pngPhoto } from '../support/samples';

async function setting(texts: number): Promise<ImportSetting> {
  const setting = await importSetting();
  for (let number = 0; number < texts; number += 1) {
    const name = `${String(number).padStart(3, '0')}.txt`;
    await writeFile(join(setting.inbox, name), reportOfHarbour(number));
  }
  return setting;
}

/** Imports until so many are filed, and is cancelled then. */
async function brokenOff(
  archive: Archive,
  paths: readonly string[],
  until: number,
  again: boolean,
): Promise<number> {
  const stop = new AbortController();
  let told = 0;
  const summary = await archive.imports.run({
    paths,
    options: { ...defaultImportOptions, again },
    signal: stop.signal,
    workingFolder: '/',
    dryRun: false,
    onOutcome: () => {
      told += 1;
      if (told >= until) stop.abort();
    },
  });
  expect(summary.outcome).toBe('cancelled');
  return summary.filed + summary.needsLook;
}

describe('going on with an import that files again what is here', () => {
  it('files nothing twice that its first part has filed', async () => {
    const { archive, folder, inbox } = await setting(150);
    const first = await brokenOff(archive, [inbox], 100, true);
    expect(first).toBeGreaterThanOrEqual(100);
    expect(first).toBeLessThan(150);
    await archive.close();
    const again = await openArchive(folder);
    expect(await again.imports.resume()).toMatchObject({
      outcome: 'done',
      // What its first part has filed is told as filed: it is one import.
      filed: 150,
      alreadyHere: 0,
    });
    expect(again.info().counts.releases).toBe(150);
    await again.close();
  });

  it('files two equal files both, wherever it was broken off', async () => {
    const { archive, inbox } = await setting(100);
    await writeFile(join(inbox, '000 copy.txt'), reportOfHarbour(0));
    await writeFile(join(inbox, 'z copy.txt'), reportOfHarbour(1));
    await brokenOff(archive, [inbox], 100, true);
    await archive.imports.resume();
    expect(archive.info().counts.releases).toBe(102);
    await archive.close();
  });

  it('makes no second draft of the same photos', async () => {
    const { archive, inbox } = await setting(2);
    // Loose photos come after all texts.
    await mkdir(join(inbox, 'opening'));
    await mkdir(join(inbox, 'pier'));
    await writeFile(join(inbox, 'opening', '1.png'), pngPhoto([1, 2, 3]));
    await writeFile(join(inbox, 'pier', '1.png'), pngPhoto([4, 5, 6]));
    await archive.imports.run({
      paths: [inbox],
      options: { ...defaultImportOptions, again: true },
      signal: new AbortController().signal,
      workingFolder: '/',
      dryRun: false,
    });
    expect(archive.info().counts.releases).toBe(4);
    await brokenOff(archive, [inbox], 1, true);
    await archive.imports.resume();
    expect(archive.info().counts.releases).toBe(8);
    await archive.close();
  });

  it('files what was in the archive before it began', async () => {
    const { archive, inbox } = await setting(0);
    await writeFile(join(inbox, 'a.txt'), englishRelease);
    for (let round = 0; round < 2; round += 1) {
      await archive.imports.run({
        paths: [inbox],
        options: { ...defaultImportOptions, again: true },
        signal: new AbortController().signal,
        workingFolder: '/',
        dryRun: false,
      });
    }
    expect(archive.info().counts.releases).toBe(2);
    await archive.close();
  });
});

describe('another import while one waits to be gone on with', () => {
  const whole = {
    options: defaultImportOptions,
    signal: new AbortController().signal,
    workingFolder: '/',
    dryRun: false,
  };

  it('is refused, and the one that waits is gone on with all the same', async () => {
    const { archive, inbox } = await setting(150);
    const first = await brokenOff(archive, [inbox], 100, false);
    const report = archive.imports.csv();
    const other = join(inbox, '000.txt');
    await expect(archive.imports.run({ ...whole, paths: [other] })).rejects.toMatchObject({
      code: 'import-unfinished',
      details: { filesDone: first, files: 150 },
    });
    expect(archive.imports.isRunning).toBe(false);
    expect(archive.imports.csv()).toBe(report);
    expect((await archive.imports.state()).unfinished).toMatchObject({ sources: [inbox] });
    expect(await archive.imports.resume()).toMatchObject({ outcome: 'done', filed: 150 });
    await archive.close();
  });

  it('takes its place where it is told to', async () => {
    const { archive, inbox } = await setting(2);
    const given = await archive.imports.give('dropped', 'note.txt', Buffer.from(englishRelease));
    await archive.imports.run({ ...whole, paths: [given.folder], signal: AbortSignal.abort() });
    expect((await archive.imports.state()).unfinished).toMatchObject({ sources: ['note.txt'] });
    const summary = await archive.imports.run({ ...whole, paths: [inbox], replaces: true });
    expect(summary).toMatchObject({ outcome: 'done', filed: 2 });
    expect((await archive.imports.state()).unfinished).toBeNull();
    // Nobody needs what was dropped for it.
    await expect(readdir(given.folder)).rejects.toMatchObject({ code: 'ENOENT' });
    await archive.close();
  });

  it('is no matter to a dry run, nor to one that is not to be gone on with', async () => {
    const { archive, inbox } = await setting(2);
    await archive.imports.run({ ...whole, paths: [inbox], signal: AbortSignal.abort() });
    await archive.imports.run({ ...whole, paths: [inbox], dryRun: true });
    await archive.imports.run({ ...whole, paths: [join(inbox, '000.txt')], isKept: false });
    expect((await archive.imports.state()).unfinished).toMatchObject({ sources: [inbox] });
    await archive.close();
  });
});

describe('an import that a kill has broken off', () => {
  it('tells what was filed in its last moments as filed, and equal files as they are', async () => {
    const { archive, folder, inbox } = await setting(120);
    await writeFile(join(inbox, 'z copy.txt'), reportOfHarbour(90));
    await brokenOff(archive, [inbox], 100, false);
    await archive.close();
    // As a kill leaves it before the last rows are written down.
    const rowsFile = new Layout(folder).importRowsFile;
    const rows = (await readFile(rowsFile, 'utf8')).split('\n');
    await writeFile(rowsFile, rows.slice(0, 60).join('\n'));
    const again = await openArchive(folder);
    expect(await again.imports.resume()).toMatchObject({
      outcome: 'done',
      filed: 120,
      alreadyHere: 1,
    });
    expect(again.info().counts.releases).toBe(120);
    await again.close();
  });
});

describe('an import that was broken off', () => {
  it('says what it was given, how far it came and when', async () => {
    const { archive, folder, inbox } = await setting(150);
    const first = await brokenOff(archive, [inbox], 100, false);
    await archive.close();
    const again = await openArchive(folder);
    const { unfinished, last } = await again.imports.state();
    expect(last).toBeNull();
    expect(unfinished).toMatchObject({
      sources: [inbox],
      files: 150,
      filesDone: first,
      filed: first,
      startedAt: expect.stringMatching(/^\d{4}-/) as string,
      stoppedAt: expect.stringMatching(/^\d{4}-/) as string,
    });
    await again.close();
  });

  it('that is left as it is ends with a report of what it has filed', async () => {
    const { archive, folder, inbox } = await setting(150);
    const first = await brokenOff(archive, [inbox], 100, false);
    await archive.close();
    const again = await openArchive(folder);
    const summary = await again.imports.leave();
    expect(summary).toMatchObject({ outcome: 'cancelled', filed: first, filesLeft: 150 - first });
    const state = await again.imports.state();
    expect(state).toMatchObject({ unfinished: null, last: { filed: first } });
    const { rows, total } = again.imports.rows(0, 500, 'filed');
    expect(total).toBe(first);
    expect(rows[0]).toMatchObject({ path: join(inbox, '000.txt'), result: 'filed' });
    expect(again.imports.csv().trimEnd().split('\r\n')).toHaveLength(first + 1);
    expect(again.info().counts.releases).toBe(first);
    await again.close();
    const third = await openArchive(folder);
    expect(await third.imports.state()).toMatchObject({ unfinished: null, last: null });
    expect(await third.imports.leave()).toBeNull();
    await third.close();
  });

  it('says what was dropped by its name', async () => {
    const { archive, folder } = await setting(0);
    const batch = crypto.randomUUID();
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    const given = await archive.imports.give(batch, 'press/a.txt', encode(reportOfHarbour(1)));
    await archive.imports.give(batch, 'b.txt', encode(reportOfHarbour(2)));
    await archive.imports.run({
      paths: [given.folder],
      options: defaultImportOptions,
      signal: AbortSignal.abort(),
      workingFolder: '/',
      dryRun: false,
    });
    await archive.close();
    const again = await openArchive(folder);
    expect((await again.imports.state()).unfinished?.sources).toEqual(['b.txt', 'press']);
    await again.imports.leave();
    expect(await readdir(join(folder, 'cache', 'arrivals')).catch(() => [])).toEqual([]);
    await again.close();
  });

  it('tells all of it in the report once it was gone on with', async () => {
    const { archive, folder, inbox } = await setting(150);
    await brokenOff(archive, [inbox], 100, false);
    await archive.close();
    const again = await openArchive(folder);
    expect(await again.imports.resume()).toMatchObject({ filed: 150, alreadyHere: 0 });
    expect((await again.imports.state()).unfinished).toBeNull();
    expect(again.info().counts.releases).toBe(150);
    await again.close();
  });
});
