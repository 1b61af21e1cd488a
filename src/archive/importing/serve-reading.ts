import type { MessagePort } from 'node:worker_threads';
import { toFailure } from '../errors';
import { readWith } from './file-reading';
import type { FileItem, GivenFile, Reader } from './readers/reader';
import {
  movable,
  type FromReadingThread,
  type ReadItemMessage,
  type ToReadingThread,
} from './reading-protocol';

type ToRead = Extract<ToReadingThread, { kind: 'read' }>;

/** Signs of progress are told at most this often, in milliseconds. */
const progressEvery = 1000;

/** The thread's end of `ReadingThread`: reads what comes through the port, an item when it's asked for. */
export function serveReading(port: MessagePort, readers: readonly Reader[]): void {
  const asked = new Map<number, (file: GivenFile | null) => void>();
  let questions = 0;
  let items: AsyncIterator<FileItem> | null = null;
  let lastProgress = 0;

  const say = (message: FromReadingThread, moved: Iterable<ArrayBuffer> = []): void => {
    port.postMessage(message, [...moved]);
  };

  const start = ({ file, kind: _kind, ...settings }: ToRead): void => {
    items = readWith(readers, file, {
      ...settings,
      signal: null,
      onProgress: () => {
        const now = performance.now();
        if (now - lastProgress < progressEvery) return;
        lastProgress = now;
        say({ kind: 'progress' });
      },
      findBeside: (path) =>
        new Promise((resolve) => {
          questions += 1;
          asked.set(questions, resolve);
          say({ kind: 'find-beside', number: questions, path });
        }),
    });
  };

  const answer = async (): Promise<void> => {
    try {
      const next = await items?.next();
      if (next === undefined || next.done === true) {
        say({ kind: 'end' });
        return;
      }
      const moved = new Set<ArrayBuffer>();
      const item = toMessage(next.value, moved);
      say({ kind: 'item', item }, moved);
    } catch (thrown) {
      say({ kind: 'failure', failure: toFailure(thrown) });
    }
  };

  port.on('message', (message: ToReadingThread) => {
    switch (message.kind) {
      case 'read':
        start(message);
        return;
      case 'next':
        void answer();
        return;
      case 'stop':
        void items?.return?.().catch(() => undefined);
        items = null;
        return;
      case 'beside':
        asked.get(message.number)?.(message.file);
        asked.delete(message.number);
        return;
    }
  });
}

function toMessage(item: FileItem, moved: Set<ArrayBuffer>): ReadItemMessage {
  switch (item.kind) {
    case 'file':
      return { kind: 'file', file: { ...item.file, bytes: movable(item.file.bytes, moved) } };
    case 'recognised':
    case 'remark':
      return item;
    case 'failed':
      return { kind: 'failed', name: item.name, failure: toFailure(item.error) };
    case 'release': {
      const images = item.release.images.map((image) => ({
        ...image,
        bytes: movable(image.bytes, moved),
      }));
      return { kind: 'release', release: { ...item.release, images } };
    }
  }
}
