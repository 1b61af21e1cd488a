import type { Institution } from '../../shared/archive-info';
import type { ArchiveSettings } from '../../shared/archive-settings';
import type { Embargo } from '../../shared/embargo';
import type { Partner } from '../../shared/partner';
import type { Photo } from '../../shared/photo';
import type { PressPack } from '../../shared/press-pack';
import type { Release } from '../../shared/release';

/** The number of the disk format that this program writes. */
export const archiveFormat = 1;

/** Content of `archive.json`. */
export interface ArchiveRecord {
  readonly format: number;
  readonly id: string;
  readonly institution: Institution;
  readonly createdAt: string;
  /** Set where every revision since the archive was made has been kept. */
  readonly keepsHistory?: true;
}

/** A release without its body, which lies in a Markdown file of its own. */
export interface ReleaseRecord extends Omit<Release, 'body' | 'embargo'> {
  /** Left out where there is none, as in records of before there were any. */
  readonly embargo?: Embargo | null;
  /** SHA-256 of the body's UTF-8 text. */
  readonly bodySha256: string;
  /** The first words of the body, so that lists need not read it. */
  readonly excerpt: string;
}

/**
 * One step of a change. Steps carry whole records, so that applying one twice leaves what applying
 * it once does: the journal may be replayed over files that already have it.
 */
export type Step =
  | { readonly put: 'release'; readonly record: ReleaseRecord; readonly body?: string }
  | { readonly put: 'partner'; readonly record: Partner }
  | { readonly put: 'pack'; readonly record: PressPack }
  | { readonly put: 'photo'; readonly record: Photo }
  | { readonly put: 'archive'; readonly record: ArchiveRecord }
  | { readonly put: 'settings'; readonly record: ArchiveSettings }
  | { readonly drop: 'pack' | 'partner'; readonly id: string };

/** A change, all of it or nothing, as it is given to the journal. */
export interface Change {
  /** ISO 8601 instant. */
  readonly at: string;
  /** What the person did: "release:file". */
  readonly action: string;
  readonly steps: readonly Step[];
  /** Changes of one group that follow one another are undone together. */
  readonly group?: string;
}

/** One line of the journal. */
export interface JournalRecord extends Change {
  /** One more than the record before. */
  readonly sequence: number;
  /** All records up to this sequence were safe on disk before this one was written. */
  readonly durable: number;
}
