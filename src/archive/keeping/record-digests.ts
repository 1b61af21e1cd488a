import { createHash } from 'node:crypto';
import type { RecordCounts } from '../../shared/backup';
import type { ReleaseRecord } from '../store/records';
import type { Tables } from '../store/tables';
import { ArchiveStore } from '../store/archive-store';

/**
 * Raised whenever reading makes something else of the same files (a default for a field that older
 * records lack, say): digests of the records are only compared within one reading.
 */
export const recordsReading = 1;

/** What the records of an archive say, for comparing two copies of it. */
export interface RecordDigests {
  readonly archiveId: string;
  readonly format: number;
  readonly institution: string;
  readonly counts: RecordCounts;
  /** SHA-256 over all records, whatever file they are in. */
  readonly sha256: string;
  /** `kind:id` -> SHA-256 of the record. */
  readonly byRecord: ReadonlyMap<string, string>;
  readonly releases: ReadonlyMap<string, ReleaseRecord>;
  /** What opening found damaged, in plain sentences. */
  readonly warnings: readonly string[];
}

/** Opens the archive in `folder` for reading only and digests its records. Throws as opening does. */
export async function readRecordDigests(folder: string): Promise<RecordDigests> {
  const store = await ArchiveStore.open(folder, { readOnly: true });
  try {
    return { ...digestTables(store.tables), warnings: [...store.warnings] };
  } finally {
    await store.close();
  }
}

/**
 * The records that both `before` and `after` have with the same content, and `copy` has not: what a
 * copy that was made between the two must have, however busy the archive was.
 */
export function lackingIn(
  copy: RecordDigests,
  before: RecordDigests,
  after: RecordDigests,
): readonly string[] {
  return [...before.byRecord]
    .filter(([id, digest]) => after.byRecord.get(id) === digest && copy.byRecord.get(id) !== digest)
    .map(([id]) => id);
}

export function digestTables(tables: Tables): Omit<RecordDigests, 'warnings'> {
  const byRecord = new Map<string, string>();
  byRecord.set('archive', digestOf(tables.archive));
  for (const [kind, table] of [
    ['release', tables.releases],
    ['photo', tables.photos],
    ['partner', tables.partners],
    ['pack', tables.packs],
  ] as const) {
    for (const record of table.values()) byRecord.set(`${kind}:${record.id}`, digestOf(record));
  }
  const all = createHash('sha256');
  for (const id of [...byRecord.keys()].sort()) all.update(`${id} ${byRecord.get(id) ?? ''}\n`);
  return {
    archiveId: tables.archive.id,
    format: tables.archive.format,
    institution: tables.archive.institution.name,
    counts: {
      releases: tables.releases.size,
      photos: tables.photos.size,
      partners: tables.partners.size,
      packs: tables.packs.size,
    },
    sha256: all.digest('hex'),
    byRecord,
    releases: tables.releases,
  };
}

/** Of the JSON with sorted names: their order says nothing. */
export function digestOf(record: unknown): string {
  const text = JSON.stringify(record, (_name, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(text).digest('hex');
}
