import { embargoAt, type Embargo } from './embargo';
import type { ArrivedPhoto, Intake } from './intake';
import type { ParsedCaption, ParsedEmbargo, ParsedRelease, Span } from './parsed-release';
import type { Photo, PhotoUse } from './photo';
import { emptyReleaseContent, type Credit, type IsoDate, type ReleaseContent } from './release';

export type ReleaseIntake = Extract<Intake, { readonly kind: 'release' }>;
type DraftSource = Pick<ReleaseIntake, 'parsed' | 'facts' | 'photos'>;

/**
 * The form that a file fills: what its text says, completed by what its own fields say. A caption that
 * stands beside a photo's place belongs to that photo; the others go to the photos without one in order.
 */
export function draftFromIntake(intake: DraftSource, extra: readonly Photo[] = []): ReleaseContent {
  const { parsed, facts } = intake;
  const { uses, looseCaptions } = arrangeCaptions(intake, extra);
  const draft = draftFromParsed(parsed);
  const openEmbargo = openEmbargoOf(parsed);
  return {
    ...draft,
    headline: headlineOf(intake),
    subheadline: subheadlineOf(intake),
    byline: parsed.byline?.value ?? facts.byline,
    publicationDate: publicationDateOf(intake),
    status: openEmbargo === null ? facts.status : draft.status,
    tags: facts.tags,
    body: withWords(openEmbargo, withCaptions(paragraphsOf(parsed), looseCaptions, parsed)),
    photos: uses,
  };
}

export function headlineOf({ parsed, facts }: DraftSource): string {
  return parsed.headline?.value ?? facts.title;
}

/** Longer summaries are the beginning of the text once more. */
const longestSubheadline = 300;

/** A summary that the text itself doesn't begin with. */
export function subheadlineOf({ parsed, facts }: DraftSource): string {
  if (parsed.subheadline !== null) return parsed.subheadline.value;
  const summary = facts.summary.replaceAll(/\s+/g, ' ').trim();
  const isRepeated = parsed.text.includes(summary.slice(0, 60));
  return summary.length > longestSubheadline || isRepeated ? '' : summary;
}

/** A date that the text surely gives, else the file's own, else what the text may mean. */
export function publicationDateOf({ parsed, facts }: DraftSource): IsoDate | null {
  const said = parsed.publicationDate;
  if (said?.confidence === 'high') return said.value;
  return facts.publicationDate ?? said?.value ?? null;
}

/** The photos with their captions, and the captions of the text that none of them has taken. */
export function arrangeCaptions(
  { parsed, photos }: Pick<DraftSource, 'parsed' | 'photos'>,
  extra: readonly Photo[] = [],
): { readonly uses: readonly PhotoUse[]; readonly looseCaptions: readonly string[] } {
  const free = [...parsed.captions];
  const creditLine = parsed.photoCredit === null ? '' : creditText(parsed.photoCredit.value);
  const all: ArrivedPhoto[] = [...photos, ...extra.map(fromPhoto)];
  const beside = all.map((arrived) => {
    const at =
      arrived.caption === ''
        ? free.findIndex(({ span }) => isBeside(parsed.text, arrived.photo.id, span))
        : -1;
    return at === -1 ? undefined : free.splice(at, 1)[0];
  });
  const uses = all.map((arrived, index): PhotoUse => {
    const own = arrived.caption === '' ? (beside[index] ?? free.shift()) : undefined;
    return {
      photoId: arrived.photo.id,
      caption: own?.value ?? (arrived.caption || arrived.photo.caption),
      altText: arrived.altText || arrived.photo.altText,
      creditLine: arrived.creditLine || arrived.photo.creditLine || own?.creditLine || creditLine,
    };
  });
  return { uses, looseCaptions: free.map(({ value }) => value) };
}

function fromPhoto(photo: Photo): ArrivedPhoto {
  return { photo, caption: '', altText: '', creditLine: '' };
}

/** Nothing but blanks, marks of emphasis or a "▲" between the place of the photo and the caption. */
function isBeside(text: string, photoId: string, { start, end }: Span): boolean {
  const place = `![](photo:${photoId})`;
  const at = text.indexOf(place);
  if (at === -1) return false;
  const between = start >= at ? text.slice(at + place.length, start) : text.slice(end, at);
  return /^[\s*_▲△▼▽◆■□()（）[\]]{0,40}$/u.test(between);
}

