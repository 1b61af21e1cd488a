/**
 * Failures cross process borders as values: Electron keeps only the text of a thrown error, and a
 * window needs the code to choose what to offer next.
 */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** Everything that can go wrong, by name. The window has one plain sentence for each. */
export const failureCodes = [
  // the archive folder
  'archive-missing',
  'archive-not-an-archive',
  'archive-read-only',
  'archive-damaged',
  'archive-locked',
  'archive-lock-lost',
  'archive-holder-active',
  'archive-not-open',
  'folder-not-empty',
  'access-denied',
  'disk-full',
  'disk-failed',
  // backups
  'backup-missing',
  'backup-damaged',
  'backups-unreachable',
  'folder-inside-archive',
  'archive-busy',
  'import-unfinished',
  // files that arrive
  'file-empty',
  'file-without-text',
  'file-too-large',
  'file-binary',
  'file-encoding-unsure',
  'file-unreadable',
  'file-unsupported',
  'file-damaged',
  'file-encrypted',
  'file-too-complex',
  'photo-invalid',
  'photo-missing',
  'photo-beside-known',
  // records
  'release-not-found',
  'release-incomplete',
  'release-changed-meanwhile',
  'revision-not-kept',
  'partner-not-found',
  'partner-name-taken',
  'pack-not-found',
  'pack-empty',
  'pack-unreadable',
  // everything else
  'printing-failed',
  'request-invalid',
  'cancelled',
  'unexpected',
] as const;

export type FailureCode = (typeof failureCodes)[number];

export interface Failure {
  readonly code: FailureCode;
  /** One plain English sentence that names the file or record and the reason. */
  readonly message: string;
  /** The data that a translated sentence needs: file names, limits, counts. */
  readonly details: Readonly<Record<string, string | number>>;
}
