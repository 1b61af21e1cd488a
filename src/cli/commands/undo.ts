import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import { undoPhrase } from '../format/undo-phrase';
import type { GlobalOptions, Host } from '../host';
import { requireWritable, withArchive } from '../with-archive';

export function addUndo(program: Command, host: Host): void {
  program
    .command('undo')
    .summary('take back what was done last')
    .description(
      'Takes back the newest step of the archive, whoever did it: an import, an edit, a merge. Fifty steps can be taken back.',
    )
    .action((_local: unknown, command: Command) => step(host, command, 'undo', 'Undone'));
}

export function addRedo(program: Command, host: Host): void {
  program
    .command('redo')
    .summary('do again what was undone last')
    .description('Does again what was undone last, as long as nothing else was done since.')
    .action((_local: unknown, command: Command) => step(host, command, 'redo', 'Done again'));
}

async function step(
  host: Host,
  command: Command,
  direction: 'undo' | 'redo',
  done: string,
): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const { output } = host;
  host.exitCode = await withArchive(host, options, 'writing', async (archive) => {
    requireWritable(archive);
    const taken = await archive.undo[direction]();
    output.value(taken);
    if (taken === null) {
      output.note(`There is nothing to ${direction}.`);
      return exitCode.no;
    }
    output.line(`${done}: ${undoPhrase(taken)}.`);
    return exitCode.success;
  });
}
