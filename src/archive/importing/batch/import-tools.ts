import type { ImportOptions, ImportProgress } from '../../../shared/importing';
import type { PartnerService } from '../../partners/partner-service';
import type { PhotoService } from '../../photos/photo-service';
import type { ReleaseService } from '../../releases/release-service';
import type { ArchiveStore } from '../../store/archive-store';
import type { LikenessService } from '../likeness/likeness-service';
import type { FileReading } from '../file-reading';
import type { Staging } from '../staging';
import type { BrokenOff } from './earlier-part';
import type { Outcome } from './import-result';

/** What an import works with. */
export interface ImportTools {
  readonly store: ArchiveStore;
  readonly staging: Staging;
  readonly photos: PhotoService;
  readonly partners: PartnerService;
  readonly releases: ReleaseService;
  readonly likeness: LikenessService;
  readonly reading: FileReading;
}

/** How far the files are; what became of them is told by outcomes. */
export type FileProgress = Pick<
  ImportProgress,
  'files' | 'filesDone' | 'bytes' | 'bytesDone' | 'elapsedMs' | 'current'
>;

export interface RunOptions {
  readonly options: ImportOptions;
  readonly signal: AbortSignal;
  /** For relative paths. */
  readonly workingFolder: string;
  /** Files nothing, and tells what would be filed. */
  readonly dryRun: boolean;
  /** What the import changes is undone together; a UUID. */
  readonly group: string;
  /** The part of the same import that this run goes on with; null: it is no later part. */
  readonly brokenOff: BrokenOff | null;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly onProgress: (progress: FileProgress) => void;
  /** Of so many of the files everything is filed and told. */
  readonly onSafe: (files: number, filesDone: number) => void;
}
