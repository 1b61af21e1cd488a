import { embargoAt } from '../../shared/embargo';
import { settledPhotoPlaces } from '../../shared/photo-places';
import type { ReleaseContent } from '../../shared/release';
import { ArchiveError } from '../errors';
import type { Tables } from '../store/tables';

/** Throws `release-incomplete`. */
export function requireComplete(content: ReleaseContent): void {
  if (content.headline.trim() === '') {
    throw new ArchiveError('release-incomplete', 'A release needs a headline.', {
      field: 'headline',
    });
  }
  if (content.embargo && embargoAt(content.embargo.local, content.embargo.zone) === null) {
    throw new ArchiveError('release-incomplete', 'An embargo needs a date, a time and a zone.', {
      field: 'embargo',
    });
  }
}

/**
 * To be asked right before a change: a partner may be merged while photos are put in place.
 * Throws `partner-not-found`.
 */
export function requirePartners(
  { partners }: Pick<Tables, 'partners'>,
  { partnerIds }: Pick<ReleaseContent, 'partnerIds'>,
): void {
  const missing = partnerIds.find((id) => !partners.has(id));
  if (missing === undefined) return;
  throw new ArchiveError('partner-not-found', 'A partner of this release no longer exists.', {
    id: missing,
  });
}

/** Unicode NFC, Unix line breaks, no stray blanks around single lines, no photo's place without the photo. */
export function normalised(content: ReleaseContent): ReleaseContent {
  const line = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const block = (text: string): string =>
    text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim();
  return {
    ...content,
    headline: line(content.headline),
    subheadline: line(content.subheadline),
    dateline: line(content.dateline),
    byline: line(content.byline),
    embargo: content.embargo && embargoAt(content.embargo.local, content.embargo.zone),
    body: settledPhotoPlaces(
      block(content.body),
      content.photos.map(({ photoId }) => photoId),
    ),
    boilerplate: block(content.boilerplate),
    mediaContact: block(content.mediaContact),
    people: content.people
      .map((person) => ({ name: line(person.name), title: line(person.title) }))
      .filter((person) => person.name !== ''),
    tags: [...new Set(content.tags.map(line).filter((tag) => tag !== ''))],
    partnerIds: [...new Set(content.partnerIds)],
    photos: content.photos.map((use) => ({
      photoId: use.photoId,
      caption: block(use.caption),
      altText: block(use.altText),
      creditLine: line(use.creditLine),
    })),
  };
}
