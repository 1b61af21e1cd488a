import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { RestoredArchive } from '../../shared/backup';
import type { VerifyReport } from '../../shared/press-pack';
import { ArchiveError } from '../errors';
import type { BagSource } from '../packs/export/bagit/bag-source';
import { FileFinder } from '../packs/export/bagit/file-finder';
import { openFolder } from '../packs/export/bagit/folder-source';
import { readManifests, type Expectation } from '../packs/export/bagit/read-manifests';
import { openZip } from '../packs/export/bagit/zip-source';
import { verifyBag } from '../packs/verify-bag';
import { syncFolder } from '../store/durable-file';
import { eachAtOnce } from '../store/each-at-once';
import { hashOf, writeHashed } from './copy-file';
import { requireSpace, toldAsDiskFull } from './free-space';
import { isKept } from './kept-files';
import { inScratchFor, moveToEmpty, requireEmpty, requireOutside } from './places';
import { proveUnpacked } from './prove-unpacked';
import { UnpackProgress } from './unpack-progress';
import { throwIfCancelled, type WorkOptions } from './work-options';

/**
 * Makes an archive in `target`, which must be missing or empty, out of a bag that holds one, a folder
 * or a ZIP. The bag is verified before anything is written; what was written is read again and opened
 * before it appears under its name. Nothing is left behind otherwise.
 *
 * Throws `backup-damaged` (a bag that isn't as it was made, or made to harm), `archive-not-an-archive`,
 * `folder-not-empty`, `folder-inside-archive`, `pack-unreadable`, `disk-full`, `cancelled`.
 */
export async function unpackArchive(
  bag: string,
  target: string,
  options: WorkOptions = {},
): Promise<RestoredArchive> {
  const folder = resolve(target);
  await requireEmpty(folder);
  const progress = new UnpackProgress(options.onProgress);
  const { problems } = await verify(bag, options.signal, progress);
  // One about a file of the archive says more than one about the bag's own books.
  const worst = problems.find(({ path }) => path.startsWith('data/')) ?? problems[0];
  if (worst !== undefined) throw damaged(bag, worst.message, problems.length);
  const isFolder = (await stat(bag)).isDirectory();
  if (isFolder) await requireOutside(folder, bag, 'The archive');
  const source = isFolder ? await openFolder(bag) : await openZip(bag);
  try {
    return await inScratchFor(folder, async (scratch) => {
      const work = join(scratch, 'archive');
      const files = await payloadOf(bag, source);
      await requireSpace(
        scratch,
        [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0),
      );
      await mkdir(work);
      await writeFiles(source, files, work, options.signal, progress);
      await readAgain(bag, files, work, options.signal, progress);
      const proven = await proveUnpacked(bag, work, options.signal);
      throwIfCancelled(options.signal);
      // A folder without archive.json is no archive: whatever happens, there is none or a whole one.
      await moveToEmpty(work, folder, 'archive.json');
      progress.finished();
      const bytes = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
      return { folder, files: files.size, bytes, ...proven };
    });
  } catch (thrown) {
    throw toldAsDiskFull(thrown, dirname(folder));
  } finally {
    source.close();
  }
}

async function verify(
  bag: string,
  signal: AbortSignal | undefined,
  progress: UnpackProgress,
): Promise<VerifyReport> {
  try {
    return await verifyBag(bag, {
      ...(signal === undefined ? {} : { signal }),
      onProgress: (done, total) => progress.verified(done, total),
    });
  } catch (thrown) {
    if (!(thrown instanceof ArchiveError) || thrown.code !== 'pack-unreadable') throw thrown;
    throw new ArchiveError(
      'pack-unreadable',
      `"${basename(bag)}" is neither an export nor a backup of a press archive.`,
      thrown.details,
      { cause: thrown },
    );
  }
}

interface PayloadFile {
  readonly inBag: string;
  readonly bytes: number;
  readonly expected: readonly Expectation[];
}

/** Path in the archive -> file of the bag. Caches and locks that another tool packed stay behind. */
async function payloadOf(
  bag: string,
  source: BagSource,
): Promise<ReadonlyMap<string, PayloadFile>> {
  // The bag has been found valid, and names all its payload.
  const declaration = { version: '1.0', encoding: 'UTF-8' };
  const { expected } = await readManifests(source, declaration, new FileFinder(source.files));
  const files = new Map<string, PayloadFile>();
  for (const [inBag, expectations] of expected) {
    const path = inBag.slice('data/'.length);
    if (!inBag.startsWith('data/') || !isKept(path)) continue;
    files.set(path, { inBag, bytes: source.files.get(inBag) ?? 0, expected: expectations });
  }
  if (files.has('archive.json')) return files;
  throw new ArchiveError(
    'archive-not-an-archive',
    `"${basename(bag)}" holds no press archive: it has no data/archive.json.`,
    { fileName: basename(bag) },
  );
}

async function writeFiles(
  source: BagSource,
  files: ReadonlyMap<string, PayloadFile>,
  work: string,
  signal: AbortSignal | undefined,
  progress: UnpackProgress,
): Promise<void> {
  const folders = new Set<string>([work]);
  await eachAtOnce(files, async ([path, { inBag }]) => {
    throwIfCancelled(signal);
    const target = join(work, path);
    await mkdir(dirname(target), { recursive: true });
    for (let at = dirname(target); at.length > work.length; at = dirname(at)) folders.add(at);
    await writeHashed(() => source.read(inBag), target, signal);
    progress.wrote();
  });
  for (const folder of folders) await syncFolder(folder);
}

/** What the disk has now against the manifests of the bag. Throws `disk-failed`. */
async function readAgain(
  bag: string,
  files: ReadonlyMap<string, PayloadFile>,
  work: string,
  signal: AbortSignal | undefined,
  progress: UnpackProgress,
): Promise<void> {
  await eachAtOnce(files, async ([path, { expected }]) => {
    for (const { algorithm, digest } of expected) {
      if ((await hashOf(join(work, path), algorithm, signal)) === digest) continue;
      throw new ArchiveError(
        'disk-failed',
        `${path} of "${basename(bag)}" didn't arrive on the disk as it is in the bag.`,
        { path },
      );
    }
    progress.readAgain();
  });
}

function damaged(bag: string, firstProblem: string, problems: number): ArchiveError {
  const more = problems === 1 ? '' : ` (and ${problems - 1} more)`;
  return new ArchiveError(
    'backup-damaged',
    `Nothing was written, since "${basename(bag)}" is not as it was made: ${firstProblem}${more}`,
    { path: bag, problems, problem: firstProblem },
  );
}
