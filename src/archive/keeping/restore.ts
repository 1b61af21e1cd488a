import type { RestoredArchive } from '../../shared/backup';
import { readBackup } from './backup-folder';
import { unpackArchive } from './unpack-bag';
import type { WorkOptions } from './work-options';

/**
 * Makes an archive in `target`, a new or empty folder, out of a backup: verified before, read again and
 * opened after. Throws `backup-missing` where `backupFolder` is no backup, and what `unpackArchive`
 * throws; then nothing is left behind.
 */
export async function restoreBackup(
  backupFolder: string,
  target: string,
  options: WorkOptions = {},
): Promise<RestoredArchive> {
  await readBackup(backupFolder);
  return unpackArchive(backupFolder, target, options);
}
