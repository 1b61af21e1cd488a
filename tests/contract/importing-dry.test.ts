import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive, type Archive } from '../../src/archive/archive';
import { defaultImportOptions } from '../../src/shared/importing';
import type { Outcome } from '../../src/archive/importing/batch/import-result';
import { makeZip } from '../unit/archive/importing/readers/zip/make-zip';
import { importSetting } from '../support/import-setting';
import { englishRelease, pngPhoto } from '../support/samples';

async function dryRun(archive: Archive, inbox: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  await archive.imports.run({
    paths: [inbox],
    options: defaultImportOptions,
    signal: new AbortController().signal,
    workingFolder: '/',
    dryRun: true,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  return outcomes;
}

/** Every file with its size and the time of its last change. */
async function stateOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const entries = await Promise.all(
    names.map(async (name) => {
      const entry = await stat(join(folder, name));
      return entry.isFile() ? `${name} ${String(entry.size)} ${String(entry.mtimeMs)}` : name;
    }),
  );
  return entries.sort();
}

describe('a dry run', () => {
  it('tells the second of two equal files as one of this run', async () => {
    const { archive, inbox } = await importSetting();
    await writeFile(join(inbox, 'a.txt'), englishRelease);
    await writeFile(join(inbox, 'b.txt'), englishRelease);
    const [first, second, ...others] = await dryRun(archive, inbox);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ kind: 'filed', release: { id: null } });
    expect(second).toMatchObject({
      kind: 'already-here',
      release: { id: null, path: join(inbox, 'b.txt'), inThisRun: join(inbox, 'a.txt') },
    });
    expect(archive.imports.csv()).toContain('already in this run');
    await archive.close();
  });

  it('compares the texts of one run with each other as an import does', async () => {
    const { archive, inbox } = await importSetting();
    await writeFile(join(inbox, 'a.txt'), englishRelease);
    await writeFile(join(inbox, 'b.txt'), `${englishRelease}\n`);
    await writeFile(join(inbox, 'c.txt'), englishRelease.replace('Maravel', 'Maravel Sea'));
    const outcomes = await dryRun(archive, inbox);
    expect(outcomes).toMatchObject([
      { kind: 'filed', release: { review: [] } },
      { kind: 'already-here', release: { inThisRun: join(inbox, 'a.txt') } },
      { kind: 'filed', release: { review: [{ reason: 'near-duplicate', otherId: null }] } },
    ]);
    await archive.close();
  });

  it('tells equal photos without a text once', async () => {
    const { archive, inbox } = await importSetting();
    for (const name of ['opening', 'opening again']) {
      await mkdir(join(inbox, name));
      await writeFile(join(inbox, name, '1.png'), pngPhoto([1, 2, 3]));
    }
    const outcomes = await dryRun(archive, inbox);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['filed', 'already-here']);
    await archive.close();
  });

  it('writes nothing into the archive', async () => {
    const { archive, folder, inbox } = await importSetting();
    await writeFile(join(inbox, 'a.txt'), englishRelease);
    await writeFile(join(inbox, 'a-1.png'), pngPhoto());
    const zip = makeZip([{ name: 'inside/b.txt', bytes: Buffer.from(`${englishRelease} More.`) }]);
    await writeFile(join(inbox, 'old.zip'), zip);
    await archive.close();
    const before = await stateOf(folder);
    const again = await openArchive(folder, {}, { readOnly: true });
    const outcomes = await dryRun(again, inbox);
    await again.close();
    expect(outcomes.filter(({ kind }) => kind === 'filed').length).toBeGreaterThan(0);
    expect(await stateOf(folder)).toEqual(before);

    const writing = await openArchive(folder);
    const opened = (await stateOf(folder)).filter((line) => !line.startsWith('lock.json'));
    await dryRun(writing, inbox);
    expect((await stateOf(folder)).filter((line) => !line.startsWith('lock.json'))).toEqual(opened);
    await writing.close();
  });
});
