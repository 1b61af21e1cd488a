import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import iconv from 'iconv-lite';
import type { Archive } from '../../archive/archive';
import { ArchiveError } from '../../archive/errors';
import type { ImportOptions, ImportSummary } from '../../shared/importing';
import { exitCode, type ExitCode } from '../exit-code';
import { findPartners } from '../find-partners';
import { countOf } from '../format/fields';
import type { GlobalOptions, Host } from '../host';
import { ImportReport } from '../importing/import-report';
import { collect, usageError } from '../usage';
import { requireWritable, withArchive } from '../with-archive';

interface ImportCommandOptions extends GlobalOptions {
  readonly partner?: readonly string[];
  readonly addPartners?: true;
  readonly status: ImportOptions['status'];
  readonly tag?: readonly string[];
  readonly wxrMedia?: string;
  readonly report?: string;
  readonly encoding?: string;
  readonly again?: true;
  readonly dryRun?: true;
}

export function addImport(program: Command, host: Host): void {
  program
    .command('import')
    .summary('file releases with their photos')
    .description(
      `Files what a press office holds as releases, with their photos: plain text, Markdown, web pages (HTML, also saved into one .mhtml), Word (.docx, .doc of 1997 and later), .rtf, .odt, PDF, e-mails (.eml, .msg of Outlook), WordPress exports (.xml), ZIPs and folders of any of these.

A photo goes with the text beside it that it is named after (release.txt, release-1.jpg); where a folder has only one text, its photos go with that. The captions in the text go to its photos in order. What is filed already is recognised and left alone; what somebody should look at is filed as a draft.`,
    )
    .argument('<path...>', 'files and folders')
    .option('--partner <name>', 'tag every release with this partner; repeatable', collect)
    .option('--tag <tag>', 'give every release this tag; repeatable', collect)
    .option('--wxr-media <dir>', 'the folder with the files that a WordPress export names')
    .option('--report <file>', 'write what became of each file as CSV')
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
      // What files nothing takes no lock, and works while a window has the archive open.
      const purpose = options.dryRun === true ? 'reading' : 'writing';
      host.exitCode = await withArchive(host, options, purpose, (archive) =>
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
  const dryRun = options.dryRun === true;
  if (!dryRun) requireWritable(archive);
  const { encoding = null } = options;
  const readable: boolean = encoding === null || iconv.encodingExists(encoding);
  if (!readable) {
    throw usageError(`"${encoding ?? ''}" is not an encoding that can be read.`);
  }
  const report = new ImportReport(host.output, dryRun);
  const importOptions: ImportOptions = {
    status: options.status,
    tags: options.tag ?? [],
    partnerIds: findPartners(archive, options.partner ?? []).map(({ id }) => id),
    addPartners: options.addPartners === true,
    encoding,
    again: options.again === true,
    mediaFolder:
      options.wxrMedia === undefined ? null : resolve(host.workingFolder, options.wxrMedia),
  };
  let summary: ImportSummary;
  try {
    summary = await archive.imports.run({
      paths: given,
      options: importOptions,
      signal: host.signal,
      workingFolder: host.workingFolder,
      dryRun,
      // Whoever has a command line gives the same command again; the window's own import isn't touched.
      isKept: false,
      onOutcome: (outcome) => {
        report.outcome(outcome);
      },
    });
    if (options.report !== undefined) {
      await writeFile(resolve(host.workingFolder, options.report), archive.imports.csv());
    }
  } finally {
    // What was filed before Ctrl+C stays filed, and is told.
    report.finish();
  }
  if (summary.outcome === 'cancelled') throw new ArchiveError('cancelled', stoppedText(summary));
  if (summary.trouble !== null) throw new ArchiveError('unexpected', summary.trouble);
  return report.failures === 0 ? exitCode.success : exitCode.no;
}

function stoppedText({ filesLeft }: ImportSummary): string {
  return `Stopped: ${countOf(filesLeft, 'file was', 'files were')} left.`;
}
