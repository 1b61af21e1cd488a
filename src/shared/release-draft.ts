import type { ParsedRelease, Span } from './parsed-release';
import type { Photo, PhotoUse } from './photo';
import { emptyReleaseContent, type Credit, type ReleaseContent } from './release';

/**
 * The form that a parsed release fills. Caption lines go to the photos in order; a caption without a
 * photo stays in the body where it stood, in italics, so that nothing of the text is lost. Partners
 * that the archive knows are tagged; unknown names are for a person to decide.
 */
export function draftFromParsed(
  parsed: ParsedRelease,
  photos: readonly Photo[] = [],
): ReleaseContent {
  const creditLine = parsed.photoCredit === null ? '' : creditText(parsed.photoCredit.value);
  const uses = photos.map((photo, index): PhotoUse => {
    const caption = parsed.captions[index]?.value ?? photo.caption;
    return {
      photoId: photo.id,
      caption,
      altText: photo.altText,
      creditLine: photo.creditLine || creditLine,
    };
  });
  return {
    ...emptyReleaseContent,
    language: parsed.language,
    headline: parsed.headline?.value ?? '',
    subheadline: parsed.subheadline?.value ?? '',
    dateline: parsed.dateline?.value ?? '',
    byline: parsed.byline?.value ?? '',
    publicationDate: parsed.publicationDate?.value ?? null,
    eventDate: parsed.eventDate?.value ?? null,
    body: bodyOf(parsed, photos.length),
    boilerplate: parsed.boilerplate?.value ?? '',
    mediaContact: parsed.mediaContact?.value ?? '',
    textCredit: parsed.textCredit?.value ?? null,
    photoCredit: parsed.photoCredit?.value ?? null,
    people: parsed.people.map((person) => person.value),
    partnerIds: parsed.partners.flatMap((partner) => partner.partnerId ?? []),
    photos: uses,
  };
}

/** The paragraphs, with the captions from number `captionsTaken` on in their places, in italics. */
export function bodyOf(parsed: ParsedRelease, captionsTaken: number): string {
  const left = parsed.captions
    .slice(captionsTaken)
    .map((caption) => ({ text: `*${caption.value.replaceAll('*', '\\*')}*`, span: caption.span }));
  const paragraphs = parsed.paragraphs.map(({ value, span }) => ({ text: value, span }));
  return [...paragraphs, ...left]
    .sort((a, b) => byPlace(a.span, b.span))
    .map((block) => block.text)
    .join('\n\n');
}

/** "Zhang Lei, Department of Publicity" */
export function creditText(credit: Credit): string {
  return [credit.name, credit.organisation].filter((part) => part !== '').join(', ');
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start;
}
