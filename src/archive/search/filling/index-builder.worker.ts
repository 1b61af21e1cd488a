import { parentPort } from 'node:worker_threads';
import { SegmentBuilder } from '../index/segment-builder';
import type { SegmentData } from '../index/segment-sections';
import type { FromBuilder, ToBuilder } from './builder-protocol';

/*
 * The thread that builds half of a large index. Nobody waits for an answer of it: it needn't pause.
 */

const port = parentPort;
if (port === null) throw new Error('The index builder runs in a worker thread only.');

/** Buffers up to this size may be pieces of one that Node shares out and doesn't let go. */
const mostShared = 1 << 16;

let builder = new SegmentBuilder();

function say(message: FromBuilder, transferred: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transferred);
}

function handOver(): void {
  const steps = builder.finish();
  builder = new SegmentBuilder();
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { data, buffers } = detachable(step.value);
  say({ is: 'segment', data }, buffers);
}

/** The same segment in memory that another thread can take over. */
function detachable({ counts, sections }: SegmentData): {
  readonly data: SegmentData;
  readonly buffers: readonly ArrayBuffer[];
} {
  const buffers = new Set<ArrayBuffer>();
  const own = (piece: Uint8Array): Uint8Array => {
    const kept = piece.buffer.byteLength <= mostShared ? Uint8Array.from(piece) : piece;
    buffers.add(kept.buffer as ArrayBuffer);
    return kept;
  };
  const owned = Object.fromEntries(
    Object.entries(sections).map(([name, pieces]) => [name, pieces.map(own)]),
  ) as unknown as SegmentData['sections'];
  return { data: { counts, sections: owned }, buffers: [...buffers] };
}

port.on('message', (documents: ToBuilder) => {
  for (const document of documents ?? []) builder.add(document);
  if (builder.isFull || (documents === null && builder.size > 0)) handOver();
  say({ is: documents === null ? 'finished' : 'built' });
});
