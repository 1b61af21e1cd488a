import { basename, join } from 'node:path';
import type { Rehearsal } from '../../shared/backup';
import { ArchiveError, toFailure } from '../errors';
import { DurableJson } from '../store/durable-json';
import { isOfFolder, listBackups, type Backup } from './backup-folder';
import { inScratchBeside } from './places';
import { digestOf, readRecordDigests, recordsReading, type RecordDigests } from './record-digests';
import { restoreBackup } from './restore';
import type { WorkOptions } from './work-options';

/** Rehearsals of several years. */
const mostKept = 200;

/**
 * Restores the newest backup of the archive in `archiveFolder` into a scratch folder beside it, opens
 * it for reading only, compares it with its manifest, with the records that the archive had when it was
 * backed up, and with the archive as it is now. The result is added to `rehearsals.json`.
 *
 * Throws `backup-missing` where there is no backup, `disk-full`, `cancelled`: those prove nothing.
 */
export async function rehearseRestore(
  archiveFolder: string,
  backupsFolder: string,
  options: WorkOptions = {},
): Promise<Rehearsal> {
  const live = await readRecordDigests(archiveFolder);
  const backups = await listBackups(backupsFolder, live.archiveId);
  const newest = backups.find(
    (backup) => backup.record.reason === 'routine' && isOfFolder(backup, archiveFolder),
  );
  if (newest === undefined) {
    throw new ArchiveError(
      'backup-missing',
      `${backupsFolder} has no backup of this archive yet.`,
      {
        folder: backupsFolder,
      },
    );
  }
  const started = performance.now();
  const problems: string[] = [];
  let releases = 0;
  try {
    const restored = await restoreForTrial(newest, live, options);
    releases = restored.releases;
    problems.push(...restored.problems);
  } catch (thrown) {
    const { code, message, details } = toFailure(thrown);
    if (code === 'cancelled' || code === 'disk-full') throw thrown;
    const { problem } = details;
    problems.push(
      problem === undefined ? message : `The backup is not as it was made: ${String(problem)}`,
    );
  }
  const rehearsal: Rehearsal = {
    backup: newest.name,
    archiveId: live.archiveId,
    at: new Date().toISOString(),
    tookMs: Math.round(performance.now() - started),
    files: newest.record.files,
    bytes: newest.record.bytes,
    releases,
    ok: problems.length === 0,
    problems,
  };
  await remember(backupsFolder, rehearsal);
  return rehearsal;
}

/**
 * Those of all archives or of one, newest first. The last one that is `ok` says which backup was last
 * proven to be restorable.
 */
export async function listRehearsals(
  backupsFolder: string,
  archiveId?: string,
): Promise<readonly Rehearsal[]> {
  const kept = await rehearsalsFile(backupsFolder)
    .read()
    // What was proven can be proven again; a damaged list is no reason to stop.
    .catch(() => null);
  return [...(kept?.records ?? [])]
    .filter(
      (rehearsal) => archiveId === undefined || (rehearsal.archiveId ?? archiveId) === archiveId,
    )
    .reverse();
}

async function restoreForTrial(
  backup: Backup,
  live: RecordDigests,
  options: WorkOptions,
): Promise<{ readonly releases: number; readonly problems: readonly string[] }> {
  return inScratchBeside(join(backup.folder, '..', 'rehearsal'), async (scratch) => {
    const folder = join(scratch, basename(backup.folder));
    const restored = await restoreBackup(backup.folder, folder, options);
    const digests = await readRecordDigests(folder);
    return {
      releases: digests.counts.releases,
      problems: [
        ...restored.problems.map(({ message }) => message),
        ...contradictions(digests, backup, live),
      ],
    };
  });
}

/**
 * What the restored archive says against its backup's record, and against the archive as it is now.
 * Every change of a release has a revision of its own and no release ever goes: so the archive has all
 * that the backup has, in the same or a later revision, and the same revision says the same.
 */
function contradictions(
  restored: RecordDigests,
  { record: { records } }: Backup,
  live: RecordDigests,
): readonly string[] {
  const problems: string[] = [];
  if (records?.reading === recordsReading && records.sha256 !== restored.sha256) {
    problems.push('The restored records are not those that the archive had when it was backed up.');
  }
  for (const [id, record] of restored.releases) {
    const now = live.releases.get(id);
    if (now === undefined) {
      problems.push(`The archive has lost "${record.headline}"; the backup has it.`);
    } else if (now.revision < record.revision) {
      problems.push(`The archive has fallen back to an older revision of "${record.headline}".`);
    } else if (now.revision === record.revision && digestOf(now) !== digestOf(record)) {
      problems.push(`"${record.headline}" differs between the archive and the backup.`);
    }
  }
  return problems;
}

interface Rehearsals {
  /** Oldest first. */
  readonly records: readonly Rehearsal[];
}

function rehearsalsFile(backupsFolder: string): DurableJson<Rehearsals> {
  return new DurableJson<Rehearsals>(join(backupsFolder, 'rehearsals.json'));
}

async function remember(backupsFolder: string, rehearsal: Rehearsal): Promise<void> {
  const earlier = [...(await listRehearsals(backupsFolder))].reverse();
  await rehearsalsFile(backupsFolder).write({
    records: [...earlier, rehearsal].slice(-mostKept),
  });
}
