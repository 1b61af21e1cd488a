import { join } from 'node:path';
import type { ReleaseMaterial } from '../material/releases';
import type { OpenDatabase } from '../peers/sqlite';

/** Where one size is measured. */
export interface Place {
  readonly n: number;
  readonly material: ReleaseMaterial;
  /** null where SQLite is missing. */
  readonly openDatabase: OpenDatabase | null;
  readonly folder: string;
  readonly say: (line: string) => void;
}

export function archiveFolder(place: Place): string {
  return join(place.folder, 'archive');
}

export function databaseFile(place: Place): string {
  return join(place.folder, 'releases.db');
}
