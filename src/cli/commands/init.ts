import { resolve } from 'node:path';
import type { Command } from 'commander';
import { createArchive, openArchive } from '../../archive/archive';
import { makeSampleArchive } from '../../archive/sample/make-sample';
import { exitCode } from '../exit-code';
import type { Host } from '../host';
import { collect, usageError } from '../usage';
import { visibleText } from '../../shared/visible-text';

interface InitOptions {
  readonly institution?: string;
  readonly otherName?: readonly string[];
  readonly sample?: true;
}

export function addInit(program: Command, host: Host): void {
  program
    .command('init')
    .summary('make a new archive')
    .description('Makes a new, empty archive in FOLDER, which must be empty or not exist yet.')
    .argument('<folder>', 'where the archive will lie')
    .option('--institution <name>', 'the institution whose archive it is')
    .option('--other-name <name>', 'a further name of it; repeatable', collect)
    .option('--sample', 'fill it with the releases of an invented institution')
    .addHelpText(
      'after',
      `
Example:
  press-archive init ~/press --institution "Lakeside University" --other-name LU --other-name 湖畔大学
  press-archive init ~/sample --sample`,
    )
    .action(async (folder: string, options: InitOptions) => {
      const target = resolve(host.workingFolder, folder);
      await (options.sample ? initSample(host, target, options) : init(host, target, options));
      host.exitCode = exitCode.success;
    });
}

async function init({ output }: Host, folder: string, options: InitOptions): Promise<void> {
  const name = options.institution?.trim() ?? '';
  if (name === '') throw usageError('An archive needs the name of its institution.');
  const otherNames = (options.otherName ?? []).map((other) => other.trim()).filter(Boolean);
  const archive = await createArchive(folder, { name, otherNames });
  try {
    output.line(`Made an archive for ${name} in ${visibleText(folder)}.`);
    output.value(archive.info());
  } finally {
    await archive.close();
  }
}

async function initSample(host: Host, folder: string, options: InitOptions): Promise<void> {
  if (options.institution !== undefined || options.otherName !== undefined) {
    throw usageError('The sample archive has an institution of its own; leave out --institution.');
  }
  await makeSampleArchive(folder, host.sampleFolder, { signal: host.signal });
  const archive = await openArchive(folder, {}, { readOnly: true });
  try {
    const info = archive.info();
    const { releases, photos, partners } = info.counts;
    host.output.line(
      `Made the sample archive of ${info.institution.name} in ${visibleText(folder)}: ` +
        `${releases} releases, ${photos} photos, ${partners} partners.`,
    );
    host.output.value(info);
  } finally {
    await archive.close();
  }
}
