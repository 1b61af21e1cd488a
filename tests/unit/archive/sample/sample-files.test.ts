import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectPhoto } from '../../../../src/archive/photos/photo-inspection';
import { readSample, releaseOf } from '../../../../src/archive/sample/sample-files';

const folder = resolve('resources/sample');
const sample = await readSample(folder);
const { releases, partners } = sample;

describe('the files of the sample archive', () => {
  it('are an archive worth trying', () => {
    const english = releases.filter(({ language }) => language === 'en');
    const years = new Set(releases.flatMap(({ published }) => published?.slice(0, 4) ?? []));
    expect(releases.length).toBeGreaterThanOrEqual(60);
    expect(english.length).toBeGreaterThanOrEqual(36);
    expect(releases.length - english.length).toBeGreaterThanOrEqual(24);
    expect([...years].sort()).toEqual(
      Array.from({ length: 15 }, (_, index) => String(2011 + index)),
    );
    expect(new Set(releases.map(({ status }) => status))).toEqual(
      new Set(['filed', 'draft', 'withdrawn']),
    );
    expect(releases.flatMap(({ photos }) => photos).length).toBeGreaterThanOrEqual(40);
    expect(new Set(releases.map(({ body }) => body)).size).toBe(releases.length);
  });

  it('are small enough to travel with the program', async () => {
    let bytes = 0;
    for (const part of await readdir(folder, { withFileTypes: true, recursive: true })) {
      if (part.isFile()) bytes += (await stat(join(part.parentPath, part.name))).size;
    }
    expect(bytes).toBeLessThan(2_500_000);
  });

  it.each(releases.map((release) => [release.name, release] as const))(
    '%s is tagged with the partners that it names, and with no other',
    (_name, release) => {
      const text = [release.headline, release.subheadline, release.body, ...release.people]
        .concat(release.photos.map(({ caption }) => caption))
        .concat(release.boilerplate, release.textCredit ?? '', release.photoCredit ?? '')
        .join('\n');
      const named = partners.filter(({ name, aliases }) =>
        [name, ...aliases.map((alias) => alias.name)].some((each) => text.includes(each)),
      );
      expect([...release.partners].sort()).toEqual(named.map(({ name }) => name).sort());
    },
  );

  it('have every photo that is shown, in the language of its release, and no other', async () => {
    const shown = new Set<string>();
    for (const { photos, language, name } of releases) {
      for (const { file } of photos) {
        shown.add(file);
        expect(sample.photos[file]?.credit[language], `${name}: credit of ${file}`).toBeTruthy();
        expect(sample.photos[file]?.altText[language], `${name}: ${file}`).toBeTruthy();
      }
    }
    const files = await readdir(join(folder, 'photos'));
    expect(files.sort()).toEqual([...shown].sort());
    for (const file of files) {
      const photo = inspectPhoto(await readFile(join(folder, 'photos', file)));
      expect(photo?.format, file).toBe(file.slice(-3));
    }
  });

  it('keep every date after the one before: what is told happened first', () => {
    for (const { published, event, embargo, name } of releases) {
      expect(published === null, name).toBe(embargo !== null);
      if (published !== null && event !== null) {
        expect(event <= published, name).toBe(true);
      }
      expect(name.startsWith(published ?? 'embargoed'), name).toBe(true);
    }
  });

  it('name only files and releases that are there', async () => {
    const sources = await readdir(join(folder, 'sources'));
    const used = releases.flatMap(({ source }) => source ?? []);
    expect(used.sort()).toEqual(sources.sort());
    const names = new Set(releases.map(({ name }) => name));
    for (const { mayTranslate } of releases) {
      if (mayTranslate !== null) expect(names.has(mayTranslate), mayTranslate).toBe(true);
    }
    for (const pack of sample.packs) {
      for (const name of pack.releases) expect(names.has(name), name).toBe(true);
    }
  });
});

describe('a release of the sample', () => {
  it('is refused by name where its front matter says what nobody knows', () => {
    const text = '---\nlanguage: en\ntags: [x]\ncolour: red\n---\n\n# Headline\n\nText.\n';
    expect(() => releaseOf('odd', text)).toThrow(/odd[\s\S]*colour/);
    expect(() => releaseOf('bare', '# Headline\n')).toThrow(/bare/);
  });
});
