import { ArchiveError } from '../errors';
import type { FileLayer } from './file-layer';
import type { Layout } from './layout';

/**
 * A network drive that vanished must not be made anew, empty, under the same name: whoever is about
 * to make a folder inside an archive asks here first. Throws `archive-missing`.
 */
export async function requireFolder({ folder, journalFolder, files }: Layout): Promise<void> {
  await requireThere(folder, journalFolder, files);
}

/** Whether a folder is still the archive that it was is told by something that was in it. */
export async function requireThere(folder: string, proof: string, files: FileLayer): Promise<void> {
  try {
    await files.stat(proof);
  } catch (thrown) {
    throw new ArchiveError(
      'archive-missing',
      `The archive's folder ${folder} can't be reached any more.`,
      { folder },
      { cause: thrown },
    );
  }
}
