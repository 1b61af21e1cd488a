import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { RestoredArchive } from '../../shared/backup';
import { ArchiveError } from '../errors';
import { zipLimits } from '../packs/export/bagit/zip-source';
import { writeZip } from '../packs/export/zip-writer';
import { renamePatiently, syncFolder } from '../store/durable-file';
import type { LiveArchive } from './backups';
import { bytesOf, sealBag } from './bag-tags';
import { requireSpace, toldAsDiskFull } from './free-space';
import { keptFiles } from './kept-files';
import { inScratchBeside, requireNothingAt, requireOutside } from './places';
import { proveCopy } from './prove-copy';
import { readRecordDigests } from './record-digests';
import { copyArchive } from './snapshot';
import { unpackArchive } from './unpack-bag';
import { throwIfCancelled, type WorkOptions } from './work-options';

interface ArchiveExport {
  /** Absolute path of the folder or ZIP. */
  readonly path: string;
  readonly files: number;
  /** Of the archive's files. */
  readonly bytes: number;
}

/**
 * Writes the whole archive as one bag (BagIt 1.0, SHA-512): a ZIP where `out` ends in `.zip`, else a
 * folder. Nothing may be there yet, and nothing is left behind by a failure.
 *
 * Throws `folder-not-empty`, `folder-inside-archive`, `request-invalid` (too many files for a ZIP),
 * `disk-full`, `disk-failed`, `cancelled`.
 */
export async function exportArchive(
  archive: LiveArchive,
  out: string,
  options: WorkOptions = {},
): Promise<ArchiveExport> {
  const path = resolve(out);
  const asZip = path.toLowerCase().endsWith('.zip');
  await requireOutside(path, archive.folder, 'The export');
  await requireNothingAt(path);
  throwIfCancelled(options.signal);
  await archive.save();
  const files = await keptFiles(archive.folder, () => true);
  if (asZip) requireFitsZip(files.size);
  const letGo = archive.holdJournal();
  const progress = new Progress(options.onProgress, files.size * (asZip ? 2 : 1));
  try {
    return await inScratchBeside(path, async (scratch) => {
      const needed = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
      await requireSpace(scratch, needed * (asZip ? 2 : 1));
      const bag = join(scratch, 'bag');
      await mkdir(bag);
      const written = await writeBag(archive.folder, bag, asZip, options.signal, progress);
      const finished = asZip ? join(scratch, 'bag.zip') : bag;
      if (asZip) {
        await writeZip(finished, {
          folder: bag,
          files: written.paths,
          topFolder: basename(path).slice(0, -'.zip'.length),
          modified: new Date(),
          signal: options.signal,
          onFile: () => progress.step(),
        });
      }
      throwIfCancelled(options.signal);
      await requireNothingAt(path);
      await renamePatiently(finished, path);
      await syncFolder(dirname(path));
      return { path, files: written.files, bytes: written.bytes };
    });
  } catch (thrown) {
    throwIfCancelled(options.signal);
    throw toldAsDiskFull(thrown, dirname(path));
  } finally {
    letGo();
  }
}

/**
 * Makes an archive in `target`, a new or empty folder, out of an export, without loss. Throws what
 * `unpackArchive` throws.
 */
export async function importArchive(
  bag: string,
  target: string,
  options: WorkOptions = {},
): Promise<RestoredArchive> {
  return unpackArchive(bag, target, options);
}

async function writeBag(
  archiveFolder: string,
  bag: string,
  asZip: boolean,
  signal: AbortSignal | undefined,
  progress: Progress,
): Promise<{ readonly paths: readonly string[]; readonly files: number; readonly bytes: number }> {
  const before = await readRecordDigests(archiveFolder);
  const copied = await copyArchive(archiveFolder, join(bag, 'data'), {
    signal,
    onProgress: (done) => progress.at(done),
    // An export goes to others: whoever edits a photo in it must not edit the archive's own.
    linkOriginals: asZip,
    earlier: null,
  });
  const copy = await proveCopy(archiveFolder, join(bag, 'data'), before, 'export');
  const tags = await sealBag(bag, copied, {
    info: [
      ['Source-Organization', copy.institution],
      ['External-Description', 'A whole press archive'],
      ['External-Identifier', copy.archiveId],
      ['Bagging-Date', new Date().toISOString().slice(0, 10)],
      ['Bag-Software-Agent', 'Press Archive'],
    ],
  });
  const payload = [...copied.keys()].map((path) => `data/${path}`);
  return { paths: [...payload, ...tags], files: copied.size, bytes: bytesOf(copied) };
}

/** What the check of a ZIP would refuse must not be made either. */
function requireFitsZip(files: number): void {
  const tagFiles = 4;
  if (files + tagFiles <= zipLimits.entries) return;
  throw new ArchiveError(
    'request-invalid',
    `The archive has ${files} files, more than a ZIP of it may have (${zipLimits.entries}). Export it as a folder.`,
    { files, limit: zipLimits.entries },
  );
}

class Progress {
  #done = 0;

  constructor(
    private readonly tell: WorkOptions['onProgress'],
    private readonly total: number,
  ) {}

  at(done: number): void {
    this.#done = done;
    this.tell?.(Math.min(done, this.total), this.total);
  }
  step(): void {
    this.at(this.#done + 1);
  }
}
