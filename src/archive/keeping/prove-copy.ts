import { ArchiveError } from '../errors';
import { lackingIn, readRecordDigests, type RecordDigests } from './record-digests';

/**
 * Opens a copy of a live archive and answers what it holds; `before` is what the archive held when
 * copying began. Throws `disk-failed` where the copy lacks anything that stood there all the time.
 */
export async function proveCopy(
  archiveFolder: string,
  copy: string,
  before: RecordDigests,
  what: 'backup' | 'export',
): Promise<RecordDigests> {
  const copied = await readRecordDigests(copy);
  const isSame = copied.sha256 === before.sha256;
  const lacking = isSame ? [] : lackingIn(copied, before, await readRecordDigests(archiveFolder));
  if (lacking.length === 0 && copied.warnings.length <= before.warnings.length) return copied;
  throw new ArchiveError(
    'disk-failed',
    `The ${what} didn't hold what the archive holds (${lacking.length} records) and was thrown away. Try again.`,
    { records: lacking.length },
  );
}
