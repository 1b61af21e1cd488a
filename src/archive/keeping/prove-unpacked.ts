import { basename } from 'node:path';
import type { RecordCounts } from '../../shared/backup';
import type { VerifyProblem } from '../../shared/press-pack';
import { ArchiveError } from '../errors';
import { ArchiveStore } from '../store/archive-store';
import { DurableJson } from '../store/durable-json';
import { Layout } from '../store/layout';
import { archiveFormat, type ArchiveRecord } from '../store/records';
import { verifyArchive } from '../store/verify-archive';
import { digestTables } from './record-digests';
import { strangeRecord } from './record-shape';

interface ProvenArchive {
  readonly counts: RecordCounts | null;
  readonly problems: readonly VerifyProblem[];
}

/**
 * Opens what was unpacked, for reading only, and compares every text, photo and source with its
 * record. Throws `backup-damaged` where records would lead out of the archive's
 * folder, `cancelled`, and what opening throws.
 */
export async function proveUnpacked(
  bag: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<ProvenArchive> {
  const { archiveFile } = new Layout(folder);
  const archive = await new DurableJson<ArchiveRecord>(archiveFile).read();
  // Records of another format are for a migration or a newer program to read.
  if (archive?.format !== archiveFormat) return { counts: null, problems: [] };
  const store = await ArchiveStore.open(folder, { readOnly: true });
  try {
    const strange = strangeRecord(store.tables);
    if (strange !== null) throw refusal(bag, strange);
    const { counts } = digestTables(store.tables);
    const damage = store.warnings.map((message): VerifyProblem => ({
      kind: 'malformed',
      path: '',
      message,
    }));
    const report = await verifyArchive(store, signal === undefined ? {} : { signal });
    // A photo of a release that was never filed is no loss.
    const lost = report.problems.filter(({ kind }) => kind !== 'unknown' && kind !== 'unfiled');
    return { counts, problems: [...damage, ...lost] };
  } finally {
    await store.close();
  }
}

function refusal(bag: string, reason: string): ArchiveError {
  return new ArchiveError(
    'backup-damaged',
    `Nothing was written, since "${basename(bag)}" can't be trusted. ${reason}`,
    { path: bag },
  );
}
