import type { Archive } from '../../archive/archive';
import { ArchiveError } from '../../archive/errors';
import type { BackupState, BackupSummary } from '../../shared/backup';
import { exitCode, type ExitCode } from '../exit-code';
import { bytesText } from '../format/bytes';
import { countOf } from '../format/fields';
import type { Host } from '../host';
import { visibleText } from '../../shared/visible-text';

/** Lists the backups in the folder of the settings, or in another one, newest first. */
export async function listBackups(
  { output }: Host,
  archive: Archive,
  folder: string | undefined,
): Promise<ExitCode> {
  const state = await archive.backups.state(folder);
  const { folderTrouble, backups } = state;
  if (folderTrouble !== null) {
    throw new ArchiveError(folderTrouble.code, folderTrouble.message, folderTrouble.details);
  }
  for (const backup of backups) output.line(backupLine(backup));
  output.line(lastLine(state));
  output.value(state);
  return backups.length === 0 ? exitCode.no : exitCode.success;
}

function backupLine({ name, releases, files, bytes, proven }: BackupSummary): string {
  const parts = [
    name,
    releases === null ? 'of an older format' : countOf(releases, 'release'),
    countOf(files, 'file'),
    bytesText(bytes),
    proven === null ? '' : proven ? 'proven' : 'found wanting',
  ];
  return parts.filter((part) => part !== '').join('  ');
}

function lastLine({ folder, backups, lastProven }: BackupState): string {
  if (backups.length === 0) return `No backup of this archive in ${visibleText(folder)} yet.`;
  const proven =
    lastProven === null
      ? 'none was proven restorable yet'
      : `last proven restorable: ${lastProven.backup}, on ${lastProven.at}`;
  return `${countOf(backups.length, 'backup')} in ${visibleText(folder)}; ${proven}.`;
}
