import { join, resolve } from 'node:path';
import { build } from 'vite';

const projectFolder = resolve(import.meta.dirname, '../../..');
/** Below the peers, so that what is compiled finds them. */
const compiledFolder = resolve(import.meta.dirname, '../node_modules/.compiled');
const compiled = new Map<string, Promise<string>>();

/**
 * The path of a TypeScript file of `tests/bench`, given from there, with all that it imports as plain
 * JavaScript, apart from Node's own modules and the peers: as the program is. Reading TypeScript costs a
 * process more memory than a whole index, and every function its name.
 */
export function compiledScript(file: string): Promise<string> {
  let script = compiled.get(file);
  if (script === undefined) {
    script = compile(file);
    compiled.set(file, script);
  }
  return script;
}

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
