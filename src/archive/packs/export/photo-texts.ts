import type { Photo, PhotoUse } from '../../../shared/photo';
import type { Release } from '../../../shared/release';

/** What a pack prints beside a photo; '' where nobody wrote anything. */
export interface PhotoTexts {
  readonly caption: string;
  readonly credit: string;
  readonly altText: string;
}

/**
 * The words that go with one use of a photo: those of the use, else the photo's own, and for the
 * credit last of all what the release says about all its photos.
 */
export function photoTexts(
  release: Release,
  use: PhotoUse | undefined,
  photo: Photo | undefined,
): PhotoTexts {
  return {
    caption: firstOf(use?.caption, photo?.caption),
    credit: firstOf(
      use?.creditLine,
      photo?.creditLine,
      photo?.creator,
      creditText(release.photoCredit),
    ),
    altText: firstOf(use?.altText, photo?.altText),
  };
}

/** A credit in one line: "Name / Organisation", as press photos are signed. */
export function creditText(credit: Release['textCredit']): string {
  if (credit === null) return '';
  return [credit.name, credit.organisation]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' / ');
}

function firstOf(...texts: readonly (string | undefined)[]): string {
  for (const text of texts) {
    const trimmed = text?.trim() ?? '';
    if (trimmed !== '') return trimmed;
  }
  return '';
}
