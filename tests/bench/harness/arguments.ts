import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Benches say how fast something is, quality runs how good its answers are. */
export const benchKinds = ['bench', 'quality'] as const;
export type BenchKind = (typeof benchKinds)[number];

export interface BenchArguments {
  readonly kind: BenchKind;
  /** null lists the benches. */
  readonly name: string | null;
  readonly dataFolder: string | null;
  readonly jsonFile: string | null;
  /** null leaves the sizes to the bench. */
  readonly sizes: readonly number[] | null;
  readonly collectionFolders: readonly string[];
  readonly questionsFile: string | null;
  /** Of use in which memory may not grow; null leaves it to the bench. */
  readonly minutes: number | null;
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
      collections: { type: 'string', multiple: true },
      questions: { type: 'string' },
      minutes: { type: 'string' },
    },
  });
  const [first, name, ...others] = positionals;
  const kind = benchKinds.find((one) => one === first);
  if (kind === undefined) throw new Error(`First comes one of: ${benchKinds.join(', ')}.`);
  if (others.length > 0) throw new Error('One bench at a time, please.');
  return {
    kind,
    name: name ?? null,
    dataFolder: dataFolderOf(values.data, projectFolder),
    jsonFile: values.json === undefined ? null : resolve(values.json),
    sizes: values.sizes === undefined ? null : sizesOf(values.sizes),
    collectionFolders: (values.collections ?? []).map(existing),
    questionsFile: values.questions === undefined ? null : resolve(values.questions),
    minutes: values.minutes === undefined ? null : minutesOf(values.minutes),
  };
}

function dataFolderOf(given: string | undefined, projectFolder: string): string | null {
  if (given === undefined) {
    const usual = resolve(projectFolder, '../shared/data');
    return existsSync(usual) ? usual : null;
  }
  return existing(given);
}

function existing(folder: string): string {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  return resolve(folder);
}

function minutesOf(given: string): number {
  const minutes = Number(given);
  if (given.trim() !== '' && minutes >= 0) return minutes;
  throw new Error(`--minutes takes a number, 0 for none, not "${given}".`);
}

function sizesOf(list: string): number[] {
  const sizes = list.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    throw new Error(`--sizes takes whole numbers with commas between them, not "${list}".`);
  }
  return [...new Set(sizes)].sort((a, b) => a - b);
}
