import { resolve } from 'node:path';
import type { Command } from 'commander';
import { verifyBag, type VerifyOptions } from '../../archive/packs/verify-bag';
import { algorithmName, type VerifyReport } from '../../shared/press-pack';
import { exitCode, type ExitCode } from '../exit-code';
import { bytesText } from '../format/bytes';
import { countOf } from '../format/fields';
import type { GlobalOptions, Host } from '../host';
import { isArchive, withArchive } from '../with-archive';
import { visibleText } from '../../shared/visible-text';

export function addVerify(program: Command, host: Host): void {
  program
    .command('verify')
    .summary('check a press pack, or the archive, against its checksums')
    .description(
      'Reads every file of a press pack (folder or ZIP) again and compares it with its checksum; without PATH, every file of the archive: texts, photos, sources, tables with their second copies, the journal. Names files that belong to nothing.',
    )
    .argument('[path]', 'a pack that came back: its folder or ZIP')
    .addHelpText(
      'after',
      `
Examples:
  press-archive verify
  press-archive verify ~/Desktop/2024-05-02-spring-campaign.zip

Exit code: 0 all is as it was, 1 problems found, 2 failure.`,
    )
    .action(async (path: string | undefined, _local: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const target = path === undefined ? undefined : resolve(host.workingFolder, path);
      host.exitCode =
        target === undefined || (await isArchive(target))
          ? await verifyArchive(host, target === undefined ? options : { archive: target })
          : tell(host, await verifyBag(target, checking(host)), []);
    });
}

async function verifyArchive(host: Host, options: GlobalOptions): Promise<ExitCode> {
  return withArchive(host, options, 'reading', async (archive) => {
    const report = await archive.verify(checking(host));
    return tell(host, report, archive.info().warnings);
  });
}

function checking({ output, signal }: Host): VerifyOptions {
  return {
    signal,
    onProgress: (done, total) => output.progress('Checking files', done, total),
  };
}

/** What opening the archive found damaged counts: it has been said on stderr. */
function tell({ output }: Host, report: VerifyReport, warnings: readonly string[]): ExitCode {
  for (const problem of report.problems) output.line(visibleText(problem.message));
  const found = report.problems.length + warnings.length;
  const checked = `${countOf(report.checkedFiles, 'file')}, ${bytesText(report.checkedBytes)}`;
  const how = report.algorithm === '' ? '' : ` (${algorithmName(report.algorithm)})`;
  output.line(
    found === 0
      ? `All is as it was: ${checked}${how}.`
      : `${countOf(found, 'problem')} found in ${checked}${how}.`,
  );
  output.value({ ...report, warnings });
  return found === 0 ? exitCode.success : exitCode.no;
}
