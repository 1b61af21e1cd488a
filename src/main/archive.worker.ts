import { parentPort } from 'node:worker_threads';
import {
  createArchive,
  openArchive,
  type Archive,
  type ArchiveListeners,
} from '../archive/archive';
import { archiveHandlers, type RequestContext } from '../archive/archive-requests';
import { diagnose } from '../archive/diagnosis';
import { ArchiveError, replyOf } from '../archive/errors';
import { makeSampleArchive } from '../archive/sample/make-sample';
import { readSample } from '../archive/sample/sample-files';
import { placeForSample } from '../archive/sample/sample-place';
import type { NoticeChannel, Notices } from '../shared/ipc-contract';
import { faultOf } from './logging/fault';
import { OpenArchive } from './open-archive';
import { thinned } from './thinned-progress';
import type { FromWorker, Question, TaskAnswer, ToWorker, WorkerTask } from './worker-protocol';

/*
 * The archive's own thread: nothing that the archive does can hold up main or a window.
 */

const port = parentPort;
if (port === null) throw new Error('The archive worker runs in a worker thread only.');

const slot = new OpenArchive();
let work = new AbortController();
let sampleWork = new AbortController();
/** An import is cancelled by its own service. */
const never = new AbortController().signal;
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

let importTold = 0;

const listeners: ArchiveListeners = {
  onChanged: (value) => {
    notify('archive:changed', value);
  },
  onProgress: (value) => {
    tellProgress(value);
  },
  onImport: (value) => {
    const now = performance.now();
    // As often as a person can see it; the end is always told.
    if (value !== null && now - importTold < 100) return;
    importTold = now;
    notify('import:progress', value);
  },
  onWatch: (value) => {
    notify('watch:news', value);
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

/** What an archive that was just opened begins with. */
function begun(fresh: Archive): Archive {
  // Searching shall be ready when the first question comes, and tells then why it can't be.
  fresh.search.ready().catch(() => undefined);
  if (fresh.info().readOnly === null) {
    fresh.backups.startRolling();
    fresh.watch.start();
  }
  return fresh;
}

/** The folder of the sample archive, which is made where it isn't there yet. */
async function provideSample(
  { parent, names, source, language }: Question<'sample'>,
  signal: AbortSignal,
): Promise<string> {
  const { folder, isMade } = await placeForSample(parent, names, await readSample(source));
  if (isMade) return folder;
  await makeSampleArchive(folder, source, {
    language,
    signal,
    onProgress: (done, total) => {
      const finished = done === total;
      tellProgress({ work: 'sample', done, total, unit: 'files', finished });
    },
  });
  return folder;
}

const tasks: { readonly [T in WorkerTask]: (question: Question<T>) => Promise<TaskAnswer<T>> } = {
  create: async ({ folder, institution }) => {
    const create = async (real: string): Promise<Archive> =>
      begun(await createArchive(real, institution, listeners));
    return (await slot.create(folder, create)).info();
  },
  sample: async (question) => {
    sampleWork = new AbortController();
    const folder = await tracked(provideSample(question, sampleWork.signal));
    const open = async (real: string): Promise<Archive> =>
      begun(await openArchive(real, listeners));
    return (await slot.open(folder, open)).info();
  },
  cancelSample: async () => {
    sampleWork.abort();
    return null;
  },
  open: async ({ folder }) => {
    const open = async (real: string): Promise<Archive> =>
      begun(await openArchive(real, listeners));
    return (await slot.open(folder, open)).info();
  },
  info: async () => slot.current?.info() ?? null,
  close: async () => {
    work.abort();
    sampleWork.abort();
    slot.current?.backups.cancel();
    await slot.current?.imports.cancel();
    await Promise.allSettled(running);
    await slot.close();
    return null;
  },
  reopen: async ({ takeOver }) => {
    const before = slot.current;
    const fresh = await slot.reopen(async (old) => {
      const options = takeOver ? await old.takingOver() : {};
      return begun(await openArchive(old.folder, listeners, options));
    });
    // Others wrote to it meanwhile: nothing that was read before counts.
    if (fresh !== before) {
      notify('archive:changed', { what: ['releases', 'partners', 'packs', 'photos', 'archive'] });
    }
    return fresh.info();
  },
  request: async ({ channel, argument }) => {
    // Main has validated the argument against this channel's schema.
    const handler = archiveHandlers[channel] as (
      archive: Archive,
      argument: unknown,
      context: RequestContext,
    ) => unknown;
    return tracked(Promise.resolve(handler(slot.require(), argument, context)));
  },
  import: ({ paths, options, replaces }) =>
    tracked(
      slot.require().imports.run({
        paths,
        options,
        replaces,
        signal: never,
        workingFolder: '/',
        dryRun: false,
      }),
    ),
  watch: ({ folder }) => {
    const { watch } = slot.require();
    return watch.change({ folder, status: watch.state.watched?.status ?? 'filed' });
  },
  importReport: async () => slot.require().imports.csv(),
  collect: ({ trays, ...what }) => tracked(slot.require().packs.collect(trays, what)),
  embargo: async ({ releaseIds }) => slot.require().packs.embargoOf(releaseIds),
  export: ({ packId, destination }) =>
    tracked(
      slot.require().packs.export(packId, destination, {
        signal: context.beginWork(),
        onProgress: (done, total) => {
          context.onProgress('export', done, total, done === total);
        },
      }),
    ),
  thumbnail: async ({ photoId }) => (await slot.current?.thumbnails.read(photoId)) ?? null,
  locatePhoto: async ({ photoId }) => {
    const found = await slot.current?.photos.locate(photoId);
    return found == null ? null : { path: found.path, format: found.photo.format };
  },
  releaseFiles: async ({ releaseIds }) => {
    const { packs } = slot.require();
    const files = [];
    for (const id of releaseIds) files.push(await packs.releaseAsText(id));
    return files;
  },
  photoFile: ({ releaseId, photoId }) => slot.require().packs.photoOf(releaseId, photoId),
  diagnose: async () => (slot.current === null ? null : diagnose(slot.current)),
};

port.on('message', ({ number, task, question }: ToWorker) => {
  const run = tasks[task] as (question: unknown) => Promise<unknown>;
  const told = async (): Promise<unknown> => {
    try {
      return await run(question);
    } catch (thrown) {
      // A refusal has a name; of everything else the log should know where it was thrown.
      if (!(thrown instanceof ArchiveError)) say({ fault: faultOf(thrown) });
      throw thrown;
    }
  };
  void replyOf(told).then((reply) => {
    say({ number, reply });
  });
});
