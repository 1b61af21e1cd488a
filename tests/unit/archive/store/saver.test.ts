import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchive, openArchive, type Archive } from '../../../../src/archive/archive';
import { realFiles, type FileLayer } from '../../../../src/archive/store/file-layer';
import { usualLimits } from '../../../../src/archive/store/limits';
import { content, institution } from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';

/** A disk whose fsyncs of journal, texts or folders wait while it is told so. */
class HeldFiles {
  readonly written: string[] = [];
  readonly #held = new Set<RegExp>();
  #waiting: { readonly path: string; readonly resolve: () => void }[] = [];

  hold(what: RegExp): void {
    this.#held.add(what);
  }

  letGo(what: RegExp): void {
    this.#held.delete(what);
    for (const { path, resolve } of this.#waiting) if (what.test(path)) resolve();
    this.#waiting = this.#waiting.filter(({ path }) => !what.test(path));
  }

  async #pass(path: string): Promise<void> {
    if (![...this.#held].some((what) => what.test(path))) return;
    await new Promise<void>((resolve) => this.#waiting.push({ path, resolve }));
  }

  get layer(): FileLayer {
    return {
      ...realFiles,
      open: async (path, flags) => {
        const handle = await realFiles.open(path, flags);
        return {
          read: (into, at) => handle.read(into, at),
          writeFile: async (data) => {
            this.written.push(path);
            await handle.writeFile(data);
          },
          truncate: (length) => handle.truncate(length),
          datasync: async () => {
            await this.#pass(path);
            await handle.datasync();
          },
          sync: async () => {
            await this.#pass(path);
            await handle.sync();
          },
          close: () => handle.close(),
        };
      },
    };
  }
}

async function open(limits = usualLimits): Promise<{
  folder: string;
  files: HeldFiles;
  archive: Archive;
}> {
  const folder = join(await tempFolder(), 'archive');
  await (await createArchive(folder, institution)).close();
  const files = new HeldFiles();
  const archive = await openArchive(folder, {}, { files: files.layer, limits });
  files.written.length = 0;
  return { folder, files, archive };
}

const journalFiles = /\.log$/;
const texts = /\.md$/;
const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
const isJournal = (path: string): boolean => path.endsWith('.log');

describe('saving', () => {
  it('puts nothing of a change into any file before the change is in the journal', async () => {
    const { files, archive } = await open();
    files.hold(journalFiles);
    const filing = archive.releases.file(content(), null);
    const saving = archive.save();
    await moment();
    expect(files.written.filter((path) => !isJournal(path))).toEqual([]);
    expect(files.written.filter(isJournal)).toHaveLength(1);
    files.letGo(journalFiles);
    await Promise.all([filing, saving]);
    const names = files.written.filter((path) => !isJournal(path)).join('\n');
    expect(names).toContain('.md');
    expect(names).toContain('2023-03.json');
    await archive.close();
  });

  it('puts no text that is written ahead into its file before its change is in the journal', async () => {
    const { files, archive } = await open({ ...usualLimits, manyLetters: 100, mostLetters: 300 });
    const body = 'Long. '.repeat(60);
    files.hold(texts);
    const first = archive.releases.file(content({ body }), null);
    await moment();
    files.hold(journalFiles);
    const second = archive.releases.file(content({ body }), null);
    await moment();
    // Once the first text is written, the second is one too many by itself.
    files.letGo(texts);
    await moment();
    expect(files.written.filter((path) => path.endsWith('.md'))).toHaveLength(1);
    files.letGo(journalFiles);
    await Promise.all([first, second]);
    expect(files.written.filter((path) => path.endsWith('.md'))).toHaveLength(2);
    await archive.close();
  });

  it('lets a change wait while more texts are in memory than it may hold, and no longer', async () => {
    const { files, archive } = await open({ ...usualLimits, manyLetters: 100, mostLetters: 1_000 });
    files.hold(texts);
    const body = 'Long. '.repeat(60);
    const done: number[] = [];
    const filings = [1, 2, 3, 4].map(async (number) => {
      await archive.releases.file(content({ body }), null);
      done.push(number);
    });
    await moment();
    // They are in the journal all the same, and people find them.
    expect(archive.info().counts.releases).toBe(4);
    expect(done).toEqual([]);
    files.letGo(texts);
    await Promise.all(filings);
    expect(done).toHaveLength(4);
    await archive.close();
  });

  it('lets no change wait where texts cannot be written', async () => {
    const { folder, files, archive } = await open({
      ...usualLimits,
      manyLetters: 1,
      mostLetters: 1,
    });
    const { layer } = files;
    await archive.close();
    const failing: FileLayer = {
      ...layer,
      open: async (path, flags) => {
        if (path.endsWith('.md')) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        return layer.open(path, flags);
      },
    };
    const limits = { ...usualLimits, manyLetters: 1, mostLetters: 1 };
    const reopened = await openArchive(folder, {}, { files: failing, limits });
    await reopened.releases.file(content(), null);
    await reopened.releases.file(content(), null);
    expect(reopened.info().warnings).toHaveLength(1);
    await expect(reopened.close()).rejects.toMatchObject({ code: 'ENOSPC' });
    const whole = await openArchive(folder);
    expect(whole.info().counts.releases).toBe(2);
    await whole.close();
  });

  it('keeps the journal until the folders of texts that were written ahead are on disk', async () => {
    const { folder, files, archive } = await open({ ...usualLimits, manyLetters: 1 });
    await archive.releases.file(content(), null);
    await moment();
    expect(await readdir(join(folder, 'releases', '2023-03'))).toHaveLength(1);
    const folders = /2023-03$/;
    files.hold(folders);
    const saving = archive.save();
    await moment();
    expect((await readdir(join(folder, 'journal'))).sort()).toEqual([
      '00000001.log',
      '00000002.log',
    ]);
    files.letGo(folders);
    await saving;
    expect(await readdir(join(folder, 'journal'))).toEqual(['00000002.log']);
    await archive.close();
  });

  it('cuts a journal that has many segments down to one', async () => {
    const { folder, archive } = await open({ ...usualLimits, segmentBytes: 1_000 });
    for (let number = 0; number < 12; number += 1) await archive.releases.file(content(), null);
    await moment();
    expect((await readdir(join(folder, 'journal'))).length).toBeGreaterThan(1);
    await archive.save();
    expect(await readdir(join(folder, 'journal'))).toHaveLength(1);
    await archive.close();
    const reopened = await openArchive(folder);
    expect(reopened.info().counts.releases).toBe(12);
    await reopened.close();
  });
});
