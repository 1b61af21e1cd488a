import { embargoText } from '../../shared/embargo';
import type { Partner } from '../../shared/partner';
import type { Photo, PhotoId } from '../../shared/photo';
import { photoNote, replacePhotoPlaces } from '../../shared/photo-places';
import type { Release } from '../../shared/release';
import { creditText } from '../../shared/release-draft';
import type { FieldDiff, HistoryField, RevisionDiff } from '../../shared/release-history';
import { headTextsOf } from '../../shared/release-texts';
import { diffText } from './diff-text';

/** What the archive calls the partners and photos that a release names by id. */
export interface Names {
  readonly partner: (id: string) => Partner | null;
  readonly photos: ReadonlyMap<string, Photo>;
}

/** The fields that differ, each as a text that a person reads, in the order of the form. */
export function compareRevisions(from: Release, to: Release, names: Names): RevisionDiff {
  // A caption that was corrected is a change of the photo, not of the text that it stands in.
  const newest = new Map([...from.photos, ...to.photos].map((use) => [use.photoId, use.caption]));
  const [before, after] = [
    textsOf(from, names, newest, to.language),
    textsOf(to, names, newest, to.language),
  ];
  const fields: FieldDiff[] = [];
  for (const [field, text] of before) {
    const now = after.get(field) ?? '';
    if (text !== now) fields.push({ field, pieces: diffText(text, now) });
  }
  return { from: from.revision, to: to.revision, fields };
}

/**
 * Every field as a text that a person reads, in the order of the form. A photo in the flow of the body
 * reads as its caption, or the name of its file: "[photo: caption]".
 */
export function textsOf(
  release: Release,
  names: Names,
  captions: ReadonlyMap<PhotoId, string> = new Map(
    release.photos.map((use) => [use.photoId, use.caption]),
  ),
  language = release.language,
): ReadonlyMap<HistoryField, string> {
  const texts: Readonly<Record<HistoryField, string>> = {
    ...headTextsOf(release),
    embargo: release.embargo === null ? '' : embargoText(release.embargo),
    language: release.language,
    status: release.status,
    inTrash: release.deletedAt ?? '',
    body: replacePhotoPlaces(release.body, ({ photoId }) =>
      photoNote(captions.get(photoId) || (names.photos.get(photoId)?.fileName ?? ''), language),
    ),
    boilerplate: release.boilerplate,
    mediaContact: release.mediaContact,
    textCredit: release.textCredit === null ? '' : creditText(release.textCredit),
    photoCredit: release.photoCredit === null ? '' : creditText(release.photoCredit),
    people: lines(
      release.people.map(({ name, title }) => (title === '' ? name : `${name}, ${title}`)),
    ),
    tags: lines(release.tags),
    partnerIds: lines(release.partnerIds.map((id) => names.partner(id)?.name ?? id)),
    photos: release.photos
      .map(({ photoId, caption, altText, creditLine }) =>
        lines([names.photos.get(photoId)?.fileName ?? photoId, caption, altText, creditLine]),
      )
      .join('\n\n'),
  };
  return new Map(Object.entries(texts) as [HistoryField, string][]);
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
