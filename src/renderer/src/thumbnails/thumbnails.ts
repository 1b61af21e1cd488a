import { maxThumbnailBytes, type PhotoId } from '../../../shared/photo';
import { request } from '../bridge';
import type { ThumbnailAnswer, ThumbnailQuestion } from './thumbnail.worker';
import { WantedQueue } from './wanted-queue';

/** What is known of a photo's thumbnail. */
export type Known = 'unknown' | 'made' | 'impossible';

/** A photo is large in memory while it is being shrunk. */
const atOnce = 2;

const known = new Map<PhotoId, Known>();
const listeners = new Set<() => void>();
const waiting = new Map<number, (bytes: Uint8Array<ArrayBuffer> | null) => void>();
let worker: Worker | null = null;
let count = 0;

function note(id: PhotoId, what: Known): void {
  known.set(id, what);
  for (const listener of listeners) listener();
}

export function knownOf(id: PhotoId): Known {
  return known.get(id) ?? 'unknown';
}

export function followThumbnails(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** It was there and no longer is: somebody emptied the cache. Once; a second time it stays away. */
export function thumbnailGone(id: PhotoId, isSecondTime: boolean): void {
  note(id, isSecondTime ? 'impossible' : 'unknown');
}

function startedWorker(): Worker {
  const started = new Worker(new URL('./thumbnail.worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<ThumbnailAnswer>) => {
    waiting.get(data.number)?.(data.bytes);
    waiting.delete(data.number);
  });
  started.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
    worker = null;
  });
  return started;
}

function shrunk(original: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  worker ??= startedWorker();
  count += 1;
  const question: ThumbnailQuestion = { number: count, original };
  const answer = new Promise<Uint8Array<ArrayBuffer> | null>((resolve) => {
    waiting.set(question.number, resolve);
  });
  worker.postMessage(question, [original.buffer]);
  return answer;
}

const queue = new WantedQueue<PhotoId>(async (id) => {
  const state = await request('photo:thumbnail', { id });
  if (state.kind !== 'not-made') {
    note(id, state.kind === 'made' ? 'made' : 'impossible');
    return;
  }
  const bytes = await shrunk(new Uint8Array(state.original));
  if (bytes === null || bytes.length > maxThumbnailBytes) {
    note(id, 'impossible');
    return;
  }
  await request('photo:keep-thumbnail', { id, bytes });
  note(id, 'made');
}, atOnce);

/** Sees to it that a photo in sight has a thumbnail; the answered function says that it is out of sight. */
export function wantThumbnail(id: PhotoId): () => void {
  return queue.want(id);
}
