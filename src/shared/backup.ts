import type { BackupSettings } from './archive-settings';
import type { VerifyProblem } from './press-pack';
import type { Failure } from './reply';

/** One backup of an archive, as a list shows it. */
export interface BackupSummary {
  /** Name of its folder. */
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
  /** ISO 8601 instant at which it began: what it has is what the archive had then. */
  readonly madeAt: string;
  /** One made before a migration is never removed by itself. */
  readonly reason: 'routine' | 'before-migration';
  /** null where its records are of an older format. */
  readonly releases: number | null;
  readonly files: number;
  readonly bytes: number;
  /** What the last rehearsal of it gave; null where there was none. */
  readonly proven: boolean | null;
}

/** What restoring a backup for trial gave. */
export interface Rehearsal {
  /** Name of the backup. */
  readonly backup: string;
  /** Absent from rehearsals of before there were several archives to a folder. */
  readonly archiveId?: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Milliseconds that verifying, restoring and comparing took. */
  readonly tookMs: number;
  readonly files: number;
  readonly bytes: number;
  readonly releases: number;
  readonly ok: boolean;
  /** Plain sentences; empty where `ok`. */
  readonly problems: readonly string[];
}

export type BackupWork = 'backup' | 'rehearsal' | 'restore';

/** Why an archive's backups can't be relied upon just now. */
export type BackupTrouble =
  /** The last one couldn't be made. */
  | { readonly what: 'backup'; readonly failure: Failure }
  /** Restoring the last one for trial found something: plain sentences. */
  | { readonly what: 'rehearsal'; readonly problems: readonly string[] };

/** All that there is to know about an archive's backups. */
export interface BackupState {
  readonly settings: BackupSettings;
  /** Where backups go, absolute. */
  readonly folder: string;
  /** Whether one broken disk would take both the archive and its backups. */
  readonly onSameDisk: boolean;
  /** Why the folder can't be read; its backups are unknown then. */
  readonly folderTrouble: Failure | null;
  /** Newest first. */
  readonly backups: readonly BackupSummary[];
  readonly lastRehearsal: Rehearsal | null;
  /** The last rehearsal that found nothing, of a backup in which nothing was found since either. */
  readonly lastProven: Rehearsal | null;
  /** ISO 8601 instant from which on one is due, which may be past; null where none ever is. */
  readonly nextDue: string | null;
  readonly running: BackupWork | null;
  readonly trouble: BackupTrouble | null;
}

/** An archive that was made out of a backup or an export. */
export interface RestoredArchive {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** null where the archive is of another format than this program's. */
  readonly counts: RecordCounts | null;
  /** What the archive itself had lost already; the backup is as it was made. */
  readonly problems: readonly VerifyProblem[];
}

export interface RecordCounts {
  readonly releases: number;
  readonly photos: number;
  readonly partners: number;
  readonly packs: number;
}
