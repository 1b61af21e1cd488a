import { embargoText, isEmbargoed } from '../../shared/embargo';
import type { ReleaseDetails } from '../../shared/ipc-contract';
import { withPhotoNotes } from '../../shared/photo-places';
import type { Release } from '../../shared/release';
import { creditText } from '../../shared/release-draft';
import { fieldLines, numbered } from './fields';
import { languageNames } from './language-name';
import { personText } from './person-text';
import { visibleText } from '../../shared/visible-text';

/** A whole release for reading: the fields, the body, what stands after it. */
export function releaseLines({ release, partners }: ReleaseDetails): readonly string[] {
  const source = release.source === null ? '' : release.source.fileName || 'pasted text';
  const before = fieldLines(
    [
      ['subheadline', release.subheadline],
      ['published', release.publicationDate ?? ''],
      ['event', release.eventDate ?? ''],
      ['embargo', embargoLine(release, Date.now())],
      ['dateline', release.dateline],
      ['byline', release.byline],
      ['language', languageNames[release.language]],
      ['status', release.deletedAt === null ? release.status : `${release.status}, in the trash`],
      ['text credit', release.textCredit === null ? '' : creditText(release.textCredit)],
      ['photo credit', release.photoCredit === null ? '' : creditText(release.photoCredit)],
      ['people', release.people.map(personText)],
      ['partners', partners.map((partner) => partner.name)],
      ['tags', release.tags.join('; ')],
      ['source', visibleText(source)],
      ['id', release.id],
      ['revision', String(release.revision)],
    ],
    '',
  );
  const photos = numbered(
    release.photos.map((use) =>
      [
        use.caption || '(no caption)',
        use.creditLine === '' ? '' : `Photo: ${use.creditLine}`,
        use.altText === '' ? '' : `Alt text: ${use.altText}`,
        use.photoId,
      ]
        .filter((line) => line !== '')
        .join('\n   '),
    ),
  );
  const body = withPhotoNotes(release.body, release.photos, release.language);
  return [
    release.headline,
    '',
    ...before,
    // Boilerplate and contact bring their own titles along ("About …", "Media contact:").
    ...[body, release.boilerplate, release.mediaContact, photos.join('\n')].flatMap((text) =>
      text === '' ? [] : ['', text],
    ),
  ];
}

/** "until 2026-08-05 00:01 Europe/London (…)"; "ended …" where it is over. */
function embargoLine(release: Release, now: number): string {
  if (release.embargo === null) return '';
  const text = embargoText(release.embargo);
  if (isEmbargoed(release, now)) return `until ${text}`;
  return Date.parse(release.embargo.until) > now ? `until ${text}, not in force` : `ended ${text}`;
}
