import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import { findRelease } from '../find-release';
import { revisionDiffLines } from '../format/diff-lines';
import { historyLines } from '../format/history-lines';
import type { GlobalOptions, Host } from '../host';
import { positiveNumber, usageError } from '../usage';
import { withArchive } from '../with-archive';

interface HistoryOptions extends GlobalOptions {
  readonly diff?: number;
}

export function addHistory(program: Command, host: Host): void {
  program
    .command('history')
    .summary('list the revisions of a release, or compare one')
    .description(
      'Lists every revision of a release, newest first. RELEASE is named as for `show`. With --diff it prints what differs between that revision and the newest one, by words: [-removed-] {+added+}.',
    )
    .argument('<release...>', 'id, part of an id, or headline')
    .option('--diff <revision>', 'compare this revision with the newest one', positiveNumber)
    .addHelpText(
      'after',
      `
Examples:
  press-archive history signs agreement with Northwind
  press-archive history 5f0c93a1be27 --diff 1

Exit code: 0; with --diff 1 where nothing differs.`,
    )
    .action(async (words: readonly string[], _local: unknown, command: Command) => {
      const options = command.optsWithGlobals<HistoryOptions>();
      const { output } = host;
      host.exitCode = await withArchive(host, options, 'reading', async (archive) => {
        const id = await findRelease(archive, words.join(' '));
        const history = await archive.history.list(id);
        if (options.diff === undefined) {
          for (const line of historyLines(history)) output.line(line);
          output.value(history);
          return exitCode.success;
        }
        const newest = history[0]?.revision ?? 1;
        if (options.diff > newest) {
          throw usageError(`The release has no revision ${options.diff}; the newest is ${newest}.`);
        }
        const diff = await archive.history.compare(id, options.diff, newest);
        for (const line of revisionDiffLines(diff)) output.line(line);
        if (diff.fields.length === 0) output.line('Nothing differs.');
        output.value(diff);
        return diff.fields.length === 0 ? exitCode.no : exitCode.success;
      });
    });
}
