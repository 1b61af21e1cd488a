import type { ImportRemark, Likeness } from './importing';
import type { ParsedRelease } from './parsed-release';
import type { Photo } from './photo';
import type { IsoDate, ReleaseSource, ReleaseStatus } from './release';

/** Largest text file that is read, in bytes. A release is a few kilobytes; this leaves room for a book. */
export const maxTextBytes = 20 * 1024 * 1024;
/** Largest file of any kind that is read, in bytes: an export of a large site, a ZIP of photos. */
export const maxFileBytes = 1024 * 1024 * 1024;
/** Largest photo that is taken in, in bytes. */
export const maxPhotoBytes = 200 * 1024 * 1024;

/** What the file says of its text in fields of its own; '' or null or empty where it doesn't. */
export interface FileFacts {
  readonly title: string;
  /** One paragraph that the file keeps apart from its text. */
  readonly summary: string;
  readonly byline: string;
  readonly publicationDate: IsoDate | null;
  readonly status: ReleaseStatus;
  readonly tags: readonly string[];
}

/** A photo that came inside a file, staged. */
export interface ArrivedPhoto {
  readonly photo: Photo;
  /** '' where the file says none: then a caption of the text may belong to it. */
  readonly caption: string;
  readonly altText: string;
  readonly creditLine: string;
}

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
      readonly facts: FileFacts;
      /** In the order of the file; the text names their places as `photo:<sha256>`. */
      readonly photos: readonly ArrivedPhoto[];
      readonly remarks: readonly ImportRemark[];
      /** Releases of the archive that it may be the same as, the likeliest first. */
      readonly likenesses: readonly Likeness[];
    }
  | { readonly kind: 'photo'; readonly photo: Photo }
  /** It holds several releases or files: an export, a ZIP, a letter with texts. That's for an import. */
  | { readonly kind: 'several'; readonly fileName: string };
