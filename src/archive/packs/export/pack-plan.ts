import type { Release } from '../../../shared/release';
import { localDate, ordinal, slug } from './file-names';
import type { PackToExport, PhotoToExport } from './pack-to-export';
import { photoTexts, type PhotoTexts } from './photo-texts';

/*
 * Which file of the payload holds what. Paths are relative to `data/`, with '/'. A photo that
 * serves two releases is written once for each: every file is then named by its own release and
 * order, and whoever takes out one release has all of it.
 */

export interface PackPlan {
  readonly name: string;
  readonly date: string;
  readonly pack: PackToExport;
  readonly releases: readonly PlannedRelease[];
}

export interface PlannedRelease {
  readonly number: string;
  readonly release: Release;
  readonly partnerNames: readonly string[];
  readonly html: string;
  readonly text: string;
  readonly photos: readonly PlannedPhoto[];
}

export interface PlannedPhoto extends PhotoToExport {
  readonly file: string;
  readonly texts: PhotoTexts;
}

/** With a Windows path limit of 260 characters, these leave half of it to the folder above. */
const packNameBytes = 90;
const releaseNameBytes = 60;

export function planPack(pack: PackToExport, now: Date): PackPlan {
  const date = localDate(now);
  return {
    name: `${date}-${slug(pack.title, packNameBytes, 'press-pack')}`,
    date,
    pack,
    releases: pack.releases.map(({ release, partnerNames, photos }, index) => {
      const number = ordinal(index + 1, pack.releases.length);
      const name = `${number}-${slug(release.headline, releaseNameBytes, 'release')}`;
      return {
        number,
        release,
        partnerNames,
        html: `releases/${name}.html`,
        text: `releases/${name}.txt`,
        photos: photos.map((photo, order) => ({
          ...photo,
          file: `photos/${name}-${ordinal(order + 1, photos.length)}.${photo.photo.format}`,
          texts: photoTexts(release, photo.use, photo.photo),
        })),
      };
    }),
  };
}
