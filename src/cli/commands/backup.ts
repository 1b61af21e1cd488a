import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { Archive } from '../../archive/archive';
import type { MadeBackup } from '../../archive/keeping/backups';
import type { Rehearsal } from '../../shared/backup';
import { exitCode, type ExitCode } from '../exit-code';
import { bytesText } from '../format/bytes';
import { countOf, fieldLines } from '../format/fields';
import type { GlobalOptions, Host } from '../host';
import { withArchive } from '../with-archive';
import { listBackups } from './backup-list';
import { visibleText } from '../../shared/visible-text';

interface BackupOptions extends GlobalOptions {
  readonly to?: string;
  readonly rehearse?: boolean;
  readonly list?: true;
}

export function addBackup(program: Command, host: Host): void {
  program
    .command('backup')
    .summary('back the archive up, or list its backups')
    .description(
      "Makes a backup as the archive's settings say, also while the window has it open: where to, how many older ones stay, whether it is restored for trial and compared.",
    )
    .option('--to <dir>', 'another folder than that of the settings', notEmpty)
    .option('--rehearse', 'restore the backup for trial and compare it, whatever the settings say')
    .option('--no-rehearse', "don't")
    .option('--list', 'list the backups and make none')
    .addHelpText(
      'after',
      `
Examples:
  press-archive backup
  press-archive backup --to /media/usb/press --rehearse
  press-archive backup --list

Exit code: 0 made, 1 the rehearsal found problems, or there is nothing to list, 2 failure.`,
    )
    .action(async (_local: unknown, command: Command) => {
      const options = command.optsWithGlobals<BackupOptions>();
      host.exitCode = await withArchive(host, options, 'reading', (archive) =>
        options.list === true
          ? listBackups(host, archive, folderOf(host, options))
          : backUp(host, archive, options),
      );
    });
}

async function backUp(host: Host, archive: Archive, options: BackupOptions): Promise<ExitCode> {
  const { output, signal } = host;
  const { backup, rehearsal } = await archive.backups.make({
    folder: folderOf(host, options),
    rehearse: options.rehearse,
    signal,
    onProgress: (work, done, total) =>
      output.progress(work === 'backup' ? 'Backing up' : 'Restoring for trial', done, total),
  });
  for (const line of backupLines(backup)) output.line(line);
  output.value({ backup, rehearsal });
  if (rehearsal === null) return exitCode.success;
  for (const line of rehearsalLines(rehearsal)) output.line(line);
  return rehearsal.ok ? exitCode.success : exitCode.no;
}

function folderOf({ workingFolder }: Host, { to }: BackupOptions): string | undefined {
  return to === undefined ? undefined : resolve(workingFolder, to);
}

function notEmpty(folder: string): string {
  if (folder === '') throw new InvalidArgumentError('It must name a folder.');
  return folder;
}

function backupLines({ folder, record, removed }: MadeBackup): readonly string[] {
  return fieldLines(
    [
      ['backup', visibleText(folder)],
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
