import { resolve } from 'node:path';
import type { Command } from 'commander';
import { restoreBackup } from '../../archive/keeping/restore';
import type { Host } from '../host';
import { tellUnpacked } from '../unpacked';

export function addRestore(program: Command, host: Host): void {
  program
    .command('restore')
    .summary('make an archive out of a backup')
    .description(
      'Checks a backup against its checksums and makes an archive of it in a new or empty folder. Nothing is ever overwritten.',
    )
    .argument('<backup>', 'the folder of the backup')
    .requiredOption('--to <dir>', 'where the archive will lie: a new or empty folder')
    .addHelpText(
      'after',
      `
Example:
  press-archive restore "press backups/2026-03-04T101530Z" --to ~/press-restored

Exit code: 0 restored, 1 restored, but something was lost before the backup, 2 failure.`,
    )
    .action(async (backup: string, { to }: { readonly to: string }) => {
      const { output, signal, workingFolder } = host;
      const restored = await restoreBackup(
        resolve(workingFolder, backup),
        resolve(workingFolder, to),
        {
          signal,
          onProgress: (done, total) => output.progress('Restoring', done, total),
        },
      );
      host.exitCode = tellUnpacked(host, 'Restored', restored);
    });
}
