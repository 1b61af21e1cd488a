import { randomUUID } from 'node:crypto';
import { Option, type Command } from 'commander';
import iconv from 'iconv-lite';
import type { Archive } from '../../archive/archive';
import { ArchiveError } from '../../archive/errors';
import type { ReleaseStatus } from '../../shared/release';
import { exitCode, type ExitCode } from '../exit-code';
import { findPartners } from '../find-partners';
import { countOf } from '../format/fields';
import type { GlobalOptions, Host } from '../host';
import { gatherFiles } from '../importing/gather-files';
import { groupFiles, type GroupedFiles } from '../importing/group-files';
import { ImportReport } from '../importing/import-report';
import { ImportBatches } from '../importing/import-batches';
import { prepareRelease, refuseLoosePhoto, type ImportOptions } from '../importing/import-release';
import { isPhoto } from '../importing/input-file';
import { throwIfInterrupted } from '../interruption';
import { collect, usageError } from '../usage';
import { requireWritable, withArchive } from '../with-archive';

interface ImportCommandOptions extends GlobalOptions {
  readonly partner?: readonly string[];
  readonly addPartners?: true;
  readonly status: ReleaseStatus;
  readonly encoding?: string;
  readonly again?: true;
  readonly dryRun?: true;
}

export function addImport(program: Command, host: Host): void {
  program
    .command('import')
    .summary('file releases with their photos')
    .description(
      `Files text files as releases, with their photos.

A photo goes with the text beside it that it is named after (release.txt, release-1.jpg); where only one text is given, every photo goes with it. The captions in the text go to its photos in order. A folder stands for the files in it, not for those of its own folders.`,
    )
    .argument('<path...>', 'texts (.txt, .md), photos, folders of them')
    .option('--partner <name>', 'tag every release with this partner; repeatable', collect)
    .option('--add-partners', 'add partners that a text surely names and the archive lacks')
    .addOption(
      new Option('--status <status>', 'how to file them')
        .choices(['draft', 'filed'])
        .default('filed'),
    )
    .option('--encoding <name>', 'read the texts in this encoding, such as gb18030')
    .option('--again', 'file what is in the archive already once more')
    .option('--dry-run', 'only show what would be filed')
    .addHelpText(
      'after',
      `
Examples:
  press-archive import release.txt signing.jpg handshake.jpg
  press-archive import ~/outbox --add-partners --dry-run
  press-archive import old/*.txt --encoding gb18030 --status draft

Exit code: 0 all filed or here already, 1 a file failed, 2 failure.`,
    )
    .action(async (paths: readonly string[], _local: unknown, command: Command) => {
      const options = command.optsWithGlobals<ImportCommandOptions>();
      host.exitCode = await withArchive(host, options, 'writing', (archive) =>
        importFiles(host, archive, paths, options),
      );
    });
}

async function importFiles(
  host: Host,
  archive: Archive,
  given: readonly string[],
  options: ImportCommandOptions,
): Promise<ExitCode> {
  requireWritable(archive);
  const { encoding = null } = options;
  const readable: boolean = encoding === null || iconv.encodingExists(encoding);
  if (!readable) {
    throw usageError(`"${encoding ?? ''}" is not an encoding that can be read.`);
  }
  const importOptions: ImportOptions = {
    partners: findPartners(archive, options.partner ?? []),
    addPartners: options.addPartners === true,
    status: options.status,
    encoding,
    again: options.again === true,
    dryRun: options.dryRun === true,
    group: randomUUID(),
  };
  const { paths, failed } = await gatherFiles(given, host.workingFolder);
  const report = new ImportReport(host.output, importOptions.dryRun);
  for (const failure of failed) report.failed(failure);
  const { releases, loose } = await grouped(paths, host.signal);
  const batches = new ImportBatches(archive.releases, importOptions.group, (outcome) => {
    report.outcome(outcome);
  });
  let read = 0;
  try {
    for (const files of releases) {
      if (host.signal.aborted) break;
      await batches.add(await prepareRelease(archive, files, importOptions, batches));
      read += 1;
    }
    // Also after Ctrl+C: of each text that was read it is told what became of it.
    await batches.fileWaiting();
    if (read < releases.length) throw stoppedBefore(releases.length - read);
    for (const photo of loose) report.outcome(await refuseLoosePhoto(archive, photo));
  } finally {
    // What was filed before Ctrl+C stays filed, and is told.
    report.finish();
  }
  return report.failures === 0 ? exitCode.success : exitCode.no;
}

function stoppedBefore(left: number): ArchiveError {
  return new ArchiveError('cancelled', `Stopped: ${countOf(left, 'text was', 'texts were')} left.`);
}

async function grouped(paths: readonly string[], signal: AbortSignal): Promise<GroupedFiles> {
  const texts: string[] = [];
  const photos: string[] = [];
  for (const path of paths) {
    throwIfInterrupted(signal);
    ((await isPhoto(path)) ? photos : texts).push(path);
  }
  return groupFiles(texts, photos);
}
