import { cp, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../../src/archive/archive';
import { indexSettings } from '../../../../src/archive/search/search-index';
import { everything } from '../../../support/contract';
import { content } from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';
import {
  answersOf,
  indexFiles,
  keptArchive,
  opened,
  rebuiltAnswersOf,
  searchFolder,
} from './kept-index';

const headlines = async (archive: Archive, text: string): Promise<readonly string[]> => {
  const page = await archive.search.find({ ...everything, text });
  return page.hits.map(({ release }) => release.headline).sort();
};
const releaseCalled = async (archive: Archive, text: string): Promise<string> => {
  const page = await archive.search.find({ ...everything, text });
  return page.hits[0]?.release.id ?? '';
};
const partnerCalled = (archive: Archive, name: string): string =>
  archive.partners.byName(name)?.id ?? '';

/** Every kind of change that an index has to follow. */
async function changeMuch(archive: Archive): Promise<void> {
  await archive.releases.file(content({ headline: 'Added tidal release' }), null);
  const changed = await releaseCalled(archive, '"Release 8 on"');
  await archive.releases.revise(changed, 1, content({ headline: 'Changed release' }));
  await archive.releases.delete([
    await releaseCalled(archive, '"Release 10 on"'),
    await releaseCalled(archive, '"Release 11 on"'),
  ]);
  await archive.releases.delete([await releaseCalled(archive, '"Release 12 on"')]);
  await archive.undo.undo();
  await archive.partners.merge(partnerCalled(archive, 'Calder Foundation'), [
    partnerCalled(archive, '澜光科技'),
  ]);
  const maravel = archive.partners.byName('Maravel Turbines');
  if (maravel === null) throw new Error('There is no such partner.');
  await archive.partners.revise(maravel.id, { ...maravel, name: 'Renamed Works' });
}

describe('the index of an archive that is opened again', () => {
  it('is the one of the last time: nothing is made anew', async () => {
    const folder = await keptArchive();
    const before = await indexFiles(folder);
    const { archive, progress } = await opened(folder);
    const answers = await answersOf(archive);
    await archive.close();
    expect(progress).toEqual([]);
    expect(answers).toEqual(await rebuiltAnswersOf(folder));
    const after = await indexFiles(folder);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect([...before.keys()]).toContain('manifest.json');
  });

  it('has every change of the last time', async () => {
    const folder = await keptArchive();
    const first = await opened(folder);
    await first.archive.search.ready();
    await changeMuch(first.archive);
    const open = await answersOf(first.archive);
    expect((await headlines(first.archive, 'renamed')).length).toBeGreaterThan(10);
    await first.archive.close();
    const { archive, progress } = await opened(folder);
    expect(await answersOf(archive)).toEqual(open);
    await archive.close();
    expect(open).toEqual(await rebuiltAnswersOf(folder));
    expect(progress).toEqual([]);
  });

  it('has changes that came before anybody searched', async () => {
    const folder = await keptArchive();
    const first = await opened(folder);
    await first.archive.releases.file(content({ headline: 'Added tidal release' }), null);
    await first.archive.close();
    const { archive, progress } = await opened(folder);
    expect(await headlines(archive, 'added')).toEqual(['Added tidal release']);
    expect(await answersOf(archive)).toEqual(await rebuiltAnswersOf(folder));
    expect(progress).toEqual([]);
  });

  it('catches up where it is older than the archive, as after a kill', async () => {
    const folder = await keptArchive();
    const first = await opened(folder);
    await first.archive.search.ready();
    await changeMuch(first.archive);
    const release = first.archive.holdJournal();
    const copy = join(await tempFolder(), 'archive');
    await cp(folder, copy, { recursive: true });
    await rm(join(copy, 'lock.json'));
    release();
    const expected = await answersOf(first.archive);
    const { archive, progress } = await opened(copy);
    expect(await answersOf(archive)).toEqual(expected);
    expect(progress).toEqual([]);
    expect((await archive.verify()).problems).toEqual([]);
  });

  it('is made anew, with progress, where there is none', async () => {
    const folder = await keptArchive();
    await rm(join(folder, 'cache'), { recursive: true });
    const { archive, progress } = await opened(folder);
    expect(await headlines(archive, 'number7')).toEqual(['Release 7 on solar energy']);
    expect(progress.at(-1)).toEqual({
      work: 'index',
      done: 60,
      total: 60,
      unit: 'releases',
      finished: true,
    });
  });

  it('is made anew where it was made with other settings', async () => {
    const folder = await keptArchive();
    const path = join(searchFolder(folder), 'manifest.json');
    const json = (await readFile(path, 'utf8')).slice(9).trimEnd();
    const other = json.replace(JSON.stringify(indexSettings), JSON.stringify('[0]'));
    expect(other).not.toBe(json);
    await writeFile(path, `${crc32(other).toString(16).padStart(8, '0')} ${other}\n`);
    const { archive, progress } = await opened(folder);
    expect(await answersOf(archive)).toEqual(await rebuiltAnswersOf(folder));
    expect(progress.at(-1)?.finished).toBe(true);
    await archive.close();
    expect(await readFile(path, 'utf8')).toContain(JSON.stringify(indexSettings));
  });

  it('lists while it is being made', async () => {
    const folder = await keptArchive();
    await rm(searchFolder(folder), { recursive: true });
    const { archive } = await opened(folder);
    const searching = archive.search.find({ ...everything, text: 'tidal' });
    const page = await archive.search.find({ ...everything, facets: true });
    expect(page).toMatchObject({ total: 60, facets: null });
    expect((await searching).total).toBe(30);
  });
});

describe('an archive that is only read', () => {
  it('answers by its index and writes nothing', async () => {
    const folder = await keptArchive();
    const before = await indexFiles(folder);
    const { archive, progress } = await opened(folder, { readOnly: true });
    const answers = await answersOf(archive);
    expect((await archive.verify()).problems).toEqual([]);
    await archive.close();
    expect(await indexFiles(folder)).toEqual(before);
    expect(answers).toEqual(await rebuiltAnswersOf(folder));
    expect(progress).toEqual([]);
  });

  it('answers without an index, too, and with one that somebody who writes has outrun', async () => {
    const folder = await keptArchive();
    const writer = await opened(folder);
    await writer.archive.search.ready();
    await changeMuch(writer.archive);
    await writer.archive.save();
    const expected = await answersOf(writer.archive);
    const before = await indexFiles(folder);
    const reader = await opened(folder, { readOnly: true });
    expect(await answersOf(reader.archive)).toEqual(expected);
    expect(reader.progress).toEqual([]);
    await reader.archive.close();
    expect(await indexFiles(folder)).toEqual(before);
    await writer.archive.close();

    await rm(searchFolder(folder), { recursive: true });
    const bare = await opened(folder, { readOnly: true });
    expect(await answersOf(bare.archive)).toEqual(expected);
    await bare.archive.close();
    expect((await indexFiles(folder)).size).toBe(0);
  });
});

describe('a disk that takes no file of the index', () => {
  it('keeps nobody from searching, filing and checking; the files come when it takes them', async () => {
    const folder = await keptArchive();
    await rm(searchFolder(folder), { recursive: true });
    await writeFile(searchFolder(folder), 'in the way');
    const { archive, progress } = await opened(folder);
    expect(await headlines(archive, 'number7')).toEqual(['Release 7 on solar energy']);
    expect(progress.at(-1)?.finished).toBe(true);
    await changeMuch(archive);
    expect(await headlines(archive, 'added')).toEqual(['Added tidal release']);
    const answers = await answersOf(archive);
    expect((await archive.verify()).problems).toEqual([]);
    await rm(searchFolder(folder));
    await archive.close();
    expect((await indexFiles(folder)).has('manifest.json')).toBe(true);

    const again = await opened(folder);
    expect(await answersOf(again.archive)).toEqual(answers);
    expect(again.progress).toEqual([]);
    await again.archive.close();
    expect(answers).toEqual(await rebuiltAnswersOf(folder));
  });

  it('leaves the older index, which catches up', async () => {
    const folder = await keptArchive();
    const { archive } = await opened(folder);
    await archive.search.ready();
    const aside = `${searchFolder(folder)}.aside`;
    await rename(searchFolder(folder), aside);
    await writeFile(searchFolder(folder), 'in the way');
    await changeMuch(archive);
    const answers = await answersOf(archive);
    await archive.close();
    await rm(searchFolder(folder));
    await rename(aside, searchFolder(folder));
    const again = await opened(folder);
    expect(await answersOf(again.archive)).toEqual(answers);
    expect(again.progress).toEqual([]);
  });
});

describe('an index that is cut off while it is open', () => {
  it('is made anew when a search comes upon that', async () => {
    const folder = await keptArchive();
    const { archive, progress } = await opened(folder);
    await archive.search.ready();
    for (const name of (await indexFiles(folder)).keys()) {
      if (name.endsWith('.idx')) await truncate(join(searchFolder(folder), name), 100);
    }
    expect(await answersOf(archive)).toEqual(await rebuiltAnswersOf(folder));
    expect(progress.at(-1)?.finished).toBe(true);
  });
});
