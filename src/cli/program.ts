import { Command, CommanderError } from 'commander';
import type { Failure } from '../shared/reply';
import { version } from '../../package.json';
import { addBackup } from './commands/backup';
import { addExport } from './commands/export';
import { addHistory } from './commands/history';
import { addImport } from './commands/import';
import { addImportArchive } from './commands/import-archive';
import { addInit } from './commands/init';
import { addPack } from './commands/pack';
import { addPartners } from './commands/partners';
import { addRestore } from './commands/restore';
import { addSearch } from './commands/search';
import { addShow } from './commands/show';
import { addStats } from './commands/stats';
import { addRedo, addUndo } from './commands/undo';
import { addVerify } from './commands/verify';
import { exitCode, type ExitCode } from './exit-code';
import { failureOf } from './failure-of';
import type { Host } from './host';

/** Runs one command line. Never throws: what went wrong is said on stderr. */
export async function runCommandLine(words: readonly string[], host: Host): Promise<ExitCode> {
  try {
    await commandLine(host).parseAsync(words, { from: 'user' });
    return host.exitCode;
  } catch (thrown) {
    return exitCodeOf(thrown, host);
  }
}

function commandLine(host: Host): Command {
  const program = new Command('press-archive')
    .description("A local, searchable archive of an institution's press releases.")
    .version(version, '--version', 'print the version')
    .option('--archive <dir>', 'the archive; else PRESS_ARCHIVE, else the current folder')
    .option('--json', 'answer in JSON')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => host.output.raw(text),
      // Misuse is told like every other failure.
      writeErr: () => undefined,
    })
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  press-archive init ~/press --institution "Lakeside University"
  press-archive import release.txt photo-1.jpg photo-2.jpg --archive ~/press
  press-archive search "signing ceremony" --archive ~/press

Exit code: 0 success; 1 the answer is no (nothing found, problems found, a file failed);
2 wrong use or failure.`,
    );
  for (const add of [
    addInit,
    addImport,
    addSearch,
    addShow,
    addHistory,
    addUndo,
    addRedo,
    addPack,
    addVerify,
    addStats,
    addPartners,
    addBackup,
    addRestore,
    addExport,
    addImportArchive,
  ]) {
    add(program, host);
  }
  return program;
}

function exitCodeOf(thrown: unknown, { output }: Host): ExitCode {
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return exitCode.success;
  const failure = thrown instanceof CommanderError ? misuse(thrown) : failureOf(thrown);
  output.failure(failure);
  return failure.code === 'cancelled' ? exitCode.interrupted : exitCode.failure;
}

function misuse(error: CommanderError): Failure {
  const message =
    error.code === 'commander.help'
      ? 'Say what to do; `press-archive --help` lists the commands.'
      : sentence(error.message.replace(/^error: /, ''));
  return { code: 'request-invalid', message, details: {} };
}

function sentence(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.?!)]$/.test(line) ? '' : '.'}`;
}
