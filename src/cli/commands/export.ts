import { resolve } from 'node:path';
import type { Command } from 'commander';
import { exportArchive } from '../../archive/keeping/transfer';
import { exitCode } from '../exit-code';
import { bytesText } from '../format/bytes';
import { countOf } from '../format/fields';
import type { GlobalOptions, Host } from '../host';
import { withArchive } from '../with-archive';
import { visibleText } from '../../shared/visible-text';

interface ExportOptions extends GlobalOptions {
  readonly out: string;
}

export function addExport(program: Command, host: Host): void {
  program
    .command('export')
    .summary('write the whole archive as one bag')
    .description(
      'Writes the whole archive with its checksums (BagIt, SHA-512) as a folder, or as a ZIP where the name ends in .zip. `import-archive` makes an archive of it again.',
    )
    .requiredOption('--out <path>', 'the folder or ZIP to make; nothing may be there yet')
    .addHelpText(
      'after',
      `
Examples:
  press-archive export --out ~/press-2026
  press-archive export --out ~/press-2026.zip`,
    )
    .action(async (_local: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      const { output, signal, workingFolder } = host;
      await withArchive(host, options, 'reading', async (archive) => {
        const made = await exportArchive(archive, resolve(workingFolder, options.out), {
          signal,
          onProgress: (done, total) => output.progress('Exporting', done, total),
        });
        output.line(
          `Wrote ${visibleText(made.path)}: ${countOf(made.files, 'file')}, ${bytesText(made.bytes)}.`,
        );
        output.value(made);
      });
      host.exitCode = exitCode.success;
    });
}
