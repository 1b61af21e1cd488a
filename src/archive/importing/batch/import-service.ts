import { randomUUID } from 'node:crypto';
import type {
  ImportCounts,
  ImportOptions,
  ImportProgress,
  ImportResult,
  ImportRow,
  ImportRows,
  ImportState,
  ImportSummary,
} from '../../../shared/importing';
import type { ReleaseId } from '../../../shared/release';
import { ArchiveError, toFailure } from '../../errors';
import { arrivalsOf, removeArrivals, type ArrivalsFolder } from './arrivals';
import type { Outcome } from './import-result';
import { EarlierPart } from './earlier-part';
import { ImportRun } from './import-run';
import type { FileProgress, ImportTools } from './import-tools';
import { KeptImports, type KeptImport } from './kept-import';
import { reportAsCsv } from './report-csv';
import { rowsOf } from './report-rows';

const nothing: ImportCounts = { filed: 0, needsLook: 0, alreadyHere: 0, failed: 0 };

interface RunRequest {
  readonly paths: readonly string[];
  readonly options: ImportOptions;
  readonly signal: AbortSignal;
  readonly workingFolder: string;
  readonly dryRun: boolean;
  /** Whether one that ends before its time is offered to be gone on with; true where it isn't said. */
  readonly isKept?: boolean;
  /** Takes the place of one that waits to be gone on with; false where it isn't said. */
  readonly replaces?: boolean;
  /** Nobody asked for it: it takes the place of no report, and isn't gone on with. */
  readonly isByItself?: boolean;
  /** The import that this one goes on with: both are undone together. */
  readonly resumed?: Pick<KeptImport, 'group' | 'startedAt'>;
  /** With everything that was read, for whoever shows more than a row. */
  readonly onOutcome?: ((outcome: Outcome) => void) | undefined;
}

/** Imports of many files: one at a time, with a report; one that didn't end can be gone on with. */
export class ImportService {
  readonly #tools: ImportTools;
  readonly #onProgress: (progress: ImportProgress | null) => void;
  readonly #arrivals = new Map<string, ArrivalsFolder>();
  readonly #kept: KeptImports;
  #running: { readonly stop: AbortController; progress: ImportProgress } | null = null;
  #ended: Promise<unknown> = Promise.resolve();
  #last: ImportSummary | null = null;
  #rows: readonly ImportRow[] = [];

