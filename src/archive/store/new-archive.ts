import { mkdir, readdir } from 'node:fs/promises';
import { v7 as newId } from 'uuid';
import type { Institution } from '../../shared/archive-info';
import { archiveReadme } from '../archive-readme';
import { ArchiveError, systemErrorCode } from '../errors';
import { writeFileDurably } from './durable-file';
import { durableLow } from './durable-json';
import { Layout } from './layout';
import { archiveFormat, type ArchiveRecord } from './records';

/**
 * Lays out a new, empty archive in `folder`, which must not exist yet or be empty.
 * Throws `folder-not-empty`.
 */
export async function layOutArchive(folder: string, institution: Institution): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((thrown: unknown) => {
    const inTheWay = ['EEXIST', 'ENOTDIR'].includes(systemErrorCode(thrown) ?? '');
    if (!inTheWay) throw thrown;
    throw new ArchiveError('folder-not-empty', `${folder} is a file, not a folder.`, { folder });
  });
  const layout = new Layout(folder);
  const present = (await readdir(folder)).filter((name) => !isLitter(name));
  if (present.length > 0) {
    throw new ArchiveError(
      'folder-not-empty',
      `${folder} isn't empty. Choose an empty folder for a new archive.`,
      { folder },
    );
  }
  await writeFileDurably(layout.readmeFile, archiveReadme);
  // Last, since a folder with this file counts as an archive.
  await durableLow<ArchiveRecord>(layout.archiveFile, {
    format: archiveFormat,
    id: newId(),
    institution,
    createdAt: new Date().toISOString(),
    keepsHistory: true,
  }).write();
}

/** Files that operating systems leave in every folder. */
function isLitter(name: string): boolean {
  return name === '.DS_Store' || name === 'Thumbs.db' || name === 'desktop.ini';
}
