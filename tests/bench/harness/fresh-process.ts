import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { compiledScript, type Format } from './compiled';

const run = promisify(execFile);
const projectFolder = resolve(import.meta.dirname, '../../..');

/**
 * Runs a TypeScript file of `tests/bench` in a process of its own, with `gc()` at hand, and answers
 * what it printed as JSON on its last line.
 */
export async function inFreshProcess<T>(
  file: string,
  args: readonly string[],
  format: Format = 'es',
): Promise<T> {
  const script = await compiledScript(file, format);
  const { stdout } = await run(process.execPath, ['--expose-gc', script, ...args], {
    cwd: projectFolder,
  });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as T;
}
