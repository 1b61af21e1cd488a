import { defaultArchiveSettings } from '../../shared/archive-settings';
import { ArchiveError, systemErrorCode } from '../errors';
import { durableLow } from '../store/durable-json';
import { Layout } from '../store/layout';
import { takeLock } from '../store/lock';
import type { TakeOver } from '../store/lock-claim';
import type { ArchiveRecord } from '../store/records';
import type { BackupRule } from './backup-folder';
import { makeBackupBeforeMigration } from './backups';
import {
  readMigrationState,
  removeMigrationState,
  writeMigrationState,
  type MigrationState,
} from './migration-state';
import { throwIfCancelled, type WorkOptions } from './work-options';

/** One step from a disk format to the next. */
export interface Migration {
  readonly from: number;
  readonly to: number;
  /** What it does, in a few words. */
  readonly name: string;
  /**
   * Brings the files of `folder`, the journal included, to the next format. It may be killed anywhere
   * and is then run again from its beginning: running it twice must leave what running it once does.
   * It replaces files and never writes into one, since a backup may share photos by hard link. The
   * format's number in `archive.json` is not its business.
   */
  readonly run: (folder: string, progress: (done: number, total: number) => void) => Promise<void>;
}

/** All steps there are, in order. A new format adds one, and a folder to tests/fixtures. */
export const archiveMigrations: readonly Migration[] = [];

interface MigrationOptions extends WorkOptions {
  /** Ends the lock of somebody who is silent, as for opening. */
  readonly takeOver?: TakeOver | undefined;
}

type MigrationOutcome =
  | { readonly did: 'nothing' }
  /** A newer program made the archive; it was not touched. */
  | { readonly did: 'refused'; readonly format: number }
  | {
      readonly did: 'migrated';
      readonly from: number;
      readonly to: number;
      /** Folder of the backup of what was there before. */
      readonly backup: string;
    };

/**
 * Brings an archive of an older format to the newest that `migrations` lead to: backup first, then the
 * steps in order, each of them remembered, so that the next call goes on where a kill ended this one.
 * From the first step on the archive bears the new number: an older program only reads it.
 *
 * Throws `archive-locked` where somebody has it open, what making a backup throws, and what a step
 * throws; an `Error` where the list has gaps.
 */
export async function migrateIfNeeded(
  folder: string,
  migrations: readonly Migration[] = archiveMigrations,
  rule: BackupRule = defaultArchiveSettings.backup,
  options: MigrationOptions = {},
): Promise<MigrationOutcome> {
  requireNoGaps(migrations);
  const target = newestFormat(migrations);
  const layout = new Layout(folder);
  const archive = await readArchiveRecord(layout);
  // What isn't an archive, or can't be read, is for opening to tell.
  if (archive === null) return { did: 'nothing' };
  const underWay = await readMigrationState(folder);
  const format = Math.max(archive.format, underWay?.to ?? 0);
  if (format > target) return { did: 'refused', format };
  if (format === target && underWay === null) return { did: 'nothing' };

  const lock = await takeLock(layout.lockFile, layout.files, options.takeOver);
  if (!lock.taken) {
    const { user, host, since } = lock.holder;
    throw new ArchiveError(
      'archive-locked',
      `The archive needs to be brought to a newer format, but ${user || 'somebody'} on ${host} has had it open since ${since}.`,
      { host, user, since },
    );
  }
  try {
    // Somebody else may have done it until the lock was ours.
    const state =
      (await readMigrationState(folder)) ?? (await begin(layout, target, rule, options));
    if (state === null) return { did: 'nothing' };
    await setFormat(layout, target);
    const reached = await runSteps(folder, migrations, state, options);
    await removeMigrationState(folder);
    return { did: 'migrated', from: state.from, to: reached, backup: state.backup };
  } finally {
    await lock.release();
  }
}

/** The format that the list leads to; 1, the first there was, where it is empty. */
export function newestFormat(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.to ?? 1;
}

/** Throws where a step is missing, stands twice or in the wrong place. */
export function requireNoGaps(migrations: readonly Migration[]): void {
  for (const [index, { from, to, name }] of migrations.entries()) {
    if (from === index + 1 && to === index + 2) continue;
    throw new Error(
      `Migration "${name}" leads from format ${from} to ${to}, where one from ${index + 1} to ${index + 2} belongs.`,
    );
  }
}

/** null where the archive has that format by now. */
async function begin(
  layout: Layout,
  to: number,
  rule: BackupRule,
  options: WorkOptions,
): Promise<MigrationState | null> {
  const archive = await readArchiveRecord(layout);
  if (archive === null || archive.format >= to) return null;
  const backup = await makeBackupBeforeMigration(layout.folder, archive.id, rule, options);
  const state: MigrationState = {
    from: archive.format,
    to,
    reached: archive.format,
    backup: backup.folder,
    startedAt: new Date().toISOString(),
  };
  await writeMigrationState(layout.folder, state);
  return state;
}

async function runSteps(
  folder: string,
  migrations: readonly Migration[],
  state: MigrationState,
  { signal, onProgress }: WorkOptions,
): Promise<number> {
  // A program that is newer than the one that began may know steps beyond.
  const to = newestFormat(migrations);
  let { reached } = state;
  for (const migration of migrations.filter((step) => step.from >= state.reached)) {
    throwIfCancelled(signal);
    await migration.run(folder, (done, total) => onProgress?.(done, total));
    reached = migration.to;
    await writeMigrationState(folder, { ...state, to, reached });
  }
  return reached;
}

async function setFormat(layout: Layout, format: number): Promise<void> {
  const archive = await readArchiveRecord(layout);
  if (archive === null || archive.format === format) return;
  await durableLow<ArchiveRecord>(layout.archiveFile, { ...archive, format }).write();
}

async function readArchiveRecord(layout: Layout): Promise<ArchiveRecord | null> {
  const file = durableLow<ArchiveRecord | null>(layout.archiveFile, null);
  try {
    await file.read();
  } catch (thrown) {
    const isDamaged = thrown instanceof ArchiveError && thrown.code === 'archive-damaged';
    if (!isDamaged && systemErrorCode(thrown) !== 'ENOTDIR') throw thrown;
  }
  return file.data;
}
