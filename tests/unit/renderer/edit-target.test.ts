import { describe, expect, it } from 'vitest';
import {
  fitsOneLine,
  textOfTarget,
  withText,
} from '../../../src/renderer/src/features/in-place/edit-target';
import { emptyReleaseContent, type Release } from '../../../src/shared/release';

const photoId = 'a'.repeat(64);
const release: Release = {
  ...emptyReleaseContent,
  id: '00000000-0000-7000-8000-000000000000',
  revision: 3,
  createdAt: '2023-03-14T00:00:00.000Z',
  modifiedAt: '2023-03-14T00:00:00.000Z',
  deletedAt: null,
  source: null,
  headline: 'Tidal tank opens',
  tags: ['energy', 'campus'],
  photos: [
    { photoId, caption: 'The tank', altText: 'A long tank', creditLine: 'Piet Aarden' },
    { photoId: 'b'.repeat(64), caption: 'The choir', altText: '', creditLine: '' },
  ],
};

describe('editing one text of a release', () => {
  it('changes that text and nothing else', () => {
    const caption = { field: 'caption', photoId } as const;
    const content = withText(release, caption, 'The tank by night');
    expect(content.photos).toEqual([
      { ...release.photos[0], caption: 'The tank by night' },
      release.photos[1],
    ]);
    expect({ ...content, photos: release.photos }).toEqual(
      withText(release, { field: 'headline' }, release.headline),
    );
  });

  it('says nothing of what the archive keeps about the release', () => {
    const content = withText(release, { field: 'headline' }, 'Another');
    expect(Object.keys(content).sort()).toEqual(Object.keys(emptyReleaseContent).sort());
  });

  it('reads tags between commas of both scripts, each once', () => {
    expect(textOfTarget(release, { field: 'tags' })).toBe('energy, campus');
    const { tags } = withText(release, { field: 'tags' }, 'energy，潮汐、 campus;energy,');
    expect(tags).toEqual(['energy', '潮汐', 'campus']);
  });

  it('is left to the form where a tag has a comma in it', () => {
    expect(fitsOneLine(release, { field: 'tags' })).toBe(true);
    expect(fitsOneLine({ ...release, tags: ['Bergen, Norway'] }, { field: 'tags' })).toBe(false);
    expect(fitsOneLine({ ...release, headline: 'A, b' }, { field: 'headline' })).toBe(true);
  });
});
