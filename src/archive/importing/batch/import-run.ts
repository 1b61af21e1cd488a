import { basename, dirname } from 'node:path';
import type { ImportRemark } from '../../../shared/importing';
import { ArchiveError, toFailure } from '../../errors';
import type { GivenFile } from '../readers/reader';
import { contextAhead } from '../parse-ahead';
import { sha256Of } from '../staging';
import { arrivalsOf, arrivalsOutside, type ArrivalsFolder } from './arrivals';
import { besideFinder } from './beside';
import { fileFailure } from './file-failure';
import { gatherFiles, type FoundFile } from './gather-files';
import { byFolder, groupFiles } from './group-files';
import { ImportBatches } from './import-batches';
import type { KnownRelease } from './import-result';
import type { ImportTools, RunOptions } from './import-tools';
import { isPhoto, readInputFile } from './input-file';
import { labelOf, type Place } from './place';
import { ReleasePreparer, type ArrivedFile } from './prepare-release';
import { RunProgress } from './run-progress';
import { hasOddBytes, nameOfPath } from './system-path';

/** ZIPs in ZIPs, letters in letters. */
const deepest = 4;

/** A file of so many bytes is held in memory twice; a larger one is copied on the disk. */
const mostKept = 1024 * 1024;

/** What came out of a file so far; `whole` where it was the one release that the file is. */
interface Found {
  releases: number;
  files: number;
  failed: number;
  whole: boolean;
}

/** One import: files, folders and exports become releases, or it is told why not. */
export class ImportRun {
  readonly #tools: ImportTools;
  readonly #run: RunOptions;
  readonly #batches: ImportBatches;
  readonly #preparer: ReleasePreparer;
  readonly #progress: RunProgress;

  constructor(tools: ImportTools, run: RunOptions) {
    this.#tools = tools;
    this.#run = run;
    this.#batches = new ImportBatches(tools.releases, run.group, run.onOutcome);
    this.#preparer = new ReleasePreparer(tools, run, this.#batches);
    this.#progress = new RunProgress(run);
  }

  /**
   * Files what the paths stand for, in batches, each one change of the archive, all of them undone as
   * one. What was read when the signal comes is filed and told. Answers how many files were left.
   */
  async file(given: readonly string[]): Promise<number> {
    const { signal, workingFolder, onOutcome } = this.#run;
    const { files, failed } = await gatherFiles(given, workingFolder, signal);
    for (const failure of failed) onOutcome({ kind: 'failed', failed: [failure] });
    this.#progress.begin(files);
    try {
      await this.#fileAll(files, { inside: null, depth: 0 });
    } finally {
      // Also after a failure: of what was read it is told what became of it.
      await this.#batches.fileWaiting();
      await this.#preparer.close();
      this.#run.onSafe(this.#progress.files, this.#progress.filesDone);
    }
    return this.#progress.files - this.#progress.filesDone;
  }

  async #fileAll(files: readonly FoundFile[], place: Place): Promise<void> {
    const photos: string[] = [];
    const texts: string[] = [];
    for (const { path } of files) ((await isPhoto(path)) ? photos : texts).push(path);
    const { releases, loose } = groupFiles(texts, photos);
    for (const group of releases) {
      if (this.#run.signal.aborted) return;
      this.#progress.tell(nameOfPath(group.text));
      const isDone = await this.#fileOne(group.text, group.photos, place);
      if (isDone) this.#count([group.text, ...group.photos], place);
    }
    for (const paths of byFolder(loose)) {
      if (this.#run.signal.aborted) return;
      this.#progress.tell(nameOfPath(paths[0] ?? ''));
      await this.#filePhotos(paths, place);
      this.#count(paths, place);
    }
  }

  /**
   * One file with the photos beside it: a release, or as many as the file holds. Says false where it was
   * cancelled before its end.
   */
  async #fileOne(path: string, photos: readonly string[], place: Place): Promise<boolean> {
    const label = this.#label(path, place);
    const arrivals = this.#arrivals();
    const found: Found = { releases: 0, files: 0, failed: 0, whole: false };
    try {
      const isNew = await this.#readOne(path, photos, arrivals, found, place);
      if (!isNew) return true;
      if (found.files > 0) await this.#fileArrivals(arrivals, label, place.depth);
      if (found.files + found.releases + found.failed === 0) throw holdsNothing(nameOfPath(path));
    } catch (thrown) {
      if (this.#run.signal.aborted) return found.whole;
      await this.#fail(label, thrown);
    } finally {
      await arrivals.remove();
    }
    return true;
  }

  /** Says false where the file is here already. */
  async #readOne(
    path: string,
    photos: readonly string[],
    arrivals: ArrivalsFolder,
    found: Found,
    place: Place,
  ): Promise<boolean> {
    const { signal, options } = this.#run;
    const label = this.#label(path, place);
    const fileName = nameOfPath(path);
    const bytes = await readInputFile(path);
    const size = bytes.length;
    // Reading may take the bytes to another thread (a Buffer's slice would be the same memory).
    const kept = size <= mostKept || hasOddBytes(path) ? new Uint8Array(bytes) : null;
    let file: ArrivedFile | null = null;
    const remarks: ImportRemark[] = [];
    const items = this.#tools.reading.read(
      { name: fileName, bytes },
      {
        encoding: options.encoding,
        findBeside: besideFinder(path, options.mediaFolder),
        signal,
        ...contextAhead(size, this.#tools.store.tables),
      },
    );
    for await (const item of items) {
      signal.throwIfAborted();
      switch (item.kind) {
        case 'recognised': {
          const source = { fileName, sha256: item.sha256, bytes: size, encoding: '' };
          file = { source, label, keep: this.#keeper(item.sha256, path, size, kept) };
          // What holds other files is looked through again: one of them may be new, or have failed before.
          const known = item.holdsOthers ? null : await this.#preparer.known(source);
          if (known === null) break;
          await this.#batches.add(this.#preparer.alreadyHere(label, known));
          await this.#tellNewPhotos(photos, known, fileName, place);
          return false;
        }
        case 'file':
          await this.#unpack(item.file, arrivals, label);
          found.files += 1;
          break;
        case 'remark':
          remarks.push(item.remark);
          break;
        case 'failed':
          await this.#fail(`${label} › ${item.name}`, item.error);
          found.failed += 1;
          break;
        case 'release':
          if (file === null) break;
          // Photos beside a file go with its only release.
          await this.#fileRelease(item.release, file, found.releases === 0 ? photos : []);
          found.releases += 1;
          found.whole = item.release.key === '';
          break;
      }
    }
    if (remarks.length > 0) await this.#batches.add({ kind: 'remarked', path: label, remarks });
    return true;
  }

  /** What keeps a file's bytes for its releases: in memory, or staged, the first time that it is asked. */
  #keeper(
    sha256: string,
    path: string,
    size: number,
    kept: Uint8Array | null,
  ): ArrivedFile['keep'] {
    let staged: Promise<void> | null = null;
    return async () => {
      if (kept === null) await (staged ??= this.#tools.staging.stageCopy(sha256, path, size));
      return kept ?? undefined;
    };
  }

  async #fileRelease(
    release: Parameters<ReleasePreparer['prepare']>[0],
    file: ArrivedFile,
    photos: readonly string[],
  ): Promise<void> {
    try {
      await this.#batches.add(await this.#preparer.prepare(release, file, photos));
    } catch (thrown) {
      this.#run.signal.throwIfAborted();
      const label =
        release.key === '' ? file.label : `${file.label} › ${release.title || release.key}`;
      await this.#fail(label, thrown);
    }
  }

