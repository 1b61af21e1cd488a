import type { ArchiveChannel } from '../archive/archive-requests';
import type { ArchiveDiagnosis } from '../archive/diagnosis';
import type { ArchiveInfo, Institution } from '../shared/archive-info';
import type { ImportOptions, ImportSummary, WatchState } from '../shared/importing';
import type { NoticeChannel, Notices } from '../shared/ipc-contract';
import type { PhotoFormat } from '../shared/photo';
import type { Embargo } from '../shared/embargo';
import type { PackExport, PressPack } from '../shared/press-pack';
import type { Reply } from '../shared/reply';
import type { Fault } from './logging/fault';

/** What main asks of the archive's thread, and what comes back: task -> [question, answer]. */
export interface WorkerTasks {
  readonly create: readonly [{ folder: string; institution: Institution }, ArchiveInfo];
  /** The sample archive in `parent` under one of `names`; made of the files in `source` where it isn't there. */
  readonly sample: readonly [
    {
      parent: string;
      names: readonly [string, ...string[]];
      source: string;
      language: 'en' | 'zh';
    },
    ArchiveInfo,
  ];
  readonly cancelSample: readonly [null, null];
  readonly open: readonly [{ folder: string }, ArchiveInfo];
  readonly info: readonly [null, ArchiveInfo | null];
  readonly close: readonly [null, null];
  readonly reopen: readonly [{ takeOver: boolean }, ArchiveInfo];
  /** A request of the contract, its argument validated by main. */
  readonly request: readonly [{ channel: ArchiveChannel; argument: unknown }, unknown];
  /** Its end; `replaces` one that was broken off and waits. */
  readonly import: readonly [
    { paths: readonly string[]; options: ImportOptions; replaces: boolean },
    ImportSummary,
  ];
  /** Watches the folder from now on. */
  readonly watch: readonly [{ folder: string }, WatchState];
  /** The last import's report as CSV. */
  readonly importReport: readonly [null, string];
  /** Releases for the first of `trays` that is here, or a new pack. */
  readonly collect: readonly [
    { trays: readonly string[]; title: string; add: readonly string[] },
    { readonly pack: PressPack; readonly changed: number },
  ];
  /** The embargo that ends last of these releases' in force. */
  readonly embargo: readonly [{ releaseIds: readonly string[] }, Embargo | null];
  readonly export: readonly [{ packId: string; destination: string }, PackExport];
  /** WebP; null where it isn't made yet. */
  readonly thumbnail: readonly [{ photoId: string }, Uint8Array | null];
  readonly locatePhoto: readonly [
    { photoId: string },
    { readonly path: string; readonly format: PhotoFormat } | null,
  ];
  /** What releases or a photo of one are when they leave the archive as files of their own. */
  readonly releaseFiles: readonly [
    { releaseIds: readonly string[] },
    readonly { readonly fileName: string; readonly text: string }[],
  ];
  readonly photoFile: readonly [
    { releaseId: string; photoId: string },
    { readonly fileName: string; readonly path: string },
  ];
  /** Numbers for whoever looks for a fault; null where no archive is open. */
  readonly diagnose: readonly [null, ArchiveDiagnosis | null];
}

export type WorkerTask = keyof WorkerTasks;
export type Question<T extends WorkerTask> = WorkerTasks[T][0];
export type TaskAnswer<T extends WorkerTask> = WorkerTasks[T][1];

export interface ToWorker {
  readonly number: number;
  readonly task: WorkerTask;
  readonly question: unknown;
}

export type FromWorker =
  | { readonly number: number; readonly reply: Reply<unknown> }
  | { readonly notice: NoticeChannel; readonly value: Notices[NoticeChannel] }
  | { readonly fault: Fault };
