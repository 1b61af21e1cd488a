import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import localesPlugin from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { noticesText, thirdPartyNotices } from './scripts/third-party-notices';

const here = import.meta.dirname;

/** PDF.js reads these while it runs: the tables of Chinese fonts, and decoders of pictures. */
const pdfJsData: Plugin = {
  name: 'pdfjs-data',
  generateBundle() {
    const pdfJs = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
    for (const folder of ['cmaps', 'wasm']) {
      for (const file of readdirSync(join(pdfJs, folder))) {
        const source = readFileSync(join(pdfJs, folder, file));
        this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${file}`, source });
      }
    }
  },
};

/** The licences of what is bundled, for the window; and as a file beside the program. */
const notices: Plugin = {
  name: 'third-party-notices',
  resolveId: (id) => (id === 'virtual:third-party-notices' ? `\0${id}` : null),
  load: (id) =>
    id === '\0virtual:third-party-notices'
      ? `export default ${JSON.stringify(thirdPartyNotices(here))}`
      : null,
};
const noticesFile: Plugin = {
  name: 'third-party-notices-file',
  generateBundle() {
    const source = noticesText(thirdPartyNotices(here));
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source });
  },
};

/*
 * Everything is bundled: the built program needs no node_modules beside it but Electron. Main and
 * preload come out as CommonJS, which a sandboxed preload requires and Electron starts fastest.
 */
export default defineConfig({
  main: {
    plugins: [pdfJsData, noticesFile],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: resolve(here, 'src/main/index.ts'),
          'press-archive': resolve(here, 'src/cli/index.ts'),
          'reading.worker': resolve(here, 'src/archive/importing/reading.worker.ts'),
          'indexing.worker': resolve(here, 'src/archive/search/indexing.worker.ts'),
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    plugins: [
      react(),
      notices,
      // What its components say in the languages that the window doesn't speak.
      localesPlugin.vite({ locales: ['en-US', 'zh-CN'] }),
    ],
    build: {
      // The window reads all of it before it draws anything.
      minify: true,
      rolldownOptions: { input: resolve(here, 'src/renderer/index.html') },
    },
  },
});
