import type { WatchedFolder } from './importing';
import type { SavedSearch } from './search';

/** How an archive's backups are made; kept with the archive. */
export interface BackupSettings {
  /** How often a backup is due while somebody has the archive open for writing. */
  readonly every: 'day' | 'week' | 'never';
  /** The folder in which backups lie; null is the one beside the archive, "<archive> backups". */
  readonly folder: string | null;
  /** Restores each new backup for trial and compares it. */
  readonly rehearse: boolean;
  /** The last backup of each of so many days, weeks and months stays. */
  readonly keepDaily: number;
  readonly keepWeekly: number;
  readonly keepMonthly: number;
}

/** What a person decided about this archive; content of its `settings.json`. */
export interface ArchiveSettings {
  readonly backup: BackupSettings;
  readonly searches: readonly SavedSearch[];
  /** Its new files are filed by themselves; null: no folder is watched. */
  readonly watched: WatchedFolder | null;
}

export const defaultArchiveSettings: ArchiveSettings = {
  backup: {
    every: 'day',
    folder: null,
    rehearse: true,
    keepDaily: 7,
    keepWeekly: 4,
    keepMonthly: 12,
  },
  searches: [],
  watched: null,
};
