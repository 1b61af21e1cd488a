import { relative, isAbsolute, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import type { Archive } from '../../archive/archive';
import type { PackExport, PackItem, PressPack } from '../../shared/press-pack';
import { exitCode, type ExitCode } from '../exit-code';
import { bytesText } from '../format/bytes';
import { countOf, fieldLines } from '../format/fields';
import { remarkSentence } from '../format/remark-sentence';
import type { GlobalOptions, Host } from '../host';
import { choosePackItems, type PackChoice } from '../pack-items';
import { collect, usageError } from '../usage';
import { requireWritable, withArchive } from '../with-archive';
import { visibleText } from '../../shared/visible-text';

interface PackOptions extends GlobalOptions, PackChoice {
  readonly out: string;
  readonly note: string;
  readonly contact: string;
}

export function addPack(program: Command, host: Host): void {
  program
    .command('pack')
    .summary('make a press pack')
    .description(
      'Makes a press pack of the releases chosen, with all their photos, and writes it as a folder and a ZIP.',
    )
    .argument('<title>', 'what the pack is called')
    .requiredOption('--out <dir>', 'the folder in which the pack is made')
    .option('--release <id>', 'a release: id, part of an id, or headline; repeatable', collect)
    .option('--search <query>', 'every filed release that the query finds')
    .option('--partner <name>', 'only those tagged with this partner; repeatable', collect)
    .option('--note <text>', 'the cover note that opens the pack', '')
    .option('--contact <text>', 'whom a journalist calls', '')
    .addHelpText(
      'after',
      `
Examples:
  press-archive pack "Spring campaign" --out ~/Desktop --search "spring OR 春季" --contact "Ana Ruiz, +41 22 555 01 00"
  press-archive pack "Northwind" --out packs --partner "Northwind Foundation"

Exit code: 0 made, 1 nothing to pack, 2 failure.`,
    )
    .action(async (title: string, _local: unknown, command: Command) => {
      const options = command.optsWithGlobals<PackOptions>();
      if (title.trim() === '') throw usageError('A pack needs a title.');
      host.exitCode = await withArchive(host, options, 'writing', (archive) =>
        makePack(host, archive, title.trim(), options),
      );
    });
}

async function makePack(
  host: Host,
  archive: Archive,
  title: string,
  options: PackOptions,
): Promise<ExitCode> {
  const { output } = host;
  requireWritable(archive);
  const destination = resolve(host.workingFolder, options.out);
  if (isInside(destination, archive.folder)) {
    throw usageError('A pack belongs outside the archive; give --out another folder.');
  }
  const items = await choosePackItems(host, archive, options);
  if (items.length === 0) {
    output.note('Nothing found to pack.');
    return exitCode.no;
  }
  const pack = await archive.packs.create({
    title,
    coverNote: options.note,
    contact: options.contact,
    items,
  });
  const remarks = await archive.packs.check(pack.id);
  for (const remark of remarks) output.line(remarkSentence(remark));
  const made = await exportOrForget(host, archive, pack, destination);
  if (remarks.length > 0) output.line();
  for (const line of exportLines(made, items)) output.line(line);
  output.value({ pack: archive.packs.read(pack.id), remarks, export: made });
  return exitCode.success;
}

/** A pack that could not be made leaves no empty entry in the archive. */
async function exportOrForget(
  { signal }: Host,
  archive: Archive,
  pack: PressPack,
  destination: string,
): Promise<PackExport> {
  try {
    return await archive.packs.export(pack.id, destination, { signal });
  } catch (thrown) {
    await archive.packs.delete(pack.id);
    throw thrown;
  }
}

function exportLines(made: PackExport, items: readonly PackItem[]): readonly string[] {
  const photos = items.reduce((count, item) => count + item.photoIds.length, 0);
  return fieldLines(
    [
      ['folder', visibleText(made.folder)],
      ['zip', made.zip],
      ['releases', `${items.length}, with ${countOf(photos, 'photo')}`],
      ['files', `${made.files}, ${bytesText(made.bytes)}`],
      ['manifest', `SHA-512 ${made.seal.manifestSha512}`],
    ],
    '',
  );
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
