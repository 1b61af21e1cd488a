import { resolve } from 'node:path';
import type { Command } from 'commander';
import { importArchive } from '../../archive/keeping/transfer';
import type { Host } from '../host';
import { tellUnpacked } from '../unpacked';

export function addImportArchive(program: Command, host: Host): void {
  program
    .command('import-archive')
    .summary('make an archive out of an export')
    .description(
      'Checks a whole archive that `export` wrote (folder or ZIP) against its checksums and makes an archive of it in a new or empty folder.',
    )
    .argument('<bag>', 'the folder or ZIP')
    .requiredOption('--to <dir>', 'where the archive will lie: a new or empty folder')
    .addHelpText(
      'after',
      `
Example:
  press-archive import-archive press.zip --to ~/press

Exit code: 0 imported, 1 imported, but something was lost before the export, 2 failure.`,
    )
    .action(async (bag: string, { to }: { readonly to: string }) => {
      const { output, signal, workingFolder } = host;
      const imported = await importArchive(
        resolve(workingFolder, bag),
        resolve(workingFolder, to),
        {
          signal,
          onProgress: (done, total) => output.progress('Importing', done, total),
        },
      );
      host.exitCode = tellUnpacked(host, 'Imported', imported);
    });
}
