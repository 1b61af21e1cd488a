import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import { findRelease } from '../find-release';
import { releaseLines } from '../format/release-text';
import type { GlobalOptions, Host } from '../host';
import { usageError } from '../usage';
import { withArchive } from '../with-archive';

interface ShowOptions extends GlobalOptions {
  readonly markdown?: true;
}

export function addShow(program: Command, host: Host): void {
  program
    .command('show')
    .summary('print one release')
    .description(
      'Prints a release. RELEASE is its id, the beginning or end of its id, or its headline or words that only its headline has.',
    )
    .argument('<release...>', 'id, part of an id, or headline')
    .option('--markdown', 'only the body, as Markdown')
    .addHelpText(
      'after',
      `
Examples:
  press-archive show 5f0c93a1be27
  press-archive show signs agreement with Northwind
  press-archive show 5f0c93a1be27 --markdown > body.md`,
    )
    .action(async (words: readonly string[], _local: unknown, command: Command) => {
      const options = command.optsWithGlobals<ShowOptions>();
      const { output } = host;
      if (options.markdown && output.json) {
        throw usageError('Give --json or --markdown, not both.');
      }
      await withArchive(host, options, 'reading', async (archive) => {
        const details = await archive.releases.read(await findRelease(archive, words.join(' ')));
        if (options.markdown) output.raw(`${details.release.body}\n`);
        else output.line(releaseLines(details).join('\n'));
        output.value(details);
      });
      host.exitCode = exitCode.success;
    });
}
