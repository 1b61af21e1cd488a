import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Archive } from '../../archive/archive';
import { backupsFolderOf, defaultBackupSettings } from '../../archive/keeping/backup-folder';
import { makeBackup, type MadeBackup } from '../../archive/keeping/backups';
import { rehearseRestore, type Rehearsal } from '../../archive/keeping/rehearsal';
import { exitCode, type ExitCode } from '../exit-code';
import { bytesText } from '../format/bytes';
import { countOf, fieldLines } from '../format/fields';
import type { GlobalOptions, Host } from '../host';
import { withArchive } from '../with-archive';

interface BackupOptions extends GlobalOptions {
  readonly to?: string;
  readonly rehearse?: true;
}

export function addBackup(program: Command, host: Host): void {
  program
    .command('backup')
    .summary('back the archive up')
    .description(
      'Makes a backup beside the archive, also while the window has it open, and removes older ones by the rolling rule: the last of each of 7 days, 4 weeks and 12 months stay.',
    )
    .option('--to <dir>', 'the folder for backups; else "<archive> backups" beside the archive')
    .option('--rehearse', 'restore the backup for trial and compare it')
    .addHelpText(
      'after',
      `
Examples:
  press-archive backup
  press-archive backup --to /media/usb/press --rehearse

Exit code: 0 made, 1 the rehearsal found problems, 2 failure.`,
    )
    .action(async (_local: unknown, command: Command) => {
      const options = command.optsWithGlobals<BackupOptions>();
      host.exitCode = await withArchive(host, options, 'reading', (archive) =>
        backUp(host, archive, options),
      );
    });
}

async function backUp(
  { output, signal, workingFolder }: Host,
  archive: Archive,
  { to, rehearse }: BackupOptions,
): Promise<ExitCode> {
  const settings = {
    ...defaultBackupSettings,
    folder: to === undefined ? null : resolve(workingFolder, to),
  };
  const backup = await makeBackup(archive, settings, {
    signal,
    onProgress: (done, total) => output.progress('Backing up', done, total),
  });
  for (const line of backupLines(backup)) output.line(line);
  if (rehearse !== true) {
    output.value({ backup, rehearsal: null });
    return exitCode.success;
  }
  const rehearsal = await rehearseRestore(
    archive.folder,
    backupsFolderOf(archive.folder, settings),
    {
      signal,
      onProgress: (done, total) => output.progress('Restoring for trial', done, total),
    },
  );
  for (const line of rehearsalLines(rehearsal)) output.line(line);
  output.value({ backup, rehearsal });
  return rehearsal.ok ? exitCode.success : exitCode.no;
}

function backupLines({ folder, record, removed }: MadeBackup): readonly string[] {
  return fieldLines(
    [
      ['backup', folder],
      ['releases', String(record.records?.releases ?? '')],
      ['files', `${countOf(record.files, 'file')}, ${bytesText(record.bytes)}`],
      ['removed', removed],
    ],
    '',
  );
}

function rehearsalLines({ problems, releases, tookMs, ok }: Rehearsal): readonly string[] {
  const took = `${(tookMs / 1_000).toFixed(1)} s`;
  return [
    ...problems,
    ok
      ? `Restored for trial in ${took}: ${countOf(releases, 'release')}, all as in the archive.`
      : `Restoring for trial found ${countOf(problems.length, 'problem')}.`,
  ];
}
