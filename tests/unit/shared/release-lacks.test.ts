import { describe, expect, it } from 'vitest';
import { emptyReleaseContent } from '../../../src/shared/release';
import { lacksOf } from '../../../src/shared/release-lacks';

const use = {
  photoId: 'a'.repeat(64),
  caption: 'The tank',
  altText: '',
  creditLine: 'Piet Aarden',
};
const whole = {
  ...emptyReleaseContent,
  publicationDate: '2023-03-14',
  photos: [use],
  deletedAt: null,
};

describe('what a release lacks', () => {
  it('is nothing where date, captions and credits are said', () => {
    expect(lacksOf(whole)).toBeNull();
    expect(lacksOf({ ...whole, photos: [] })).toBeNull();
  });

  it('is the date, and the captions and credits of as many photos as have none', () => {
    const bare = { ...use, caption: '', creditLine: '' };
    expect(lacksOf({ ...whole, publicationDate: null, photos: [use, bare, bare] })).toEqual({
      publicationDate: true,
      captions: 2,
      credits: 2,
    });
  });

  it('is no credit where the release credits all its photos', () => {
    const photos = [{ ...use, creditLine: '' }];
    expect(
      lacksOf({ ...whole, photos, photoCredit: { name: 'Gu Nan', organisation: '' } }),
    ).toBeNull();
    expect(lacksOf({ ...whole, photos, photoCredit: { name: '', organisation: '' } })).toEqual({
      publicationDate: false,
      captions: 0,
      credits: 1,
    });
  });

  it('is nothing to look at in drafts, in what was withdrawn and in the trash', () => {
    const undated = { ...whole, publicationDate: null };
    expect(lacksOf({ ...undated, status: 'draft' })).toBeNull();
    expect(lacksOf({ ...undated, status: 'withdrawn' })).toBeNull();
    expect(lacksOf({ ...undated, deletedAt: '2023-05-01T00:00:00.000Z' })).toBeNull();
  });
});
