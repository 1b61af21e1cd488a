import { join } from 'node:path';
import { build } from 'vite';

/** One JavaScript file of a child process, so that starting it takes no compiling. */
export async function bundleChild(name: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
    ssr: { noExternal: true, external: ['vitest'] },
  });
  return join(folder, `${name}.mjs`);
}
