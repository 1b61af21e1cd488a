import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

const run = promisify(execFile);
const projectFolder = resolve(import.meta.dirname, '../../..');
/** Below the peers, so that what is compiled finds them. */
const compiledFolder = resolve(import.meta.dirname, '../node_modules/.compiled');
const compiled = new Map<string, Promise<string>>();

/**
 * Runs a TypeScript file of `tests/bench` in a process of its own, with `gc()` at hand, and answers
 * what it printed as JSON on its last line. It is compiled before, as the program is: reading
 * TypeScript costs a process more memory than a whole index.
 */
export async function inFreshProcess<T>(file: string, args: readonly string[]): Promise<T> {
  let script = compiled.get(file);
  if (script === undefined) {
    script = compile(file);
    compiled.set(file, script);
  }
  const { stdout } = await run(process.execPath, ['--expose-gc', await script, ...args], {
    cwd: projectFolder,
  });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as T;
}

/** The path of the file with all that it imports, apart from Node's own modules and the peers. */
async function compile(file: string): Promise<string> {
  const outDir = join(compiledFolder, file.replaceAll('/', '-'));
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: resolve(projectFolder, 'tests/bench', file),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        output: { entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return join(outDir, 'main.mjs');
}
