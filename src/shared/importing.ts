import type { PartnerId } from './partner';
import type { IsoDate, ReleaseId, ReleaseStatus } from './release';
import type { Failure } from './reply';
import type { ReviewReason } from './review';

/** What an import does with everything that it finds. */
export interface ImportOptions {
  readonly status: Exclude<ReleaseStatus, 'withdrawn'>;
  /** Every release gets them. */
  readonly tags: readonly string[];
  readonly partnerIds: readonly PartnerId[];
  /** Adds partners that a text surely names and the archive lacks. */
  readonly addPartners: boolean;
  /** Reads texts with this encoding (WHATWG name) instead of the detected one. */
  readonly encoding: string | null;
  /** Files what the archive has already once more. */
  readonly again: boolean;
  /** The folder with the files that a WordPress export names; null: beside the export. */
  readonly mediaFolder: string | null;
}

export const defaultImportOptions: ImportOptions = {
  status: 'filed',
  tags: [],
  partnerIds: [],
  addPartners: false,
  encoding: null,
  again: false,
  mediaFolder: null,
};

export const importResults = ['filed', 'needs-look', 'already-here', 'failed'] as const;
export type ImportResult = (typeof importResults)[number];

/** What became of one release of one file, or of a file that holds none. */
export interface ImportRow {
  /** Path of the file as it was found, or as it was dropped; inside a ZIP or a letter behind a "›". */
  readonly path: string;
  readonly result: ImportResult;
  /** null where it failed, and in a dry run. */
  readonly releaseId: ReleaseId | null;
  readonly headline: string;
  readonly publicationDate: IsoDate | null;
  /** Why it needs a look. */
  readonly review: readonly ReviewReason[];
  /** What a person should know of a file that could be read. */
  readonly remarks: readonly ImportRemark[];
  /** Why it failed. null otherwise. */
  readonly failure: Failure | null;
  /** In a dry run: the path of its earlier file that is the same. null otherwise. */
  readonly inThisRun: string | null;
}

export type ImportRemarkCode =
  | 'pictures-not-in-file'
  | 'pictures-unreadable'
  | 'changes-accepted'
  | 'comments-left-out'
  | 'hidden-left-out'
  | 'text-cut-off'
  | 'password-protected'
  | 'embargoed'
  | 'pages-left-out'
  | 'deleted-left-out';

/** `count` is how many of them. */
export interface ImportRemark {
  readonly code: ImportRemarkCode;
  readonly count: number;
}

export interface ImportCounts {
  readonly filed: number;
  readonly needsLook: number;
  readonly alreadyHere: number;
  readonly failed: number;
}

/** How far an import is. */
export interface ImportProgress extends ImportCounts {
  /** Files that were given, in bytes and in number; a ZIP counts as one until it is open. */
  readonly files: number;
  readonly filesDone: number;
  readonly bytes: number;
  readonly bytesDone: number;
  /** Milliseconds since it began. */
  readonly elapsedMs: number;
  /** The name of the file that is being read. */
  readonly current: string;
}

export interface ImportSummary extends ImportCounts {
  /** ISO 8601 instants. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly outcome: 'done' | 'cancelled' | 'stopped';
  /** Files that weren't read any more. */
  readonly filesLeft: number;
  /** Why it stopped before its end; one plain sentence. */
  readonly trouble: string | null;
}

/** An import that ended with the program or was cancelled: what it was given, to go on with. */
export interface UnfinishedImport {
  /** Paths, or names of what was dropped. */
  readonly sources: readonly string[];
  readonly options: ImportOptions;
  /** ISO 8601 instants; the second is the last one at which it gave a sign. */
  readonly startedAt: string;
  readonly stoppedAt: string;
  /** Files that were found, and those of which everything is filed and told. */
  readonly files: number;
  readonly filesDone: number;
  /** Releases. */
  readonly filed: number;
}

export interface ImportState {
  /** null: none is under way. */
  readonly running: ImportProgress | null;
  /** The last one of this session. */
  readonly last: ImportSummary | null;
  readonly unfinished: UnfinishedImport | null;
}

/** A page of the report. */
export interface ImportRows {
  readonly rows: readonly ImportRow[];
  readonly total: number;
}

/** A folder whose new files are filed by themselves while the archive is open. */
export interface WatchedFolder {
  readonly folder: string;
  readonly status: Exclude<ReleaseStatus, 'withdrawn'>;
}

export interface WatchState {
  readonly watched: WatchedFolder | null;
  /** The folder can't be reached just now; it is looked for again. */
  readonly isMissing: boolean;
}

/** What a watched folder has brought about. */
export type WatchNews =
  | {
      readonly kind: 'filed';
      readonly folder: string;
      /** Releases. */
      readonly filed: number;
      readonly needsLook: number;
      /** Files that could not be read. */
      readonly failed: number;
    }
  | { readonly kind: 'missing'; readonly folder: string };

/** How a text that arrives resembles a release of the archive. */
export interface Likeness {
  readonly id: ReleaseId;
  readonly headline: string;
  readonly publicationDate: IsoDate | null;
  readonly kind:
    'same-file' | 'same-text' | 'near-duplicate' | 'same-headline-and-date' | 'may-be-translation';
  /** From 0 to 1, as in `ReviewNote`. */
  readonly resemblance: number | null;
}
