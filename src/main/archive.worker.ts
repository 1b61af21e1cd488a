import { realpath } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import {
  createArchive,
  openArchive,
  type Archive,
  type ArchiveListeners,
} from '../archive/archive';
import { archiveHandlers, type RequestContext } from '../archive/archive-requests';
import { ArchiveError, replyOf } from '../archive/errors';
import type { NoticeChannel, Notices } from '../shared/ipc-contract';
import { thinned } from './thinned-progress';
import type { FromWorker, Question, TaskAnswer, ToWorker, WorkerTask } from './worker-protocol';

/*
 * The archive's own thread: nothing that the archive does can hold up main or a window.
 */

const port = parentPort;
if (port === null) throw new Error('The archive worker runs in a worker thread only.');

let archive: Archive | null = null;
let work = new AbortController();
/** Long work under way; it cleans up after itself when it is cancelled, and is waited for. */
const running = new Set<Promise<unknown>>();

function say(message: FromWorker): void {
  port?.postMessage(message);
}

function notify<N extends NoticeChannel>(notice: N, value: Notices[N]): void {
  say({ notice, value });
}

const tellProgress = thinned((value) => {
  notify('work:progress', value);
});

const listeners: ArchiveListeners = {
  onChanged: (value) => {
    notify('archive:changed', value);
  },
  onProgress: (value) => {
    tellProgress(value);
  },
};

const context: RequestContext = {
  beginWork: () => {
    work = new AbortController();
    return work.signal;
  },
  cancelWork: () => {
    work.abort();
  },
  onProgress: (kind, done, total, finished) => {
    tellProgress({ work: kind, done, total, unit: 'files', finished });
  },
};

function tracked<T>(work: Promise<T>): Promise<T> {
  running.add(work);
  return work.finally(() => running.delete(work));
}

function opened(): Archive {
  if (archive === null) throw new ArchiveError('archive-not-open', 'No archive is open.');
  return archive;
}

async function replace(next: () => Promise<Archive>): Promise<Archive> {
  // The new one first: if it can't be opened, the old one stays.
  const fresh = await next();
  await archive?.close();
  archive = fresh;
  // Searching shall be ready when the first question comes.
  void fresh.search.ready();
  if (fresh.info().readOnly === null) fresh.backups.startRolling();
  return fresh;
}

const tasks: { readonly [T in WorkerTask]: (question: Question<T>) => Promise<TaskAnswer<T>> } = {
  create: async ({ folder, institution }) => {
    const real = await realpath(folder).catch(() => folder);
    return (await replace(() => createArchive(real, institution, listeners))).info();
  },
  open: async ({ folder }) => {
    // However it is spelt or linked: opened twice, an archive would lock itself out.
    const real = await realpath(folder).catch(() => folder);
    if (archive?.folder === real) return archive.info();
    return (await replace(() => openArchive(real, listeners))).info();
  },
  info: async () => archive?.info() ?? null,
  close: async () => {
    work.abort();
    archive?.backups.cancel();
    await Promise.allSettled(running);
    await archive?.close();
    archive = null;
    return null;
  },
  reopen: async ({ takeOver }) => {
    const old = opened();
    if (old.info().readOnly === null) return old.info();
    const options = takeOver ? await old.takingOver() : {};
    const info = (await replace(() => openArchive(old.folder, listeners, options))).info();
    // Others wrote to it meanwhile: nothing that was read before counts.
    notify('archive:changed', { what: ['releases', 'partners', 'packs', 'photos', 'archive'] });
    return info;
  },
  request: async ({ channel, argument }) => {
    // Main has validated the argument against this channel's schema.
    const handler = archiveHandlers[channel] as (
      archive: Archive,
      argument: unknown,
      context: RequestContext,
    ) => unknown;
    return tracked(Promise.resolve(handler(opened(), argument, context)));
  },
  export: ({ packId, destination }) =>
    tracked(
      opened().packs.export(packId, destination, {
        signal: context.beginWork(),
        onProgress: (done, total) => {
          context.onProgress('export', done, total, done === total);
        },
      }),
    ),
  locatePhoto: async ({ photoId }) => {
    const found = await archive?.photos.locate(photoId);
    return found == null ? null : { path: found.path, format: found.photo.format };
  },
};

port.on('message', ({ number, task, question }: ToWorker) => {
  const run = tasks[task] as (question: unknown) => Promise<unknown>;
  void replyOf(() => run(question)).then((reply) => {
    say({ number, reply });
  });
});
