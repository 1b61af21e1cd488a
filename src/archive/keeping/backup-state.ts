import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BackupSettings } from '../../shared/archive-settings';
import type { BackupState, BackupSummary, Rehearsal } from '../../shared/backup';
import type { Failure } from '../../shared/reply';
import { ArchiveError, toFailure } from '../errors';
import { backupsFolderOf, isOfFolder, listBackups, type Backup } from './backup-folder';
import { dueAt } from './backup-schedule';
import { onOneVolume } from './free-space';
import { listRehearsals } from './rehearsal';

/** What the folder for backups says. */
export type KnownBackups = Omit<BackupState, 'running' | 'trouble'>;

interface ArchiveToBackUp {
  readonly folder: string;
  readonly id: string;
}

/** Never throws for a folder that can't be read: whoever asks may want to choose another one. */
export async function readBackupState(
  archive: ArchiveToBackUp,
  settings: BackupSettings,
  now: Date,
): Promise<KnownBackups> {
  const folder = backupsFolderOf(archive.folder, settings);
  const { backups, rehearsals, folderTrouble } = await readFolder(archive, settings, folder);
  const last = backups.find(
    (backup) => backup.record.reason === 'routine' && isOfFolder(backup, archive.folder),
  );
  const lastAt = last === undefined ? null : new Date(last.record.startedAt);
  return {
    settings,
    folder,
    onSameDisk: await onSameDisk(archive.folder, folder),
    folderTrouble,
    backups: backups.map((backup) => summaryOf(backup, rehearsals)),
    lastRehearsal: rehearsals[0] ?? null,
    lastProven: rehearsals.find(({ ok, backup }) => ok && !isWanting(backup, rehearsals)) ?? null,
    nextDue: dueAt(lastAt, settings.every, now)?.toISOString() ?? null,
  };
}

/**
 * A folder that somebody chose is on a disk that may not be plugged in; making it anew would put the
 * backup somewhere else. Throws `backups-unreachable`.
 */
export async function requireReachable({ folder }: BackupSettings): Promise<void> {
  if (folder === null) return;
  try {
    await stat(folder);
  } catch (thrown) {
    throw new ArchiveError(
      'backups-unreachable',
      `The folder for backups, ${folder}, can't be reached. Plug its disk in, or choose another folder.`,
      { folder },
      { cause: thrown },
    );
  }
}

interface FolderContent {
  readonly backups: readonly Backup[];
  readonly rehearsals: readonly Rehearsal[];
  readonly folderTrouble: Failure | null;
}

async function readFolder(
  { id }: ArchiveToBackUp,
  settings: BackupSettings,
  folder: string,
): Promise<FolderContent> {
  try {
    await requireReachable(settings);
    const backups = await listBackups(folder, id);
    return { backups, rehearsals: await listRehearsals(folder, id), folderTrouble: null };
  } catch (thrown) {
    return { backups: [], rehearsals: [], folderTrouble: toFailure(thrown) };
  }
}

function summaryOf({ name, folder, record }: Backup, all: readonly Rehearsal[]): BackupSummary {
  return {
    name,
    folder,
    madeAt: record.startedAt,
    reason: record.reason,
    releases: record.records?.releases ?? null,
    files: record.files,
    bytes: record.bytes,
    proven: all.find(({ backup }) => backup === name)?.ok ?? null,
  };
}

/** What was proven once may have been found damaged since. */
function isWanting(name: string, all: readonly Rehearsal[]): boolean {
  return all.find(({ backup }) => backup === name)?.ok === false;
}

async function onSameDisk(archiveFolder: string, folder: string): Promise<boolean> {
  // The folder may not be there yet: then it is made where its parent is.
  for (let at = folder; ; at = dirname(at)) {
    const answer = await onOneVolume(archiveFolder, at).catch(() => null);
    if (answer !== null) return answer;
    if (dirname(at) === at) return false;
  }
}
