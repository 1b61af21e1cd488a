import { dirname, relative, resolve, sep } from 'node:path';
import type {
  ImportSummary,
  WatchedFolder,
  WatchNews,
  WatchState,
} from '../../../shared/importing';
import { requireOutside } from '../../keeping/places';
import { systemClock, type Clock } from '../../keeping/clock';
import { DurableJson } from '../../store/durable-json';
import type { Layout } from '../../store/layout';
import { gatherFiles, type FoundFile } from '../batch/gather-files';

/** A file that is the same at two looks so far apart isn't being written any more. */
export const settledAfterMs = 5_000;
/** How often it is looked for new files; a network drive shall not be kept busy by it. */
export const lookEveryMs = 15_000;
/** How often a folder is looked for that isn't there, or whose files could not be filed. */
export const retryEveryMs = 60_000;

/** The archive, as far as the watch needs it. */
interface WatchingArchive {
  readonly layout: Layout;
  readonly watched: () => WatchedFolder | null;
  /** Keeps it with the archive. Throws `archive-read-only`. */
  readonly change: (watched: WatchedFolder | null) => Promise<void>;
  /** null: another import is under way. */
  readonly importFiles: (
    paths: readonly string[],
    watched: WatchedFolder,
  ) => Promise<ImportSummary | null>;
}

/** What was read of a folder: path within it -> size and time of what was read. */
interface Remembered {
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Files new files of a folder by themselves, while it is started. It looks from time to time, since
 * network drives tell nobody of changes; the files stay where they are, and none is read twice.
 */
export class FolderWatch {
  readonly #archive: WatchingArchive;
  readonly #clock: Clock;
  readonly #tell: (news: WatchNews) => void;
  readonly #onChanged: () => void;
  readonly #kept: DurableJson<Remembered>;
  #remembered: Map<string, string> | null = null;
  /** Files that weren't read yet, as the last look found them. */
  #waiting: ReadonlyMap<string, string> = new Map();
  #isMissing = false;
  #isStarted = false;
  #forget: (() => void) | null = null;
  #looking: Promise<void> = Promise.resolve();
  readonly #stop = new AbortController();

  constructor(
    archive: WatchingArchive,
    listeners: { readonly tell: (news: WatchNews) => void; readonly onChanged: () => void },
    clock: Clock = systemClock,
  ) {
    this.#archive = archive;
    this.#clock = clock;
    this.#tell = listeners.tell;
    this.#onChanged = listeners.onChanged;
    const { watchedFile, files } = archive.layout;
    this.#kept = new DurableJson<Remembered>(watchedFile, files);
  }

  get state(): WatchState {
    return { watched: this.#archive.watched(), isMissing: this.#isMissing };
  }

  /**
   * Watches another folder, or none. Throws `folder-inside-archive`, `archive-read-only`.
   */
  async change(wanted: WatchedFolder | null): Promise<WatchState> {
    const watched = wanted && { ...wanted, folder: resolve(wanted.folder) };
    if (watched !== null) {
      await requireOutside(watched.folder, this.#archive.layout.folder, 'A watched folder');
    }
    const isOther = watched?.folder !== this.#archive.watched()?.folder;
    await this.#archive.change(watched);
    if (isOther) {
      this.#remembered = null;
      this.#waiting = new Map();
      this.#isMissing = false;
      this.#wait(0);
    }
    this.#onChanged();
    return this.state;
  }

  start(): void {
    this.#isStarted = true;
    this.#wait(lookEveryMs);
  }

  /** What is being filed is filed to its next safe point first. */
  async close(): Promise<void> {
    this.#isStarted = false;
    this.#stop.abort();
    this.#forget?.();
    await this.#looking;
  }

  #wait(milliseconds: number): void {
    if (!this.#isStarted) return;
    this.#forget?.();
    this.#forget = this.#clock.after(milliseconds, () => {
      this.#looking = this.#looking
        .then(() => this.#look())
        .catch(() => retryEveryMs)
        .then((next) => {
          this.#wait(next);
        });
    });
  }

  /** Answers when to look next. */
  async #look(): Promise<number> {
    const watched = this.#archive.watched();
    if (watched === null) return lookEveryMs;
    const { folder } = watched;
    const { files, failed } = await gatherFiles([folder], folder, this.#stop.signal);
    if (failed.some(({ path }) => path === folder)) return this.#saidMissing(folder);
    if (this.#isMissing) {
      this.#isMissing = false;
      this.#onChanged();
    }
    const known = await this.#known(folder);
    // What is empty is being made, or will never be anything.
    const fresh = files.filter((file) => file.bytes > 0 && known.get(file.path) !== stateOf(file));
    const ready = settled(fresh, this.#waiting);
    this.#waiting = new Map(fresh.map((file) => [file.path, stateOf(file)]));
    if (ready.length === 0) return fresh.length > 0 ? settledAfterMs : lookEveryMs;
    if (this.#stop.signal.aborted) return lookEveryMs;
    const paths = ready.map(({ path }) => path);
    const summary = await this.#archive.importFiles(paths, watched);
    if (summary === null) return settledAfterMs;
    if (summary.outcome === 'stopped') return retryEveryMs;
    // Cancelled or not: it isn't begun again behind the back of who cancelled it.
    for (const file of ready) known.set(file.path, stateOf(file));
    if (summary.outcome === 'done') await this.#remember(folder, known, files);
    const { filed, needsLook, failed: unread } = summary;
    if (filed + needsLook + unread > 0) {
      this.#tell({ kind: 'filed', folder, filed, needsLook, failed: unread });
    }
    return settledAfterMs;
  }

  /** Once, until it is there again. */
  #saidMissing(folder: string): number {
    if (!this.#isMissing) {
      this.#isMissing = true;
      this.#tell({ kind: 'missing', folder });
      this.#onChanged();
    }
    return retryEveryMs;
  }

  async #known(folder: string): Promise<Map<string, string>> {
    if (this.#remembered === null) {
      // What is lost of it is told from the texts themselves: the archive has them already.
      const kept = await this.#kept.read().catch(() => null);
      const entries = kept?.folder === folder ? Object.entries(kept.files) : [];
      this.#remembered = new Map(
        entries.map(([path, state]) => [folder + sep + path.replaceAll('/', sep), state]),
      );
    }
    return this.#remembered;
  }

  async #remember(
    folder: string,
    known: Map<string, string>,
    found: readonly FoundFile[],
  ): Promise<void> {
    const there = new Set(found.map(({ path }) => path));
    for (const path of known.keys()) if (!there.has(path)) known.delete(path);
    const files = Object.fromEntries(
      [...known].map(([path, state]) => [relative(folder, path).replaceAll(sep, '/'), state]),
    );
    await this.#kept.write({ folder, files });
  }
}

function stateOf({ bytes, modifiedMs }: FoundFile): string {
  return `${String(bytes)} ${String(Math.round(modifiedMs))}`;
}

/** Those that are as they were at the look before, in folders where nothing else is still arriving. */
function settled(
  fresh: readonly FoundFile[],
  before: ReadonlyMap<string, string>,
): readonly FoundFile[] {
  const isSettled = (file: FoundFile): boolean => before.get(file.path) === stateOf(file);
  // A photo may be on its way to the text that it belongs to.
  const busy = new Set(fresh.filter((file) => !isSettled(file)).map(({ path }) => dirname(path)));
  return fresh.filter((file) => isSettled(file) && !busy.has(dirname(file.path)));
}
