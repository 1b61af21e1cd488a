import type { Embargo } from './embargo';
import type { PhotoId } from './photo';
import type { ReleaseId } from './release';

export type PackId = string;

/** Releases that a pack holds at most. */
export const mostPackItems = 2_000;

/** A release in a pack, and which of its photos go along. */
export interface PackItem {
  readonly releaseId: ReleaseId;
  readonly photoIds: readonly PhotoId[];
}

/** What an officer types about a pack. */
export interface PackContent {
  readonly title: string;
  /** Plain text or Markdown that opens the pack. */
  readonly coverNote: string;
  /** Whom a journalist calls. */
  readonly contact: string;
  /** In the order in which the pack shows them. */
  readonly items: readonly PackItem[];
}

/** One export of a pack. */
export interface PackSeal {
  readonly sealedAt: string;
  /** Name of the folder and, with `.zip`, of the file that was made. */
  readonly name: string;
  /** SHA-512 of `manifest-sha512.txt`: identifies the payload as it was. */
  readonly manifestSha512: string;
}

export interface PressPack extends PackContent {
  readonly id: PackId;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly seals: readonly PackSeal[];
}

/** Something to mend before the pack is handed out. */
export interface PackRemark {
  readonly kind:
    | 'release-missing'
    | 'release-in-trash'
    | 'release-withdrawn'
    | 'release-draft'
    | 'release-embargoed'
    | 'photo-without-caption'
    | 'photo-without-credit'
    | 'photo-without-alt-text'
    | 'contact-missing';
  readonly releaseId: ReleaseId | null;
  readonly photoId: PhotoId | null;
  /** The headline or file name that a sentence about it shows. */
  readonly name: string;
  /** Of an embargoed release. */
  readonly embargo?: Embargo;
}

export interface PackExport {
  /** Absolute paths of what was made. */
  readonly folder: string;
  readonly zip: string;
  readonly files: number;
  readonly bytes: number;
  readonly seal: PackSeal;
}

/** What checking a pack or an archive against its checksums found. */
export interface VerifyReport {
  readonly what: 'archive' | 'pack';
  /** Of the checksums: 'sha256', 'sha512'; where a pack has several kinds, joined by ', '. */
  readonly algorithm: string;
  readonly checkedFiles: number;
  readonly checkedBytes: number;
  readonly problems: readonly VerifyProblem[];
}

/** 'sha256' as people write it: "SHA-256". */
export function algorithmName(algorithm: string): string {
  return algorithm.toUpperCase().replaceAll(/\bSHA(?=\d)/g, 'SHA-');
}

export interface VerifyProblem {
  readonly kind: 'missing' | 'changed' | 'unknown' | 'unfiled' | 'malformed';
  readonly path: string;
  /** One plain sentence. */
  readonly message: string;
}
