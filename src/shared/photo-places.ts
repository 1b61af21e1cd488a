import type { PhotoId, PhotoUse } from './photo';
import type { ReleaseLanguage } from './release';

/**
 * The place of a photo in the flow of a body: `![](photo:<sha256>)`, alone on a line between empty
 * lines (or at an end of the body), outside of code. Caption, credit and alternative text stay with
 * the release's use of the photo and are never repeated in the body.
 */
export interface PhotoPlace {
  readonly photoId: PhotoId;
  /** The half-open range of the body that the mark takes up, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const mark = /^!\[\]\(photo:([0-9a-f]{64})\)[ \t]*$/u;
const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/u;

/** The Markdown that gives a photo its place; a paragraph of its own. */
export function photoMark(photoId: PhotoId): string {
  return `![](photo:${photoId})`;
}

/** The places of a body, in their order. */
export function photoPlaces(body: string): readonly PhotoPlace[] {
  // Most bodies have none, and lists of thousands ask.
  if (!body.includes('![](photo:')) return [];
  const places: PhotoPlace[] = [];
  const lines = body.split('\n');
  let at = 0;
  let openFence = '';
  for (const [index, line] of lines.entries()) {
    const [, ticks = '', info = ''] = fence.exec(line) ?? [];
    if (openFence !== '') {
      const closes = ticks.startsWith(openFence) && info.trim() === '';
      if (closes) openFence = '';
    } else if (ticks !== '' && !(ticks.startsWith('`') && info.includes('`'))) {
      openFence = ticks;
    } else {
      const photoId = mark.exec(line)?.[1];
      if (photoId !== undefined && isBlank(lines[index - 1]) && isBlank(lines[index + 1])) {
        places.push({ photoId, start: at, end: at + photoMark(photoId).length });
      }
    }
    at += line.length + 1;
  }
  return places;
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/**
 * The body with something else in each place. Without a text the place goes, and with it the empty
 * line that it needed.
 */
export function replacePhotoPlaces(
  body: string,
  write: (place: PhotoPlace) => string | null,
): string {
  let result = '';
  let at = 0;
  for (const place of photoPlaces(body)) {
    const text = write(place);
    result += body.slice(at, place.start);
    at = place.end;
    if (text !== null) {
      result += text;
      continue;
    }
    const [after = ''] = /^[ \t]*(?:\n[ \t]*)*(?=\S|$)/u.exec(body.slice(at)) ?? [];
    // What follows moves up to where the mark stood, its own indentation kept.
    const indent = /[ \t]*$/u.exec(after)?.[0] ?? '';
    at += after.length - (after.includes('\n') ? indent.length : 0);
    if (at >= body.length) result = result.trimEnd();
  }
  return result + body.slice(at);
}

/** The body without any photo in its flow. */
export function withoutPhotoPlaces(body: string): string {
  return replacePhotoPlaces(body, () => null);
}

/**
 * The body as it is filed: a place goes whose photo the release doesn't have, and where a photo has
 * two the first one counts.
 */
export function settledPhotoPlaces(body: string, photos: readonly PhotoId[]): string {
  const left = new Set(photos);
  const places = photoPlaces(body);
  if (places.every(({ photoId }) => left.delete(photoId))) return body;
  const wanted = new Set(photos);
  return replacePhotoPlaces(body, ({ photoId }) =>
    wanted.delete(photoId) ? photoMark(photoId) : null,
  );
}

/** Gives a photo a place behind the paragraph that ends at or before `offset`, or at the body's end. */
export function withPhotoPlace(body: string, photoId: PhotoId, offset = body.length): string {
  const before = body.slice(0, offset).trimEnd();
  const after = body.slice(offset).replace(/^(?:[ \t]*\n)+/u, '');
  return [before, photoMark(photoId), after].filter((text) => text !== '').join('\n\n');
}

export interface PhotosInFlow<T> {
  /** The release's first photo, unless it has a place in the flow. */
  readonly lead: T | null;
  /** The others without a place, in their order. */
  readonly others: readonly T[];
}

/** The photos that stand around the body: those that have no place in it. */
export function photosAround<T extends { readonly photoId: PhotoId }>(
  body: string,
  photos: readonly T[],
): PhotosInFlow<T> {
  const placed = new Set(photoPlaces(body).map(({ photoId }) => photoId));
  const [first] = photos;
  const lead = first !== undefined && !placed.has(first.photoId) ? first : null;
  return {
    lead,
    others: photos.filter((photo) => photo !== lead && !placed.has(photo.photoId)),
  };
}

/**
 * The body for readers of text alone: "[Photo 2: caption]" in each place, numbered as the release's
 * photos are, in the language of the release. A place without its photo goes.
 */
export function withPhotoNotes(
  body: string,
  photos: readonly Pick<PhotoUse, 'photoId' | 'caption'>[],
  language: ReleaseLanguage,
): string {
  return replacePhotoPlaces(body, ({ photoId }) => {
    const index = photos.findIndex((photo) => photo.photoId === photoId);
    const photo = photos[index];
    return photo === undefined ? null : photoNote(photo.caption, language, index + 1);
  });
}

/** "[photo: caption]", "[Photo 2: caption]", "[图片2：caption]". */
export function photoNote(caption: string, language: ReleaseLanguage, number?: number): string {
  const text = caption.replaceAll(/\s+/gu, ' ').trim();
  if (language === 'zh') {
    return `[图片${number === undefined ? '' : String(number)}${text === '' ? '' : `：${text}`}]`;
  }
  const name = number === undefined ? 'photo' : `Photo ${String(number)}`;
  return `[${name}${text === '' ? '' : `: ${text}`}]`;
}
