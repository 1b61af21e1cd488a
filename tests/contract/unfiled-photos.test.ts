import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchive, openArchive } from '../../src/archive/archive';
import { emptyReleaseContent } from '../../src/shared/release';
import { institution, pngPhoto } from '../support/samples';
import { tempFolder } from '../support/temp-folder';

const useOf = (photoId: string) => ({ photoId, caption: '', altText: '', creditLine: '' });

describe('a photo whose release was not filed any more', () => {
  it('is told as such, goes back to where it waited, and can be filed from there', async () => {
    const folder = join(await tempFolder(), 'archive');
    const archive = await createArchive(folder, institution);
    const photo = await archive.photos.stage('pier.png', pngPhoto());
    // As far as an import comes that is killed before its batch is written down.
    await archive.photos.adopt([useOf(photo.id)]);
    const path = `photos/${photo.id.slice(0, 2)}/${photo.id}.png`;
    const { problems } = await archive.verify();
    expect(problems).toMatchObject([{ kind: 'unfiled', path }]);
    expect(problems[0]?.message).toMatch(/^photos\/\S+ was left by .+\.$/);
    await archive.close();

    const reading = await openArchive(folder, {}, { readOnly: true });
    expect((await reading.verify()).problems).toMatchObject([{ kind: 'unfiled', path }]);
    await reading.close();
    await access(join(folder, path));

    const again = await openArchive(folder);
    expect((await again.verify()).problems).toEqual([]);
    const content = { ...emptyReleaseContent, headline: 'Pier', photos: [useOf(photo.id)] };
    await again.releases.file(content, null);
    await access(join(folder, path));
    await again.close();
    const third = await openArchive(folder);
    await access(join(folder, path));
    expect((await third.verify()).problems).toEqual([]);
    await third.close();
  });
});
