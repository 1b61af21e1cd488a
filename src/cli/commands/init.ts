import { resolve } from 'node:path';
import type { Command } from 'commander';
import { createArchive } from '../../archive/archive';
import { exitCode } from '../exit-code';
import type { Host } from '../host';
import { collect, usageError } from '../usage';

interface InitOptions {
  readonly institution: string;
  readonly otherName?: readonly string[];
}

export function addInit(program: Command, host: Host): void {
  program
    .command('init')
    .summary('make a new archive')
    .description('Makes a new, empty archive in FOLDER, which must be empty or not exist yet.')
    .argument('<folder>', 'where the archive will lie')
    .requiredOption('--institution <name>', 'the institution whose archive it is')
    .option('--other-name <name>', 'a further name of it; repeatable', collect)
    .addHelpText(
      'after',
      `
Example:
  press-archive init ~/press --institution "Lakeside University" --other-name LU --other-name 湖畔大学`,
    )
    .action(async (folder: string, options: InitOptions) => {
      await init(host, resolve(host.workingFolder, folder), options);
      host.exitCode = exitCode.success;
    });
}

async function init({ output }: Host, folder: string, options: InitOptions): Promise<void> {
  const name = options.institution.trim();
  if (name === '') throw usageError('An archive needs the name of its institution.');
  const otherNames = (options.otherName ?? []).map((other) => other.trim()).filter(Boolean);
  const archive = await createArchive(folder, { name, otherNames });
  try {
    output.line(`Made an archive for ${name} in ${folder}.`);
    output.value(archive.info());
  } finally {
    await archive.close();
  }
}
