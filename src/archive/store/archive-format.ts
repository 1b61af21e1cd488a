import { ArchiveError, systemErrorCode } from '../errors';
import type { Layout } from './layout';
import { MirroredJson } from './mirrored-json';
import { archiveFormat, type ArchiveRecord } from './records';

/**
 * The format of the archive in a folder. Nothing is changed.
 * Throws `archive-missing`, `archive-not-an-archive`.
 */
export async function formatOf(layout: Layout): Promise<number> {
  const { folder } = layout;
  const entry = await layout.files.stat(folder).catch((thrown: unknown) => {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  });
  if (entry === null) {
    throw new ArchiveError('archive-missing', `There is no folder ${folder}.`, { folder });
  }
  const file = new MirroredJson<ArchiveRecord>(layout, layout.archiveFile);
  const record = entry.isDirectory() ? await file.read() : null;
  // Both damaged: what is left of the archive is told when its tables are read.
  if (record !== null || file.state.main === 'damaged' || file.state.copy === 'damaged') {
    return record?.format ?? archiveFormat;
  }
  throw new ArchiveError(
    'archive-not-an-archive',
    `${folder} is not a press archive: it has no archive.json.`,
    { folder },
  );
}
