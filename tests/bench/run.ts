import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readArguments, type BenchArguments, type BenchKind } from './harness/arguments';
import type { Bench } from './harness/bench';
import { tableOf } from './harness/table';

/*
 * Run by `npm run bench` and `npm run quality`, which put their own name first; without the name of
 * a bench, the list.
 */

const options: Readonly<Record<BenchKind, string>> = {
  bench: '[--data DIR] [--json FILE] [--sizes 1000,10000] [--minutes 10]',
  quality: '[--data DIR] [--json FILE] [--collections DIR] [--questions FILE]',
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function benchNames(kind: BenchKind): Promise<string[]> {
  const suffix = `.${kind}.ts`;
  const files = await readdir(import.meta.dirname);
  return files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));
}

async function load(kind: BenchKind, name: string): Promise<Bench> {
  const module = (await import(`./${name}.${kind}.ts`)) as { readonly bench: Bench };
  return module.bench;
}

async function list(kind: BenchKind): Promise<void> {
  say(`npm run ${kind} -- NAME ${options[kind]}`);
  for (const name of await benchNames(kind)) {
    say(`  ${name.padEnd(12)} ${(await load(kind, name)).question}`);
  }
}

async function measure(name: string, given: BenchArguments): Promise<void> {
  const { kind } = given;
  if (!(await benchNames(kind)).includes(name)) {
    throw new Error(`There is nothing named "${name}". "npm run ${kind}" lists what there is.`);
  }
  const bench = await load(kind, name);
  const scratchFolder = await mkdtemp(join(tmpdir(), 'press-archive-bench-'));
  const began = Date.now();
  say(`${name}: ${bench.question}`);
  say(`Node ${process.versions.node}, ${process.platform}, ${availableParallelism()} processors.`);
  try {
    const rows = await bench.run({
      dataFolder: given.dataFolder,
      sizes: given.sizes ?? bench.defaultSizes,
      collectionFolders: given.collectionFolders,
      questionsFile: given.questionsFile,
      minutes: given.minutes,
      scratchFolder,
      say,
    });
    const failed = rows.filter((row) => row.met === false).length;
    const judged = rows.filter((row) => row.met !== null).length;
    say(`\n${tableOf(rows)}\n`);
    say(`${judged - failed} of ${judged} targets met, in ${seconds(Date.now() - began)}.`);
    if (given.jsonFile !== null) {
      await writeFile(given.jsonFile, `${JSON.stringify(rows, null, 2)}\n`);
    }
  } finally {
    await rm(scratchFolder, { recursive: true, force: true });
  }
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1_000)} s`;
}

try {
  const given = readArguments(process.argv.slice(2), resolve(import.meta.dirname, '../..'));
  await (given.name === null ? list(given.kind) : measure(given.name, given));
} catch (thrown) {
  process.stderr.write(
    `${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`,
  );
  process.exitCode = 1;
}
