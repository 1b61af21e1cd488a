import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'vite';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export interface RunOptions {
  readonly folder?: string;
  readonly archive?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The user whose rights the program has; only the superuser can choose. */
  readonly user?: number;
}

/**
 * Bundles the command line as the product's build does. A bundle starts ten times as fast as the
 * sources, and a user without rights to them can run it.
 */
export async function buildProgram(folder: string): Promise<string> {
  const project = resolve(import.meta.dirname, '../../..');
  const input = {
    'press-archive': join(project, 'src/cli/index.ts'),
    // Files are read, and texts taken apart, in the threads that the product has for it.
    'reading.worker': join(project, 'src/archive/importing/reading.worker.ts'),
    'indexing.worker': join(project, 'src/archive/search/indexing.worker.ts'),
  };
  // As deep as in the project, since the program looks for its resources from there.
  const target = join(folder, 'program/out/main');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: target,
      emptyOutDir: false,
      rolldownOptions: {
        input,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
        },
      },
    },
  });
  await symlink(join(project, 'resources'), join(folder, 'program/resources'));
  return join(target, 'press-archive.cjs');
}

/** Runs the program to its end. */
export async function runProgram(
  program: string,
  words: readonly string[],
  options: RunOptions = {},
): Promise<Run> {
  const { PRESS_ARCHIVE: _mine, NODE_OPTIONS: _alsoMine, ...environment } = process.env;
  const child = spawn(process.execPath, [program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environment,
      ...(options.archive === undefined ? {} : { PRESS_ARCHIVE: options.archive }),
      ...options.environment,
    },
    ...(options.folder === undefined ? {} : { cwd: options.folder }),
    ...(options.user === undefined ? {} : { uid: options.user, gid: options.user }),
  });
  const [out, error] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: child.exitCode, out, error };
}
