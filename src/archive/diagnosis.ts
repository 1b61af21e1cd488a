import type { BackupState } from '../shared/backup';
import type { Archive } from './archive';
import type { IndexState } from './search/search-service';
import { archiveFormat } from './store/records';

/** What helps to find a fault in an archive: numbers and names of states, nothing of its content. */
export interface ArchiveDiagnosis {
  /** The format that this program writes. */
  readonly format: number;
  readonly readOnly: string | null;
  readonly releases: number;
  readonly drafts: number;
  readonly trash: number;
  readonly photos: number;
  readonly partners: number;
  readonly packs: number;
  readonly years: number;
  /** How many things opening found and mended. */
  readonly warnings: number;
  readonly index: IndexState;
  readonly backups: BackupDiagnosis;
}

interface BackupDiagnosis {
  readonly every: string;
  readonly rehearse: boolean;
  readonly isElsewhere: boolean;
  readonly onSameDisk: boolean;
  readonly count: number;
  /** ISO 8601 instants. */
  readonly newest: string | null;
  readonly lastProven: string | null;
  readonly running: string | null;
  /** The code of a failure, or 'rehearsal'. */
  readonly trouble: string | null;
  readonly folderTrouble: string | null;
}

export async function diagnose(archive: Archive): Promise<ArchiveDiagnosis> {
  const { counts, readOnly, warnings } = archive.info();
  const { years, ...numbers } = counts;
  return {
    format: archiveFormat,
    readOnly: readOnly?.why ?? null,
    ...numbers,
    years: years.length,
    warnings: warnings.length,
    index: archive.search.state(),
    backups: backupDiagnosis(await archive.backups.state()),
  };
}

function backupDiagnosis(state: BackupState): BackupDiagnosis {
  const { settings, trouble } = state;
  return {
    every: settings.every,
    rehearse: settings.rehearse,
    isElsewhere: settings.folder !== null,
    onSameDisk: state.onSameDisk,
    count: state.backups.length,
    newest: state.backups[0]?.madeAt ?? null,
    lastProven: state.lastProven?.at ?? null,
    running: state.running,
    trouble:
      trouble === null ? null : trouble.what === 'backup' ? trouble.failure.code : 'rehearsal',
    folderTrouble: state.folderTrouble?.code ?? null,
  };
}
