import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../store/durable-file';
import { DurableJson } from '../store/durable-json';

/** Content of `migration.json`, which an archive has only while it is being migrated. */
export interface MigrationState {
  /** The format at the beginning, and the one that all steps lead to. */
  readonly from: number;
  readonly to: number;
  /** The format that the steps done so far have led to. */
  readonly reached: number;
  /** Folder of the backup that was made first. */
  readonly backup: string;
  /** ISO 8601 instant. */
  readonly startedAt: string;
}

/** null where no migration is under way. Throws `archive-damaged`. */
export async function readMigrationState(folder: string): Promise<MigrationState | null> {
  return new DurableJson<MigrationState>(stateFile(folder)).read();
}

export async function writeMigrationState(folder: string, state: MigrationState): Promise<void> {
  await new DurableJson<MigrationState>(stateFile(folder)).write(state);
}

export async function removeMigrationState(folder: string): Promise<void> {
  await rm(stateFile(folder), { force: true });
  await syncFolder(dirname(stateFile(folder)));
}

function stateFile(folder: string): string {
  return join(folder, 'migration.json');
}