/**
 * The form that a parsed release fills. Caption lines go to the photos in order; a caption without a
 * photo stays in the body where it stood, in italics, so that nothing of the text is lost. Partners
 * that the archive knows are tagged; unknown names are for a person to decide. Where the text names an
 * embargo without saying all of it, the draft stays one, and the words stay at its head.
 */
export function draftFromParsed(
  parsed: ParsedRelease,
  photos: readonly Photo[] = [],
): ReleaseContent {
  const openEmbargo = openEmbargoOf(parsed);
  const creditLine = parsed.photoCredit === null ? '' : creditText(parsed.photoCredit.value);
  const uses = photos.map((photo, index): PhotoUse => {
    const own = parsed.captions[index];
    return {
      photoId: photo.id,
      caption: own?.value ?? photo.caption,
      altText: photo.altText,
      creditLine: photo.creditLine || own?.creditLine || creditLine,
    };
  });
  return {
    ...emptyReleaseContent,
    language: parsed.language,
    status: openEmbargo === null ? 'filed' : 'draft',
    embargo: parsed.embargo && wholeEmbargo(parsed.embargo.value),
    headline: parsed.headline?.value ?? '',
    subheadline: parsed.subheadline?.value ?? '',
    dateline: parsed.dateline?.value ?? '',
    byline: parsed.byline?.value ?? '',
    publicationDate: parsed.publicationDate?.value ?? null,
    eventDate: parsed.eventDate?.value ?? null,
    body: withWords(openEmbargo, bodyOf(parsed, photos.length)),
    boilerplate: parsed.boilerplate?.value ?? '',
    mediaContact: parsed.mediaContact?.value ?? '',
    textCredit: parsed.textCredit?.value ?? null,
    photoCredit: parsed.photoCredit?.value ?? null,
    people: parsed.people.map((person) => person.value),
    partnerIds: parsed.partners.flatMap((partner) => partner.partnerId ?? []),
    photos: uses,
  };
}

/** What the text says of an embargo that it doesn't say whole; null where there is none, or all of it. */
export function openEmbargoOf(parsed: ParsedRelease): string | null {
  const isWhole = parsed.embargo !== null && wholeEmbargo(parsed.embargo.value) !== null;
  return isWhole ? null : embargoWords(parsed);
}

function withWords(words: string | null, body: string): string {
  return [words, body].filter((text) => text !== null && text !== '').join('\n\n');
}

function wholeEmbargo({ date, time, zone }: ParsedEmbargo): Embargo | null {
  return embargoAt(`${date ?? ''}T${time ?? ''}`, zone ?? '');
}

/** What the text says of its embargo, in its own words; null where it says nothing. */
export function embargoWords({ text, embargo }: ParsedRelease): string | null {
  return embargo && text.slice(embargo.span.start, embargo.span.end).replaceAll(/\s+/g, ' ');
}

/** The paragraphs, with the captions from number `captionsTaken` on in their places, in italics. */
export function bodyOf(parsed: ParsedRelease, captionsTaken: number): string {
  const left = parsed.captions.slice(captionsTaken).map((caption) => caption.value);
  return withCaptions(paragraphsOf(parsed), left, parsed);
}

function paragraphsOf(parsed: ParsedRelease): string {
  return parsed.paragraphs.map((paragraph) => paragraph.value).join('\n\n');
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
    const words = found ? withItsCredit(found, parsed) : caption;
    blocks.splice(place === -1 ? blocks.length : place, 0, inItalics(words));
  }
  return blocks.join('\n\n');
}

/** With who took the photo, where that isn't what the release says of all of its photos. */
function withItsCredit({ value, creditLine }: ParsedCaption, parsed: ParsedRelease | null): string {
  const ofAll = parsed?.photoCredit?.value;
  const isSaid =
    ofAll !== undefined &&
    [ofAll.name, ofAll.organisation].every((part) => creditLine.includes(part));
  if (creditLine === '' || isSaid) return value;
  return /\p{Script=Han}/u.test(value) ? `${value}（${creditLine}）` : `${value} (${creditLine})`;
}

/** Italics that survive whatever characters a caption holds. */
function inItalics(caption: string): string {
  return `*${caption.trim().replaceAll(/[*_\\]/g, '\\$&')}*`;
}

/** "Zhang Lei, Department of Publicity" */
export function creditText(credit: Credit): string {
  return [credit.name, credit.organisation].filter((part) => part !== '').join(', ');
}
