import { ordinal, slug } from './file-names';
import type { PhotoToExport, ReleaseToExport } from './pack-to-export';
import { embargoInForce } from './embargo-notice';
import { photoTexts } from './photo-texts';
import { releaseText } from './release-text';

const nameBytes = 80;

/** A text file of one release, outside of any pack: UTF-8, its name made of the headline. */
export function releaseAsText(
  given: ReleaseToExport,
  now: Date,
): {
  readonly fileName: string;
  readonly text: string;
} {
  const { release, partnerNames, photos } = given;
  const name = slug(release.headline, nameBytes, 'release');
  const planned = {
    number: '',
    release,
    partnerNames,
    embargo: embargoInForce(release, now),
    html: '',
    text: '',
    photos: photos.map((each) => ({
      ...each,
      // Under the name that it has when it is handed out, too.
      file: photoFileName(given, each),
      texts: photoTexts(release, each.use, each.photo),
    })),
  };
  return { fileName: `${name}.txt`, text: releaseText(planned, '') };
}

/** The name of a photo that is handed out with its release: the headline, and which of its photos. */
export function photoFileName(
  { release, photos }: ReleaseToExport,
  { photo }: PhotoToExport,
): string {
  const place = photos.findIndex((each) => each.photo.id === photo.id);
  const name = slug(release.headline, nameBytes, 'photo');
  return `${name}-${ordinal(place + 1, photos.length)}.${photo.format}`;
}
