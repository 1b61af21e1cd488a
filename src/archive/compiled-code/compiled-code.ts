import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { version } from '../../../package.json';
import { decodeCodeFile, encodeCodeFile, type CodeOwner, type KeptCode } from './code-file';
import { readPrivate, writePrivate } from './private-file';

const owner: CodeOwner = {
  program: version,
  v8: `${process.versions.v8} ${process.platform} ${process.arch}`,
};

/** A tenth more compiled code is worth another file. */
const worthwhileGrowth = 1.1;

interface Loaded {
  readonly script: Script;
  readonly sourceCrc: number;
}

/**
 * What V8 compiled of the program's own scripts, kept for the next start. V8 compiles a function when it is
 * first called; what is kept after some work has been done spares the next process that.
 */
export class CompiledCode {
  readonly #file: string;
  readonly #kept: ReadonlyMap<string, KeptCode>;
  readonly #loaded = new Map<string, Loaded>();
  #isWanting = false;

  /** `folder` belongs to this user, and need not be there yet; `name` says for which process. */
  constructor(folder: string, name: string) {
    this.#file = join(folder, `${name}.code`);
    const file = readPrivate(this.#file);
    this.#kept = file === null ? new Map<string, KeptCode>() : decodeCodeFile(owner, file);
  }

  /** From now on the `.cjs` files of this folder are loaded with what was kept of them. */
  serve(folder: string): void {
    // Deprecated long ago, and what every loader of other files relies on: Node says it won't remove it.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const { extensions } = createRequire(join(folder, 'index.cjs'));
    // As Node itself loads them: there is no handler of this name of its own.
    const usual = extensions['.cjs'] ?? extensions['.js'];
    extensions['.cjs'] = (module, path) => {
      if (dirname(path) === folder) this.#load(module, path);
      else usual(module, path);
    };
  }

  /**
   * Keeps what has been compiled by now, for the next start. Where all scripts were known, it is looked
   * at only on `ifGrown`, and kept where there is clearly more of it. Never throws.
   */
  keep({ ifGrown }: { readonly ifGrown: boolean }): void {
    if (this.#loaded.size === 0 || (!this.#isWanting && !ifGrown)) return;
    const scripts = new Map<string, KeptCode>();
    let before = 0;
    let bytes = 0;
    for (const [name, { script, sourceCrc }] of this.#loaded) {
      const code = script.createCachedData();
      scripts.set(name, { sourceCrc, code });
      before += this.#kept.get(name)?.code.length ?? 0;
      bytes += code.length;
    }
    if (!this.#isWanting && bytes < before * worthwhileGrowth) return;
    writePrivate(this.#file, encodeCodeFile(owner, scripts));
    this.#isWanting = false;
  }

  #load(module: NodeJS.Module, path: string): void {
    const bytes = readFileSync(path);
    const name = basename(path);
    const sourceCrc = crc32(bytes);
    const kept = this.#kept.get(name);
    const cachedData = kept?.sourceCrc === sourceCrc ? kept.code : undefined;
    const script = new Script(wrapped(bytes.toString('utf8')), {
      filename: path,
      ...(cachedData === undefined ? {} : { cachedData }),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (cachedData === undefined || script.cachedDataRejected === true) this.#isWanting = true;
    this.#loaded.set(name, { script, sourceCrc });
    const run = script.runInThisContext() as CommonJs;
    run.call(module.exports, module.exports, createRequire(path), module, path, dirname(path));
  }
}

type CommonJs = (
  this: unknown,
  exports: unknown,
  require: NodeJS.Require,
  module: NodeJS.Module,
  path: string,
  folder: string,
) => void;

/** On one line with what the script begins with: lines in reports of faults stay those of the file. */
function wrapped(source: string): string {
  const program = source.startsWith('#!') ? `//${source}` : source;
  return `(function (exports, require, module, __filename, __dirname) { ${program}\n})`;
}
