import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface BenchArguments {
  /** null lists the benches. */
  readonly name: string | null;
  readonly dataFolder: string | null;
  readonly jsonFile: string | null;
  /** null leaves the sizes to the bench. */
  readonly sizes: readonly number[] | null;
}

/** Throws an error with a plain sentence for what it doesn't understand. */
export function readArguments(given: readonly string[], projectFolder: string): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      json: { type: 'string' },
      sizes: { type: 'string' },
    },
  });
  if (positionals.length > 1) throw new Error('One bench at a time, please.');
  return {
    name: positionals[0] ?? null,
    dataFolder: dataFolderOf(values.data, projectFolder),
    jsonFile: values.json === undefined ? null : resolve(values.json),
    sizes: values.sizes === undefined ? null : sizesOf(values.sizes),
  };
}

function dataFolderOf(given: string | undefined, projectFolder: string): string | null {
  if (given === undefined) {
    const usual = resolve(projectFolder, '../shared/data');
    return existsSync(usual) ? usual : null;
  }
  if (!existsSync(given)) throw new Error(`There is no folder ${given}.`);
  return resolve(given);
}

function sizesOf(list: string): number[] {
  const sizes = list.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    throw new Error(`--sizes takes whole numbers with commas between them, not "${list}".`);
  }
  return [...new Set(sizes)].sort((a, b) => a - b);
}
