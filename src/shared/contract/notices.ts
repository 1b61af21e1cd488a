import type { ArchiveInfo } from '../archive-info';
import type { BackupWork } from '../backup';
import type { CommandId } from '../command-ids';
import type { ImportProgress, WatchNews } from '../importing';
import type { Settings } from './window';

/** What main says unasked. */
export interface Notices {
  /** Something in the archive changed; lists that show it ask again. */
  'archive:changed': { readonly what: readonly ChangedKind[] };
  /** The archive that is open has become another one, or none. */
  'archive:opened': ArchiveInfo | null;
  'work:progress': WorkProgress;
  /** How far the import is; null when it has ended. */
  'import:progress': ImportProgress | null;
  /** What a watched folder has brought about; said to one window. */
  'watch:news': WatchNews;
  /** Long work is over and nobody looks: said to one window. */
  'work:ended': WorkEnd;
  'settings:changed': Settings;
  /** A window is gone, and its form waits for another one. */
  'form:waiting': null;
  /** Files or a folder were given to the program. */
  'given:waiting': null;
  /** A menu entry or its shortcut was chosen. */
  'menu:command': { readonly command: CommandId; readonly argument: string | null };
}

export type ChangedKind =
  'releases' | 'partners' | 'packs' | 'photos' | 'searches' | 'archive' | 'backups';

export interface WorkProgress {
  readonly work: 'verify' | 'export' | 'import' | 'index' | 'open' | 'sample' | BackupWork;
  readonly done: number;
  readonly total: number;
  readonly unit: 'files' | 'releases';
  readonly finished: boolean;
}

export interface WorkEnd {
  readonly work: LongWork;
  readonly outcome: 'done' | 'failed' | 'cancelled';
  /** Releases that an import has filed, whole or not; null for other work, and where it never began. */
  readonly filed: number | null;
}

/** What takes long enough that one goes and does something else meanwhile. */
export type LongWork = Exclude<WorkProgress['work'], 'index' | 'open'>;

export type NoticeChannel = keyof Notices;
