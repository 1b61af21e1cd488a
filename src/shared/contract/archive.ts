import { z } from 'zod';
import type { ArchiveInfo } from '../archive-info';
import type { BackupState, RestoredArchive } from '../backup';
import type { VerifyReport } from '../press-pack';
import type { Failure } from '../reply';
import { folder, line } from './fields';

/* Opening and making archives, looking after them, backups. */

/** Backups that stay: a number that nobody means would fill the disk. */
const kept = z.number().int().min(0).max(1_000);

export const archiveRequests = {
  'archive:info': z.null(),
  /** What is being opened while the program starts; answered at once. */
  'archive:opening': z.null(),
  'archive:recent': z.null(),
  /** Why the archive that should have opened at the start couldn't; null where nothing went wrong. */
  'archive:trouble': z.null(),
  /** Asks the person for a folder; answers null where they thought better of it. */
  'archive:choose': z.strictObject({ purpose: z.enum(['open', 'create', 'pack', 'restore']) }),
  'archive:open': z.strictObject({ folder }),
  'archive:create': z.strictObject({ folder, institutionName: line, otherNames: z.array(line) }),
  /** Opens the sample archive, which is made where it isn't there yet. */
  'sample:open': z.null(),
  /** Stops the making of it. */
  'sample:cancel': z.null(),
  'archive:close': z.null(),
  /** The archive that is open, in its newest state; for writing where nobody else has it. */
  'archive:reopen': z.null(),
  /** The same, ending the lock of somebody who gave no sign of life for long. */
  'archive:take-over': z.null(),
  'archive:describe': z.strictObject({ institutionName: line, otherNames: z.array(line) }),
  'archive:verify': z.null(),
  'backup:state': z.null(),
  /** Makes one now, and proves it where the settings say so. */
  'backup:make': z.null(),
  /** Restores the newest one for trial. */
  'backup:rehearse': z.null(),
  /** Stops what is under way with the backups. */
  'backup:cancel': z.null(),
  'backup:change-settings': z.strictObject({
    every: z.enum(['day', 'week', 'never']).optional(),
    /** null: beside the archive. */
    folder: folder.nullable().optional(),
    rehearse: z.boolean().optional(),
    keepDaily: kept.optional(),
    keepWeekly: kept.optional(),
    keepMonthly: kept.optional(),
  }),
  /** Asks for the folder that backups go to; answers null where the person thought better of it. */
  'backup:choose-folder': z.null(),
  /** Makes an archive in a new or empty folder out of the backup of that name. */
  'backup:restore': z.strictObject({ backup: line, folder }),
  'work:cancel': z.null(),
  /** Asks where to, and writes what helps to find a fault: numbers and events, nothing of any content. */
  'diagnostics:save': z.null(),
} as const;

export interface ArchiveAnswers {
  /** null: no archive is open. */
  'archive:info': ArchiveInfo | null;
  /** null: nothing, or it is open by now. */
  'archive:opening': OpeningArchive | null;
  'archive:recent': readonly RecentArchive[];
  'archive:trouble': Failure | null;
  'archive:choose': { readonly folder: string } | null;
  'archive:open': ArchiveInfo;
  'archive:create': ArchiveInfo;
  'sample:open': ArchiveInfo;
  'sample:cancel': null;
  'archive:close': null;
  'archive:reopen': ArchiveInfo;
  'archive:take-over': ArchiveInfo;
  'archive:describe': ArchiveInfo;
  'archive:verify': VerifyReport;
  'backup:state': BackupState;
  'backup:make': BackupState;
  'backup:rehearse': BackupState;
  'backup:cancel': null;
  'backup:change-settings': BackupState;
  'backup:choose-folder': BackupState | null;
  'backup:restore': RestoredArchive;
  'work:cancel': null;
  /** null where the person thought better of it. */
  'diagnostics:save': { readonly path: string } | null;
}

/** What is read of an archive that is being opened: `done` files of `total`, which is 0 at first. */
export interface OpeningArchive extends RecentArchive {
  readonly done: number;
  readonly total: number;
}

export interface RecentArchive {
  readonly folder: string;
  readonly name: string;
}
