import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { ArchiveError } from '../../../errors';
import { requireGoingOn } from '../cancelled';
import type { ReadingOptions } from '../reader';
import type { ZipBudget } from './zip-budget';

/**
 * The bytes of an entry, at no moment more of them than the limits allow. `name` is how a sentence
 * calls it. Throws `file-damaged`, `file-too-large`, `file-too-complex`, 'cancelled'.
 */
export async function unpackEntry(
  zip: ZipFile,
  entry: Entry,
  name: string,
  budget: ZipBudget,
  { signal, onProgress }: ReadingOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  // What is declared may be too small; that it's too large already saves the work.
  const declared = budget.refusal(name, entry.uncompressedSize, entry.compressedSize);
  if (declared !== null) throw declared;
  let stream: Readable;
  try {
    stream = await openEntry(zip, entry);
  } catch (cause) {
    throw damaged(name, cause);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      requireGoingOn(signal);
      size += chunk.length;
      const refusal = budget.refusal(name, size, entry.compressedSize);
      if (refusal !== null) throw refusal;
      budget.countBytes(chunk.length);
      onProgress?.();
      chunks.push(chunk);
    }
  } catch (thrown) {
    if (thrown instanceof ArchiveError) throw thrown;
    throw damaged(name, thrown);
  } finally {
    stream.destroy();
  }
  const bytes = joined(chunks, size);
  if (size !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw damaged(name);
  return bytes;
}

/** In memory of its own, so that it can be handed to another thread. */
function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream);
      else reject(error);
    });
  });
}

function damaged(name: string, cause?: unknown): ArchiveError {
  return new ArchiveError(
    'file-damaged',
    `${name} is damaged and can't be unpacked.`,
    { fileName: name },
    { cause },
  );
}
