import type { ParsedRelease } from './parsed-release';
import type { Photo } from './photo';
import type { ReleaseSource } from './release';

/** Largest text file that is read, in bytes. A release is a few kilobytes; this leaves room for a book. */
export const maxTextBytes = 20 * 1024 * 1024;
/** Largest photo that is taken in, in bytes. */
export const maxPhotoBytes = 200 * 1024 * 1024;

/**
 * A file that was given to the program, looked at by its content, and staged: its bytes are in the
 * archive's cache, and filing keeps them.
 */
export type Intake =
  | {
      readonly kind: 'release';
      readonly source: ReleaseSource;
      readonly parsed: ParsedRelease;
      /** How sure the detection of the encoding is. */
      readonly encodingSure: boolean;
      /** A release of the archive with the same text, if there is one. */
      readonly duplicateOf: { readonly id: string; readonly headline: string } | null;
    }
  | { readonly kind: 'photo'; readonly photo: Photo };
