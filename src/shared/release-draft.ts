import type { ParsedRelease } from './parsed-release';
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
  const body = parsed.paragraphs.map((paragraph) => paragraph.value).join('\n\n');
  const left = parsed.captions.slice(captionsTaken).map((caption) => caption.value);
  return withCaptions(body, left, parsed);
}

/**
 * Puts captions into a body as paragraphs in italics: each before the paragraph that it stood before
 * in the text, or at the end where that paragraph is no longer there.
 */
export function withCaptions(
  body: string,
  captions: readonly string[],
  parsed: ParsedRelease | null,
): string {
  const blocks = body === '' ? [] : body.split('\n\n');
  for (const caption of captions) {
    const found = parsed?.captions.find((guess) => guess.value === caption);
    const next = parsed?.paragraphs.find(
      ({ span }) => found !== undefined && span.start >= found.span.end,
    );
    const [opening] = next?.value.split('\n\n') ?? [];
    const place = opening === undefined ? -1 : blocks.indexOf(opening);
    blocks.splice(place === -1 ? blocks.length : place, 0, inItalics(caption));
  }
  return blocks.join('\n\n');
}

/** Italics that survive whatever characters a caption holds. */
function inItalics(caption: string): string {
  return `*${caption.trim().replaceAll(/[*_\\]/g, '\\$&')}*`;
}

/** "Zhang Lei, Department of Publicity" */
export function creditText(credit: Credit): string {
  return [credit.name, credit.organisation].filter((part) => part !== '').join(', ');
}
