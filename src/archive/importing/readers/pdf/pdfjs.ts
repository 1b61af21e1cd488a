import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfJs = typeof pdfjs;

let loading: Promise<PdfJs> | undefined;

/** PDF.js, loaded with the first PDF. It runs in this thread and fetches nothing. */
export function loadPdfJs(): Promise<PdfJs> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PdfJs> {
  standInForDrawing();
  // It says at the console that it can't draw, which nobody asked of it.
  const { warn } = console;
  console.warn = () => undefined;
  try {
    // The worker module leaves its handler where the other one looks for it before starting a thread.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- made with `new`, and nothing more
class StandIn {}

/** PDF.js makes one of these when it's loaded, and uses them only to draw. */
function standInForDrawing(): void {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: StandIn });
  }
}

/** Where the built program keeps PDF.js' data files, beside its code. */
const shipped = join(import.meta.dirname, 'pdfjs');

/** The folder of PDF.js' data: `cmaps/` for Chinese fonts, `wasm/` for kinds of pictures. */
function dataFolder(): string {
  if (existsSync(shipped)) return shipped;
  return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
}

/** What PDF.js asks for its data: files of its own folder and no others. */
export class PdfJsData {
  readonly #folder = dataFolder();

  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = kind === 'cMapUrl' ? 'cmaps' : kind === 'wasmUrl' ? 'wasm' : null;
    if (folder === null) throw new Error(`${kind} isn't there.`);
    return new Uint8Array(await readFile(join(this.#folder, folder, basename(filename))));
  }
}
