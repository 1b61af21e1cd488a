import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openArchive, type Archive } from '../archive/archive';
import { ArchiveError } from '../archive/errors';
import { readOnlySentence } from './format/read-only-sentence';
import type { GlobalOptions, Host } from './host';

/**
 * Opens the archive that is meant, runs `work`, closes it. What opening found goes to stderr. Only
 * what changes the archive opens it for `writing`: a question must not lock the window out.
 * Throws `archive-not-open` where no archive is named, and what `openArchive` throws.
 */
export async function withArchive<T>(
  host: Host,
  options: GlobalOptions,
  purpose: 'reading' | 'writing',
  work: (archive: Archive) => Promise<T>,
): Promise<T> {
  const archive = await openArchive(
    await archiveFolder(host, options),
    { onProgress: ({ done, total }) => host.output.progress('Reading releases', done, total) },
    { readOnly: purpose === 'reading' },
  );
  try {
    const { readOnly, warnings } = archive.info();
    if (readOnly !== null && readOnly.why !== 'requested')
      host.output.note(readOnlySentence(readOnly));
    for (const warning of warnings) host.output.note(warning);
    return await work(archive);
  } finally {
    await archive.close();
  }
}

/** Says so before any work is done, instead of once for each file. Throws `archive-read-only`. */
export function requireWritable(archive: Archive): void {
  const { readOnly } = archive.info();
  if (readOnly === null) return;
  throw new ArchiveError(
    'archive-read-only',
    `Nothing was changed, since the archive in ${archive.folder} can only be read.`,
    { folder: archive.folder },
  );
}

export async function isArchive(folder: string): Promise<boolean> {
  return access(join(folder, 'archive.json')).then(
    () => true,
    () => false,
  );
}

async function archiveFolder(host: Host, options: GlobalOptions): Promise<string> {
  const named = options.archive ?? (host.environment['PRESS_ARCHIVE'] || undefined);
  if (named !== undefined) return resolve(host.workingFolder, named);
  if (await isArchive(host.workingFolder)) return host.workingFolder;
  throw new ArchiveError(
    'archive-not-open',
    "Which archive? Give --archive DIR, set PRESS_ARCHIVE, or change into the archive's folder.",
  );
}