  /** One that can't be put down keeps none of the others from being filed. */
  async #unpack(file: GivenFile, arrivals: ArrivalsFolder, label: string): Promise<void> {
    const name = file.path ?? file.name;
    try {
      await arrivals.put({ ...file, name });
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (failure.code === 'disk-full' || failure.code === 'disk-failed') throw thrown;
      await this.#fail(
        `${label} › ${name}`,
        new ArchiveError(
          'file-unreadable',
          `${basename(name)} can't be unpacked beside the others.`,
          {
            fileName: basename(name),
          },
        ),
      );
    }
  }

  /** A photo that lies beside a text which is here without it is no release, and must not be lost. */
  async #tellNewPhotos(
    photos: readonly string[],
    known: KnownRelease,
    text: string,
    place: Place,
  ): Promise<void> {
    const shown = new Set(known.photos.map(({ photoId }) => photoId));
    for (const path of photos) {
      const id = sha256Of(await readInputFile(path).catch(() => new Uint8Array()));
      if (shown.has(id)) continue;
      const name = nameOfPath(path);
      await this.#fail(
        this.#label(path, place),
        new ArchiveError(
          'photo-beside-known',
          `${name} was not filed: ${text} is in the archive already, without it. Open that release and drop the photo into it.`,
          { fileName: name, text },
        ),
      );
    }
  }

  async #filePhotos(paths: readonly string[], place: Place): Promise<void> {
    const [first = ''] = paths;
    const label = this.#label(paths.length === 1 ? first : dirname(first), place);
    try {
      await this.#batches.add(await this.#preparer.preparePhotos(paths, label));
    } catch (thrown) {
      await this.#fail(label, thrown);
    }
  }

  async #fileArrivals(arrivals: ArrivalsFolder, label: string, depth: number): Promise<void> {
    if (depth >= deepest) {
      const fileName = basename(label);
      throw new ArchiveError(
        'file-too-complex',
        `${fileName} holds files in files in files, more of them than anybody meant.`,
        { fileName },
      );
    }
    const { signal } = this.#run;
    const inside = { folder: arrivals.folder, label };
    const { files, failed } = await gatherFiles([arrivals.folder], arrivals.folder, signal);
    for (const { path, failure } of failed) {
      const within = this.#label(path, { inside, depth });
      this.#run.onOutcome({ kind: 'failed', failed: [{ path: within, failure }] });
    }
    await this.#fileAll(files, { inside, depth: depth + 1 });
  }

  /** What a dry run unpacks lies outside of the archive. */
  #arrivals(): ArrivalsFolder {
    const { layout } = this.#tools.store;
    return this.#run.dryRun ? arrivalsOutside() : arrivalsOf(layout);
  }

  async #fail(path: string, thrown: unknown): Promise<void> {
    await this.#batches.add({ kind: 'failed', failed: [fileFailure(path, thrown)] });
  }

  #count(paths: readonly string[], { depth }: Place): void {
    if (depth > 0) return;
    this.#progress.count(paths);
    const { files, filesDone } = this.#progress;
    if (this.#batches.isEmpty) this.#run.onSafe(files, filesDone);
  }

  #label(path: string, place: Place): string {
    return labelOf(path, place, this.#tools.store.layout);
  }
}

function holdsNothing(fileName: string): ArchiveError {
  return new ArchiveError('file-empty', `${fileName} holds nothing that can be filed.`, {
    fileName,
  });
}
