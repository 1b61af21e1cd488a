import type { BackupTrouble } from './backup';
import type { UndoableStep } from './release-history';

/** The institution whose archive it is; its own names are never proposed as partners. */
export interface Institution {
  readonly name: string;
  /** Further names: abbreviation, the name in other scripts. */
  readonly otherNames: readonly string[];
}

/** The archive that is open. */
export interface ArchiveInfo {
  readonly folder: string;
  /** The folder's own name. */
  readonly name: string;
  readonly institution: Institution;
  readonly readOnly: ReadOnlyReason | null;
  readonly counts: ArchiveCounts;
  /** What would be undone next, and done again next; null: nothing. */
  readonly undo: UndoableStep | null;
  readonly redo: UndoableStep | null;
  /** Things that opening found and mended or put aside; plain sentences. */
  readonly warnings: readonly string[];
  /** Why its backups can't be relied upon just now; null where nothing is known against them. */
  readonly backupTrouble: BackupTrouble | null;
}

export type ReadOnlyReason =
  /** Opened so by whoever asked. */
  | { readonly why: 'requested' }
  | { readonly why: 'permissions' }
  | { readonly why: 'newer-format'; readonly format: number }
  | {
      readonly why: 'locked';
      readonly host: string;
      readonly user: string;
      readonly since: string;
      /** When whoever has it last gave a sign of life. */
      readonly lastSeen: string | null;
      /** Given back meanwhile: opening it again opens it for writing. */
      readonly free: boolean;
      /** No sign of life for so long that it may be taken over. */
      readonly canTakeOver: boolean;
      /** Whoever has it changed it since it was read here. */
      readonly changed: boolean;
    }
  /** It was open for writing, and somebody took it over; '' where nobody knows who. */
  | { readonly why: 'lock-lost'; readonly host: string; readonly user: string };

export interface ArchiveCounts {
  readonly releases: number;
  readonly drafts: number;
  /** Filed releases that must not be published yet, as the clock stood when they were counted. */
  readonly embargoed: number;
  /** Filed releases that lack something; see `lacksOf`. */
  readonly needsLook: number;
  readonly trash: number;
  readonly photos: number;
  readonly partners: number;
  readonly packs: number;
  /** Newest first; undated releases count in no year. */
  readonly years: readonly YearCount[];
}

/** A tag and how many releases outside the trash have it. */
export interface TagCount {
  readonly tag: string;
  readonly releases: number;
}

/** The most frequent tags, and how many there are in all. */
export interface TagList {
  readonly tags: readonly TagCount[];
  readonly total: number;
}

export interface YearCount {
  readonly year: number;
  readonly releases: number;
}
