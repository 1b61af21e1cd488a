import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { BackupSettings } from '../../shared/archive-settings';
import { ArchiveError, systemErrorCode } from '../errors';
import { renamePatiently, syncFolder } from '../store/durable-file';
import type { PruningRule } from './pruning';

/** Where an archive's backups lie, and which of them stay. */
export type BackupRule = Pick<BackupSettings, 'folder'> & PruningRule;

const sha512 = z.string().regex(/^[0-9a-f]{128}$/);
const count = z.number().int().nonnegative();

const recordSchema = z.object({
  version: z.literal(1),
  /** One made before a migration is never pruned: it is the way back to an older program. */
  reason: z.enum(['routine', 'before-migration']),
  archiveId: z.string(),
  /** Where the archive lay. A restored copy has the same id, and may share the folder for backups. */
  archiveFolder: z.string().optional(),
  /** ISO 8601 instants. */
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  files: count,
  bytes: count,
  /** null where the records are of an older format, which only a migration reads. */
  records: z
    .object({
      releases: count,
      photos: count,
      partners: count,
      packs: count,
      reading: count,
      sha256: z.string(),
    })
    .nullable(),
  manifest: z.object({ file: z.literal('manifest-sha512.txt'), sha512 }),
});

/** Content of `backup.json`. */
export type BackupRecord = z.infer<typeof recordSchema>;

export interface Backup {
  readonly name: string;
  readonly folder: string;
  readonly record: BackupRecord;
}

export const backupFile = 'backup.json';
const backupName = /^\d{4}-\d{2}-\d{2}T\d{6}Z(?:-\d+)?$/;

export function backupsFolderOf(archiveFolder: string, rule: Pick<BackupRule, 'folder'>): string {
  const archive = resolve(archiveFolder);
  return rule.folder ?? join(dirname(archive), `${basename(archive)} backups`);
}

/** The instant as a name that every disk takes; with `-2`, `-3` where that is taken. */
export function backupNameAt(instant: Date, number: number): string {
  const name = `${instant.toISOString().slice(0, 19).replaceAll(':', '')}Z`;
  return number === 1 ? name : `${name}-${number}`;
}

/** The finished backups in `folder`, of all archives or of one, newest first. */
export async function listBackups(folder: string, archiveId?: string): Promise<readonly Backup[]> {
  const backups: Backup[] = [];
  for (const name of await namesIn(folder)) {
    if (!backupName.test(name)) continue;
    const backup = await readBackup(join(folder, name)).catch(() => null);
    if (backup === null) continue;
    if (archiveId === undefined || backup.record.archiveId === archiveId) backups.push(backup);
  }
  return backups.sort(
    (a, b) => compare(b.record.startedAt, a.record.startedAt) || compare(b.name, a.name),
  );
}

/** Throws `backup-missing` where there is no backup, `backup-damaged` where its record can't be read. */
export async function readBackup(folder: string): Promise<Backup> {
  const path = join(folder, backupFile);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    if (!['ENOENT', 'ENOTDIR'].includes(systemErrorCode(thrown) ?? '')) throw thrown;
    throw new ArchiveError(
      'backup-missing',
      `${folder} is not a backup: it has no ${backupFile}.`,
      { folder },
      { cause: thrown },
    );
  }
  const parsed = recordSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    throw new ArchiveError('backup-damaged', `${path} is damaged.`, { path });
  }
  return { name: basename(folder), folder, record: parsed.data };
}

/** Whether a backup was made of the archive in that very folder, as far as it says. */
export function isOfFolder({ record }: Backup, archiveFolder: string): boolean {
  return record.archiveFolder === undefined || record.archiveFolder === resolve(archiveFolder);
}

/** Removes a backup so that half of it never looks like a whole one. */
export async function removeBackup({ name, folder }: Backup): Promise<void> {
  const aside = join(dirname(folder), `.${name}.removing`);
  try {
    await renamePatiently(folder, aside);
  } catch (thrown) {
    // The window and the command line may both be at it.
    if (systemErrorCode(thrown) === 'ENOENT') return;
    throw thrown;
  }
  await syncFolder(dirname(folder));
  await rm(aside, { recursive: true, force: true, maxRetries: 5 });
}

/** Nothing that is under way stays untouched for so long. */
const leftoverAgeMilliseconds = 24 * 3_600_000;

/** Throws away what a backup or a removal that was killed left behind. */
export async function sweepLeftovers(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!/^\..+\.(?:removing|partial-\w+)$/.test(name)) continue;
    const path = join(folder, name);
    const entry = await stat(path).catch(() => null);
    if (entry === null || Date.now() - entry.mtimeMs < leftoverAgeMilliseconds) continue;
    await rm(path, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [];
    throw thrown;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
