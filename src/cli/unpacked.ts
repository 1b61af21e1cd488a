import type { RestoredArchive } from '../shared/backup';
import { exitCode, type ExitCode } from './exit-code';
import { bytesText } from './format/bytes';
import { countOf } from './format/fields';
import type { Host } from './host';
import { visibleText } from '../shared/visible-text';

/** Tells of an archive that was made out of a bag. */
export function tellUnpacked(
  { output }: Host,
  done: 'Restored' | 'Imported',
  unpacked: RestoredArchive,
): ExitCode {
  const { folder, files, bytes, counts, problems } = unpacked;
  for (const problem of problems) output.line(problem.message);
  const releases = counts === null ? '' : `${countOf(counts.releases, 'release')}, `;
  output.line(
    `${done} to ${visibleText(folder)}: ${releases}${countOf(files, 'file')}, ${bytesText(bytes)}.`,
  );
  output.value(unpacked);
  return problems.length === 0 ? exitCode.success : exitCode.no;
}
