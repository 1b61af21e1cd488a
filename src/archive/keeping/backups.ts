import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolderDurably, renamePatiently, syncFolder } from '../store/durable-file';
import {
  backupFile,
  backupNameAt,
  backupsFolderOf,
  isOfFolder,
  listBackups,
  readBackup,
  removeBackup,
  sweepLeftovers,
  type Backup,
  type BackupRecord,
  type BackupRule,
} from './backup-folder';
import { bytesOf, sealBag } from './bag-tags';
import type { CopiedFile } from './copy-file';
import { bytesToCopy, readEarlierCopy } from './earlier-copy';
import { requireSpace, toldAsDiskFull } from './free-space';
import { exists, inScratchBeside, requireOutside } from './places';
import { proveCopy } from './prove-copy';
import { backupsToKeep } from './pruning';
import { readRecordDigests, recordsReading, type RecordDigests } from './record-digests';
import { copyArchive } from './snapshot';
import { throwIfCancelled, type WorkOptions } from './work-options';

/** An archive that may be open, here or elsewhere. */
export interface LiveArchive {
  readonly folder: string;
  /** Brings its files up to date, where it is open for writing here. */
  save(): Promise<void>;
  /** Keeps its journal whole until the answered function is called. */
  holdJournal(): () => void;
}

export interface BackupOptions extends WorkOptions {
  readonly now?: Date;
  /** Removes no older backup; `pruneBackups` does that once the new one is proven. */
  readonly keepOlder?: boolean;
}

export interface MadeBackup extends Backup {
  /** Names of the older backups that the rolling rule removed. */
  readonly removed: readonly string[];
  /** What opening the archive found damaged; then no older backup was removed. */
  readonly warnings: readonly string[];
}

/**
 * Makes a backup: a folder that is a bag (BagIt 1.0) with the archive in `data/` and a record of it in
 * `backup.json`. It opens, and has every change acknowledged before the call, also while the archive
 * changes. Photos and sources are hard links where the disk can, else taken from the backup before,
 * else copied. Older backups go by the rolling rule once this one is complete.
 *
 * Throws `folder-inside-archive`, `disk-full`, `disk-failed`, `cancelled`, and
 * what opening throws; then nothing is left behind.
 */
export async function makeBackup(
  archive: LiveArchive,
  rule: BackupRule,
  options: BackupOptions = {},
): Promise<MadeBackup> {
  await archive.save();
  const before = await readRecordDigests(archive.folder);
  const now = options.now ?? new Date();
  const letGo = archive.holdJournal();
  const backup = await writeBackup(archive.folder, before.archiveId, rule, {
    ...options,
    now,
    reason: 'routine',
    prove: (copy) => proveCopy(archive.folder, copy, before, 'backup'),
  }).finally(letGo);
  const made = { ...backup, removed: [], warnings: before.warnings };
  return options.keepOlder === true ? made : pruneBackups(archive.folder, made, rule);
}

/** A backup of an archive whose records only a migration reads. It is never pruned. */
export async function makeBackupBeforeMigration(
  folder: string,
  archiveId: string,
  rule: BackupRule,
  options: WorkOptions,
): Promise<Backup> {
  return writeBackup(folder, archiveId, rule, {
    ...options,
    now: new Date(),
    reason: 'before-migration',
    prove: async () => null,
  });
}

interface WriteOptions extends WorkOptions {
  readonly now: Date;
  readonly reason: BackupRecord['reason'];
  /** Opens the copy and answers what it holds. */
  readonly prove: (copy: string) => Promise<RecordDigests | null>;
}

async function writeBackup(
  archiveFolder: string,
  archiveId: string,
  rule: BackupRule,
  options: WriteOptions,
): Promise<Backup> {
  const folder = backupsFolderOf(archiveFolder, rule);
  await requireOutside(folder, archiveFolder, 'A backup');
  throwIfCancelled(options.signal);
  await sweepLeftovers(folder);
  try {
    return await inScratchBeside(join(folder, backupNameAt(options.now, 1)), async (scratch) => {
      const newest = (await listBackups(folder, archiveId))[0];
      const earlier = newest === undefined ? null : await readEarlierCopy(newest.folder);
      await requireSpace(folder, await bytesToCopy(archiveFolder, folder, earlier));
      const work = join(scratch, 'backup');
      await mkdir(work);
      const copied = await copyArchive(archiveFolder, join(work, 'data'), {
        ...options,
        linkOriginals: true,
        earlier,
      });
      const proven = await options.prove(join(work, 'data'));
      await sealBackup(work, { archiveId, archiveFolder }, copied, proven, options);
      throwIfCancelled(options.signal);
      return publish(work, folder, options.now);
    });
  } catch (thrown) {
    throw toldAsDiskFull(thrown, folder);
  }
}

async function sealBackup(
  work: string,
  { archiveId, archiveFolder }: { readonly archiveId: string; readonly archiveFolder: string },
  copied: ReadonlyMap<string, CopiedFile>,
  proven: RecordDigests | null,
  { now, reason }: WriteOptions,
): Promise<void> {
  await sealBag(work, copied, {
    info: [
      ['Source-Organization', proven?.institution ?? ''],
      ['External-Description', 'Backup of a press archive'],
      ['External-Identifier', archiveId],
      ['Bagging-Date', now.toISOString().slice(0, 10)],
      ['Bag-Software-Agent', 'Press Archive'],
    ],
    further: (manifestSha512) => {
      const record: BackupRecord = {
        version: 1,
        reason,
        archiveId,
        archiveFolder: resolve(archiveFolder),
        startedAt: now.toISOString(),
        finishedAt: new Date().toISOString(),
        files: copied.size,
        bytes: bytesOf(copied),
        records:
          proven === null
            ? null
            : { ...proven.counts, reading: recordsReading, sha256: proven.sha256 },
        manifest: { file: 'manifest-sha512.txt', sha512: manifestSha512 },
      };
      return [backupFile, `${JSON.stringify(record, null, 2)}\n`];
    },
  });
}

async function publish(work: string, folder: string, now: Date): Promise<Backup> {
  await makeFolderDurably(folder);
  for (let number = 1; ; number += 1) {
    const target = join(folder, backupNameAt(now, number));
    if (await exists(target)) continue;
    await renamePatiently(work, target);
    await syncFolder(folder);
    return readBackup(target);
  }
}

/** Removes by the rolling rule what the new backup makes superfluous; nothing where it had warnings. */
export async function pruneBackups(
  archiveFolder: string,
  newest: MadeBackup,
  rule: BackupRule,
): Promise<MadeBackup> {
  if (newest.warnings.length > 0) return newest;
  const all = await listBackups(join(newest.folder, '..'), newest.record.archiveId);
  const routine = all
    .filter((backup) => backup.record.reason === 'routine' && isOfFolder(backup, archiveFolder))
    .map((backup) => ({ backup, at: new Date(backup.record.startedAt) }));
  const kept = backupsToKeep(
    routine.map(({ at }) => at),
    rule,
  );
  // A clock that was put back must not cost the backup that has just been made.
  const leaving = routine.filter(({ backup, at }) => !kept.has(at) && backup.name !== newest.name);
  for (const { backup } of leaving) await removeBackup(backup);
  return { ...newest, removed: leaving.map(({ backup }) => backup.name) };
}