  /** `onProgress` is told null when an import has ended. */
  constructor(tools: ImportTools, onProgress: (progress: ImportProgress | null) => void) {
    this.#tools = tools;
    this.#onProgress = onProgress;
    this.#kept = new KeptImports(tools.store.layout);
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** The import of this session that is under way or was the last, and one that didn't end. */
  async state(): Promise<ImportState> {
    const kept = this.#running === null ? await this.#kept.read() : null;
    const unfinished = kept && (await this.#kept.describe(kept));
    return { running: this.#running?.progress ?? null, last: this.#last, unfinished };
  }

  /**
   * Imports what the paths stand for, and resolves when it has ended, cancelled or not; what was filed
   * stays filed. Throws `archive-busy` where one is under way, `archive-read-only`, `import-unfinished`
   * where one waits to be gone on with that this one isn't to replace.
   */
  async run(request: RunRequest): Promise<ImportSummary> {
    if (this.#running !== null) {
      throw new ArchiveError('archive-busy', 'Another import is under way. Wait for its end.');
    }
    const stop = new AbortController();
    this.#running = { stop, progress: { ...nothing, ...beginning } };
    const running = this.#begin(request, AbortSignal.any([request.signal, stop.signal]));
    this.#ended = running.catch(() => undefined);
    return running;
  }

  /** Goes on with the import that didn't end; null where there is none. Throws what `run` throws. */
  async resume(): Promise<ImportSummary | null> {
    const kept = this.#running === null ? await this.#kept.read() : null;
    if (kept === null) return null;
    const { paths, options } = kept;
    const never = new AbortController().signal;
    const rest = { workingFolder: '/', dryRun: false, resumed: kept };
    return this.run({ paths, options, signal: never, ...rest });
  }

  /** Stops it at its next safe point; answers when it has stopped. */
  async cancel(): Promise<void> {
    this.#running?.stop.abort();
    await this.#ended;
  }

  /** A page of the last report; `result` shows only those of one kind. */
  rows(offset: number, limit: number, result: ImportResult | null): ImportRows {
    const rows = result === null ? this.#rows : this.#rows.filter((row) => row.result === result);
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  }

  /** The last report as CSV (RFC 4180), with a byte order mark. */
  csv(): string {
    return reportAsCsv(this.#rows);
  }

  /**
   * Takes a file that a window was given, for an import of the answered folder. `batch` names what
   * belongs together; `path` is relative to what was dropped.
   */
  async give(batch: string, path: string, bytes: Uint8Array): Promise<{ readonly folder: string }> {
    await this.#tools.store.requireWritable();
    const arrivals = this.#arrivals.get(batch) ?? arrivalsOf(this.#tools.store.layout, batch);
    this.#arrivals.set(batch, arrivals);
    await arrivals.put({ name: path, bytes });
    return { folder: arrivals.folder };
  }

  /**
   * An import that didn't end is not to be gone on with: what it has filed becomes its report. Answers
   * null where there is none. Throws `archive-read-only`.
   */
  async leave(): Promise<ImportSummary | null> {
    const kept = this.#running === null ? await this.#kept.read() : null;
    if (kept === null) return null;
    await this.#tools.store.requireWritable();
    this.#rows = await this.#kept.rows();
    await this.#kept.forget();
    await removeArrivals(this.#tools.store.layout, kept.paths);
    this.#last = {
      startedAt: kept.startedAt,
      endedAt: kept.stoppedAt,
      outcome: 'cancelled',
      filesLeft: kept.files - kept.filesDone,
      trouble: null,
      ...this.#rows.reduce(withRow, nothing),
    };
    return this.#last;
  }

  async close(): Promise<void> {
    await this.cancel();
  }

  async #begin(request: RunRequest, signal: AbortSignal): Promise<ImportSummary> {
    try {
      if (request.resumed === undefined && isKept(request)) await this.#takePlace(request);
    } catch (thrown) {
      this.#running = null;
      this.#onProgress(null);
      throw thrown;
    }
    return this.#run(request, signal);
  }

  /** An archive remembers one import that didn't end; another one takes its place only when told to. */
  async #takePlace({ paths, replaces = false }: RunRequest): Promise<void> {
    const kept = await this.#kept.read();
    if (kept === null) return;
    await this.#tools.store.requireWritable();
    const { startedAt, files, filesDone } = kept;
    if (!replaces) {
      throw new ArchiveError(
        'import-unfinished',
        'An import that was broken off waits to be gone on with. Go on with it or leave it first.',
        { startedAt, files, filesDone },
      );
    }
    const given = kept.paths.filter((path) => !paths.includes(path));
    await removeArrivals(this.#tools.store.layout, given);
  }

  async #run(request: RunRequest, signal: AbortSignal): Promise<ImportSummary> {
    const { startedAt, group } = request.resumed ?? {
      startedAt: new Date().toISOString(),
      group: randomUUID(),
    };
    const { paths, options, dryRun, workingFolder, onOutcome, isByItself = false } = request;
    const mayGoOn = isKept(request);
    const rows: ImportRow[] = [];
    let counts = nothing;
    if (!isByItself) this.#rows = rows;
    const tell = (files: FileProgress | Record<string, never>): void => {
      if (this.#running === null) return;
      this.#running.progress = { ...this.#running.progress, ...files, ...counts };
      this.#onProgress(this.#running.progress);
    };
    const begun = { paths, options, startedAt, group };
    /** What the part before was told to have filed, by the release. */
    const earlier = new Map<ReleaseId, ImportRow>();
    const note = (files: number, filesDone: number, isEnd: boolean): Promise<void> => {
      const filed = counts.filed + counts.needsLook;
      return this.#kept.note(begun, { files, filesDone, filed }, rows, isEnd);
    };
    let noting: Promise<void> = Promise.resolve();
    let isOpen = false;
    let summary: Omit<ImportSummary, keyof ImportCounts>;
    try {
      if (!dryRun) {
        await this.#tools.store.requireWritable();
        if (request.resumed !== undefined) {
          for (const row of await this.#kept.rows()) {
            if (row.releaseId !== null) earlier.set(row.releaseId, row);
          }
        }
        if (mayGoOn) await this.#kept.begin(begun);
        isOpen = mayGoOn;
      }
      const brokenOff =
        request.resumed === undefined
          ? null
          : { since: startedAt, until: new Date().toISOString() };
      // What was filed in its last moments before a kill, and told nobody.
      const untold = new EarlierPart(this.#tools.store, brokenOff);
      untold.claimAll(earlier.keys());
      const run = new ImportRun(this.#tools, {
        options,
        signal,
        workingFolder,
        dryRun,
        group,
        brokenOff,
        onOutcome: (outcome) => {
          for (const told of rowsOf(outcome)) {
            const row = this.#asOfOneImport(told, earlier, untold);
            rows.push(row);
            counts = withRow(counts, row);
          }
          onOutcome?.(outcome);
          tell({});
        },
        onProgress: tell,
        onSafe: (files, filesDone) => {
          // Nobody waits for it: it's only for whoever asks after a kill.
          if (mayGoOn) noting = noting.then(() => note(files, filesDone, false));
        },
      });
      await this.#tools.likeness.ready();
      const left = await run.file(paths);
      const outcome = signal.aborted || left > 0 ? 'cancelled' : 'done';
      await noting;
      if (outcome === 'done' && mayGoOn) {
        await this.#kept.forget();
        isOpen = false;
      }
      const endedAt = new Date().toISOString();
      summary = { startedAt, endedAt, outcome, filesLeft: left, trouble: null };
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (!signal.aborted && rows.length === 0) {
        await noting;
        if (mayGoOn) await this.#kept.forget().catch(() => undefined);
        isOpen = false;
        throw thrown;
      }
      summary = {
        startedAt,
        endedAt: new Date().toISOString(),
        outcome: signal.aborted ? 'cancelled' : 'stopped',
        filesLeft: this.#filesLeft(),
        trouble: signal.aborted ? null : failure.message,
      };
    } finally {
      const { files = 0, filesDone = 0 } = this.#running?.progress ?? {};
      await noting;
      if (mayGoOn && isOpen) await note(files, filesDone, true);
      this.#running = null;
      this.#onProgress(null);
    }
    const whole = { ...summary, ...counts };
    if (isByItself) return whole;
    this.#last = whole;
    // Unless the import is to be gone on with, nothing needs what was given for it.
    if (whole.outcome === 'done') await removeArrivals(this.#tools.store.layout, paths);
    return whole;
  }

  #filesLeft(): number {
    const { files = 0, filesDone = 0 } = this.#running?.progress ?? {};
    return files - filesDone;
  }

  /** What the part before has filed is told as filed: it is one import. */
  #asOfOneImport(
    row: ImportRow,
    earlier: ReadonlyMap<ReleaseId, ImportRow>,
    untold: EarlierPart,
  ): ImportRow {
    const { result, releaseId, path } = row;
    if (result !== 'already-here' || releaseId === null) return row;
    const before = earlier.get(releaseId);
    if (before !== undefined) return before.path === path ? before : row;
    if (untold.claim([releaseId]) === null) return row;
    const release = this.#tools.store.tables.releases.get(releaseId);
    const { review = [], publicationDate = null } = release ?? {};
    return {
      ...row,
      result: review.length > 0 ? 'needs-look' : 'filed',
      review: review.map(({ reason }) => reason),
      publicationDate,
    };
  }
}

/** Whether one that ends before its time is offered to be gone on with. */
function isKept({ isKept = true, dryRun, isByItself = false }: RunRequest): boolean {
  return isKept && !dryRun && !isByItself;
}

function withRow(counts: ImportCounts, { result }: ImportRow): ImportCounts {
  const counter = counters[result];
  return { ...counts, [counter]: counts[counter] + 1 };
}

const beginning = { files: 0, filesDone: 0, bytes: 0, bytesDone: 0, elapsedMs: 0, current: '' };

const counters: Readonly<Record<ImportResult, keyof ImportCounts>> = {
  filed: 'filed',
  'needs-look': 'needsLook',
  'already-here': 'alreadyHere',
  failed: 'failed',
};
