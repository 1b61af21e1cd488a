import { describe, expect, test } from 'vitest';
import { checkPack } from '../../../../src/archive/packs/pack-check';
import { embargoAt } from '../../../../src/shared/embargo';
import type { PressPack } from '../../../../src/shared/press-pack';
import { jpegs, noon, photo, photoUse, release } from './pack-fixtures';

const shot = photo(jpegs[0] ?? Buffer.of());
const good = release({ photos: [photoUse({ photoId: shot.id })] });

function packOf(changes: Partial<PressPack> = {}): PressPack {
  return {
    id: 'p',
    title: 'Dossier',
    coverNote: '',
    contact: 'Edna Janssen',
    items: [{ releaseId: good.id, photoIds: [shot.id] }],
    createdAt: '2026-11-23T12:00:00.000Z',
    modifiedAt: '2026-11-23T12:00:00.000Z',
    seals: [],
    ...changes,
  };
}

const now = noon.getTime();
const photos = new Map([[shot.id, shot]]);

describe('checkPack', () => {
  test('has nothing to say about a complete pack', () => {
    expect(checkPack(packOf(), new Map([[good.id, good]]), photos, now)).toEqual([]);
  });

  test('lists the pack first and then the releases in its order', () => {
    const withdrawn = release({ id: 'w', headline: 'Old', status: 'withdrawn' });
    const draft = release({ id: 'd', headline: 'New', status: 'draft', deletedAt: '2026-01-01' });
    const pack = packOf({
      contact: ' \n',
      items: ['d', 'gone', 'w'].map((releaseId) => ({ releaseId, photoIds: [] })),
    });
    const releases = new Map([withdrawn, draft].map((one) => [one.id, one]));
    expect(checkPack(pack, releases, photos, now).map(({ kind, name }) => [kind, name])).toEqual([
      ['contact-missing', 'Dossier'],
      ['release-in-trash', 'New'],
      ['release-draft', 'New'],
      ['release-missing', 'gone'],
      ['release-withdrawn', 'Old'],
    ]);
  });

  test('says until when a release must not be published, and nothing of it afterwards', () => {
    const embargo = embargoAt('2026-12-01T00:01', 'Europe/London');
    const held = { ...good, embargo };
    const check = (at: number) => checkPack(packOf(), new Map([[good.id, held]]), photos, at);
    expect(check(now)).toEqual([
      {
        kind: 'release-embargoed',
        releaseId: good.id,
        photoId: null,
        name: good.headline,
        embargo,
      },
    ]);
    expect(check(Date.parse('2026-12-01T00:01:00Z'))).toEqual([]);
  });

  test('names the photo that lacks words', () => {
    const bare = release({
      photos: [photoUse({ photoId: shot.id, caption: '', altText: ' ', creditLine: '' })],
    });
    expect(checkPack(packOf(), new Map([[bare.id, bare]]), photos, now)).toEqual(
      (['photo-without-caption', 'photo-without-credit', 'photo-without-alt-text'] as const).map(
        (kind) => ({ kind, releaseId: bare.id, photoId: shot.id, name: 'DSC_0001.JPG' }),
      ),
    );
  });

  test('takes the words of the photo and the credit of the release where the use has none', () => {
    const bare = release({
      photos: [photoUse({ photoId: shot.id, caption: '', altText: '', creditLine: '' })],
      photoCredit: { name: 'Ana Silva', organisation: '' },
    });
    const described = { ...shot, caption: 'Signing', altText: 'A table' };
    expect(
      checkPack(packOf(), new Map([[bare.id, bare]]), new Map([[shot.id, described]]), now),
    ).toEqual([]);
  });
});
