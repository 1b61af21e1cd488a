import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../src/archive/archive';
import { makeSampleArchive } from '../../../../src/archive/sample/make-sample';
import { readSample } from '../../../../src/archive/sample/sample-files';
import { placeForSample } from '../../../../src/archive/sample/sample-place';
import { everything } from '../../../support/contract';
import { tempFolder } from '../../../support/temp-folder';

const source = resolve('resources/sample');
const sample = await readSample(source);
const { releases, photos, partners } = sample;

describe('making the sample archive', () => {
  it('files everything, whole and searchable in both languages', async () => {
    const parent = await tempFolder();
    const folder = join(parent, 'Sample');
    const told: (readonly [number, number])[] = [];
    await makeSampleArchive(folder, source, {
      onProgress: (done, total) => told.push([done, total]),
    });
    expect(await readdir(parent)).toEqual(['Sample']);
    const total = releases.length + Object.keys(photos).length;
    expect(told[0]).toEqual([0, total]);
    expect(told.at(-1)).toEqual([total, total]);

    const archive = await openArchive(folder);
    try {
      const { counts } = archive.info();
      expect(counts.releases).toBe(releases.length);
      expect(archive.info()).toMatchObject({ undo: null, redo: null });
      expect(counts.photos).toBe(Object.keys(photos).length);
      expect(counts.partners).toBe(partners.length);
      expect((await archive.verify()).problems).toEqual([]);
      for (const pack of archive.packs.list())
        expect(await archive.packs.check(pack.id)).toEqual([]);
      const find = async (text: string): Promise<number> => {
        const page = await archive.search.find({
          text,
          partnerIds: [],
          place: 'archive',
          year: null,
          sort: 'relevance',
          offset: 0,
          limit: 50,
        });
        return page.total;
      };
      expect(await find('"container ship" OR lashing')).toBeGreaterThan(0);
      expect(await find('渔网')).toBeGreaterThan(0);
      for (const { text, name } of archive.searches.list()) {
        expect(await find(text), name).toBeGreaterThan(1);
      }
    } finally {
      await archive.close();
    }
  });

  it('links the versions of a story in both languages', async () => {
    const folder = join(await tempFolder(), 'sample');
    await makeSampleArchive(folder, source);
    const archive = await openArchive(folder);
    const { hits } = await archive.search.find(everything);
    const stories = await Promise.all(hits.map(({ release }) => archive.stories.view(release.id)));
    expect(stories.filter((story) => story?.versions.length === 2).length).toBeGreaterThan(10);
    for (const story of stories) {
      const languages = story?.versions.map(({ release }) => release.language) ?? [];
      expect(new Set(languages).size).toBe(languages.length);
    }
    await archive.close();
  });

  it('has something in every place of the sidebar', async () => {
    const folder = join(await tempFolder(), 'sample');
    await makeSampleArchive(folder, source);
    const archive = await openArchive(folder);
    const { counts } = archive.info();
    expect(counts).toMatchObject({ drafts: 3, embargoed: 2, needsLook: 2 });
    const { hits } = await archive.search.find({ ...everything, place: 'embargoed' });
    const day = 24 * 60 * 60 * 1000;
    const languages = hits.map(({ release }) => {
      const ahead = Date.parse(release.embargo?.until ?? '') - Date.now();
      expect(ahead).toBeGreaterThan(19 * day);
      expect(ahead).toBeLessThan(23 * day);
      return release.language;
    });
    expect(languages.sort()).toEqual(['en', 'zh']);
    const asked = await archive.search.find({ ...everything, place: 'needs-look' });
    const read = await Promise.all(
      asked.hits.map(({ release }) => archive.releases.read(release.id)),
    );
    const reasons = read.flatMap(
      ({ release }) => release.review?.map(({ reason }) => reason) ?? [],
    );
    expect(reasons).toEqual(['may-be-translation']);
    await archive.close();
  });

  it('names institution and partners in Chinese where that is asked for', async () => {
    const folder = join(await tempFolder(), '示例');
    await makeSampleArchive(folder, source, { language: 'zh' });
    const archive = await openArchive(folder, {}, { readOnly: true });
    const [partner] = archive.partners.list().filter(({ name }) => name === '潮屿风能');
    expect(archive.info().institution).toEqual({
      name: '雁湾海港职业技术大学',
      otherNames: ['YHP', 'Yanwan Harbour Polytechnic'],
    });
    expect(partner?.aliases.map(({ name }) => name)).toEqual(['Skerrywind Energy', 'Skerrywind']);
    expect(partner?.releaseCount).toBeGreaterThan(0);
    await archive.close();
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const parent = await tempFolder();
    const cancelling = new AbortController();
    const making = makeSampleArchive(join(parent, 'Sample'), source, {
      signal: cancelling.signal,
      onProgress: (done) => {
        if (done > 40) cancelling.abort();
      },
    });
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(parent)).toEqual([]);
  });

  it('takes an empty folder and refuses one that has something in it', async () => {
    const parent = await tempFolder();
    await mkdir(join(parent, 'full'));
    await writeFile(join(parent, 'full', 'letter.txt'), 'mine');
    await expect(makeSampleArchive(join(parent, 'full'), source)).rejects.toMatchObject({
      code: 'folder-not-empty',
    });
    expect(await readdir(join(parent, 'full'))).toEqual(['letter.txt']);
  });
});

describe('the place of the sample archive', () => {
  it('is free, then the one where it lies, whatever the language', async () => {
    const parent = await tempFolder();
    const place = await placeForSample(parent, ['Sample', '示例'], sample);
    expect(place).toEqual({ folder: join(parent, 'Sample'), isMade: false });
    await makeSampleArchive(place.folder, source);
    const made = { folder: join(parent, 'Sample'), isMade: true };
    expect(await placeForSample(parent, ['Sample', '示例'], sample)).toEqual(made);
    expect(await placeForSample(parent, ['示例', 'Sample'], sample)).toEqual(made);
  });

  it('gives way to whatever else has the name', async () => {
    const parent = await tempFolder();
    await mkdir(join(parent, 'Sample'));
    await writeFile(join(parent, 'Sample 2'), 'a file');
    const place = await placeForSample(parent, ['Sample', '示例'], sample);
    expect(place).toEqual({ folder: join(parent, 'Sample 3'), isMade: false });
  });
});
