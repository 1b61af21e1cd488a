import type { CDPSession } from 'playwright-core';

const megabyte = 1024 * 1024;

export interface HeapSizes {
  /** Megabytes of all that isn't compiled code. */
  readonly objects: number;
  readonly code: number;
}

/** Chromium's heap snapshot: of each node some numbers, one behind the other, named by `node_fields`. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[] | string)[];
    };
  };
  readonly nodes: readonly number[];
}

/** What lies in the page's heap, without what the browser itself keeps of the page. */
export async function heapSizes(session: CDPSession): Promise<HeapSizes> {
  const pieces: string[] = [];
  const onPiece = ({ chunk }: { readonly chunk: string }): void => {
    pieces.push(chunk);
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', onPiece);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', onPiece);
  const { snapshot, nodes } = JSON.parse(pieces.join('')) as Snapshot;
  const fields = snapshot.meta.node_fields;
  const kinds = snapshot.meta.node_types[fields.indexOf('type')] ?? [];
  let objects = 0;
  let code = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = kinds[nodes[at + fields.indexOf('type')] ?? 0];
    const bytes = nodes[at + fields.indexOf('self_size')] ?? 0;
    if (kind === 'code') code += bytes;
    else if (kind !== 'native') objects += bytes;
  }
  return { objects: objects / megabyte, code: code / megabyte };
}
