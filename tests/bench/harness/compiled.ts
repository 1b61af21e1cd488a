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
export function compiledScript(file: string, format: Format = 'es'): Promise<string> {
  const key = `${file}-${format}`;
  let script = compiled.get(key);
  if (script === undefined) {
    script = compile(file, format);
    compiled.set(key, script);
  }
  return script;
}

/** `cjs`: as the program's own scripts are. */
export type Format = 'es' | 'cjs';

async function compile(file: string, format: Format): Promise<string> {
  const outDir = join(compiledFolder, `${file.replaceAll('/', '-')}-${format}`);
  const ending = format === 'es' ? 'mjs' : 'cjs';
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
        output: {
          format,
          entryFileNames: `main.${ending}`,
          chunkFileNames: `[name]-[hash].${ending}`,
        },
      },
    },
  });
  return join(outDir, `main.${ending}`);
}
