import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeBagPath } from '../packs/export/bagit/bag-path';
import { parseManifest } from '../packs/export/bagit/manifest';
import { onOneVolume } from './free-space';
import { isOriginal, keptFiles } from './kept-files';
import type { EarlierCopy } from './snapshot';

/** A backup, as the one whose originals the next may share. */
export async function readEarlierCopy(backupFolder: string): Promise<EarlierCopy> {
  // Without its manifest nothing of it is shared, and everything is copied.
  const manifest = await readFile(join(backupFolder, 'manifest-sha512.txt'), 'utf8').catch(
    () => '',
  );
  const digests = new Map<string, string>();
  for (const { path, digest } of parseManifest(manifest).entries) {
    digests.set(decodeBagPath(path).replace(/^data\//, ''), digest);
  }
  return { folder: join(backupFolder, 'data'), digests };
}

/** What a backup in `folder` adds to what its disk holds, in bytes. */
export async function bytesToCopy(
  archiveFolder: string,
  folder: string,
  earlier: EarlierCopy | null,
): Promise<number> {
  const linked = await onOneVolume(archiveFolder, folder);
  let bytes = 0;
  for (const [path, file] of await keptFiles(archiveFolder, () => true)) {
    const isShared = isOriginal(path) && (linked || earlier?.digests.has(path) === true);
    if (!isShared) bytes += file.bytes;
  }
  return bytes;
}
