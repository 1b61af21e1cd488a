import { join } from 'node:path';
import { systemErrorCode, toFailure } from '../archive/errors';
import { exitCode } from './exit-code';
import type { Host } from './host';
import { mayEmphasise, Output } from './output';
import { runCommandLine } from './program';

const words = process.argv.slice(2);
const stopping = new AbortController();

// Once: the command ends at its next safe point. A second Ctrl+C ends the process there and then.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stopping.abort());
}

const ownWords = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
const host: Host = {
  output: new Output(process.stdout, process.stderr, {
    json: ownWords.includes('--json'),
    bold: mayEmphasise(process.stdout, process.env),
  }),
  environment: process.env,
  workingFolder: process.cwd(),
  sampleFolder: join(import.meta.dirname, '../../resources/sample'),
  signal: stopping.signal,
  exitCode: exitCode.success,
};

// A reader that has seen enough (`| head`) is no failure; a full disk behind `> file` is one.
let cutOff = false;
process.stdout.on('error', (error) => {
  if (cutOff || systemErrorCode(error) === 'EPIPE') return;
  cutOff = true;
  host.output.failure(toFailure(error));
});
process.stderr.on('error', () => undefined);

// A process whose work never ends runs out of things to wait for and ends well: it must not look so.
process.exitCode = exitCode.failure;
const unfinished = (): void => {
  host.output.note('The program ended before its work was done.');
};
process.once('beforeExit', unfinished);

// No process.exit: it would cut off what a pipe hasn't taken yet.
export const finished = runCommandLine(words, host).then((code) => {
  process.off('beforeExit', unfinished);
  process.exitCode = cutOff ? exitCode.failure : code;
});
