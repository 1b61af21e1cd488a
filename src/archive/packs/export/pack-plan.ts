import { embargoText, lastEmbargo, type Embargo } from '../../../shared/embargo';
import type { Release } from '../../../shared/release';
import { embargoInForce } from './embargo-notice';
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
  /** The last to end of those that its releases are under; null where they are under none. */
  readonly embargo: Embargo | null;
  readonly pack: PackToExport;
  readonly releases: readonly PlannedRelease[];
}

export interface PlannedRelease {
  readonly number: string;
  readonly release: Release;
  /** Where it must not be published yet when the pack is made. */
  readonly embargo: Embargo | null;
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
/** … and where the name has to say until when nothing may be published. */
const embargoedNameBytes = 40;

export function planPack(pack: PackToExport, now: Date): PackPlan {
  const date = localDate(now);
  const embargoes = pack.releases.map(({ release }) => embargoInForce(release, now));
  const embargo = lastEmbargo(
    pack.releases.map(({ release }) => release),
    now.getTime(),
  );
  return {
    name: packName(pack.title, date, embargo),
    date,
    embargo,
    pack,
    releases: pack.releases.map(({ release, partnerNames, photos }, index) => {
      const number = ordinal(index + 1, pack.releases.length);
      const name = `${number}-${slug(release.headline, releaseNameBytes, 'release')}`;
      return {
        number,
        release,
        embargo: embargoes[index] ?? null,
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

/** `2026-08-01-title`; under embargo, until when: by the clock of the place, its zone, and UTC. */
function packName(title: string, date: string, embargo: Embargo | null): string {
  if (embargo === null) return `${date}-${slug(title, packNameBytes, 'press-pack')}`;
  const until = embargoText(embargo).replaceAll(':', '');
  const name = slug(title, embargoedNameBytes, 'press-pack');
  return `${date}-${name}-embargoed-until-${slug(until, packNameBytes, 'later')}`;
}
