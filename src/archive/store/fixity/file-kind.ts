import { isSystemFile } from '../../packs/export/bagit/file-finder';
import { temporaryName } from '../durable-file';

/** What a file of an archive's folder is, by its name alone. */
export type ArchiveFileKind =
  /** A JSON file that has a second copy. */
  | 'table'
  | 'copy'
  /** A JSON file with a checksum and without a copy. */
  | 'checked-json'
  | 'body'
  | 'original'
  | 'journal'
  /** Without a checksum, and for nobody to miss: locks, what the system leaves lying about. */
  | 'passing'
  | 'unknown';

const kinds: readonly (readonly [RegExp, ArchiveFileKind])[] = [
  [/^(?:archive|settings|partners|packs|history\/undo)\.json$/, 'table'],
  [/^releases\/(?:\d{4}-\d{2}|undated)(?:\.\d+)?\.json$/, 'table'],
  [/^photos\/index-[0-9a-f]{2}\.json$/, 'table'],
  [/^(?:migration|history\/[0-9a-f]{2}\/[0-9a-f-]{36}\.\d+)\.json$/, 'checked-json'],
  [/^releases\/(?:\d{4}-\d{2}|undated)\/[^/]+\.md$/, 'body'],
  [/^(?:photos|sources)\/[0-9a-f]{2}\/[^/]+$/, 'original'],
  [/^journal\/\d{8}\.log$/, 'journal'],
  [/^README\.txt$/, 'passing'],
  [/^lock\.json(?:\..+\.(?:tmp|lock|claim))?$/, 'passing'],
];

export function kindOfFile(path: string): ArchiveFileKind {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isSystemFile(path) || temporaryName.test(name)) return 'passing';
  const kind = kindByName(path);
  if (kind !== 'unknown' || !path.startsWith('copies/')) return kind;
  return kindByName(path.slice('copies/'.length)) === 'table' ? 'copy' : 'unknown';
}

/** What lies in these was never promised to anybody. */
export function mayHoldFiles(folder: string): boolean {
  return folder !== 'cache' && folder !== 'quarantine';
}

/** '2022-08' of `releases/2022-08/<id>.md`. */
export function monthOfBody(path: string): string {
  return path.split('/')[1] ?? '';
}

function kindByName(path: string): ArchiveFileKind {
  return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'unknown';
}
