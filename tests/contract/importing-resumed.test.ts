import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchive, openArchive, type Archive } from '../../src/archive/archive';
import { defaultImportOptions } from '../../src/shared/importing';
import { englishRelease, institution, pngPhoto } from '../support/samples';
import { tempFolder } from '../support/temp-folder';

interface Setting {
  readonly archive: Archive;
  readonly folder: string;
  readonly inbox: string;
}

async function setting(texts: number): Promise<Setting> {
  const root = await tempFolder();
  const folder = join(root, 'archive');
  const inbox = join(root, 'inbox');
  await mkdir(inbox);
  for (let number = 0; number < texts; number += 1) {
    await writeFile(join(inbox, `${String(number).padStart(3, '0')}.txt`), textOf(number));
  }
  return { archive: await createArchive(folder, institution), folder, inbox };
}

const textOf = (number: number): string =>
  `Report number ${String(number)} from the harbour\n\n${Array.from({ length: 40 }, (_, i) => `word${String(number * 97 + i * 7)}`).join(' ')}.\n`;

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
      filed: 150 - first,
      alreadyHere: first,
    });
    expect(again.info().counts.releases).toBe(150);
    await again.close();
  });

  it('files two equal files both, wherever it was broken off', async () => {
    const { archive, inbox } = await setting(100);
    await writeFile(join(inbox, '000 copy.txt'), textOf(0));
    await writeFile(join(inbox, 'z copy.txt'), textOf(1));
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
