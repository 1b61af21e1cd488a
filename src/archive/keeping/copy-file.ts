import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, open, rm, stat, type FileHandle } from 'node:fs/promises';
import { systemErrorCode } from '../errors';
import { throwIfCancelled } from './work-options';

export interface CopiedFile {
  readonly bytes: number;
  /** 128 hexadecimal digits. */
  readonly sha512: string;
}

/**
 * Writes what `read` begins to give into a new file, fsyncs it and answers the digest of what was
 * written. After a failure there is no file. Throws `EEXIST`, `cancelled`, and what reading throws.
 */
export async function writeHashed(
  read: () => AsyncIterable<unknown> | Promise<AsyncIterable<unknown>>,
  target: string,
  signal: AbortSignal | undefined,
): Promise<CopiedFile> {
  const handle = await open(target, 'wx');
  try {
    // Begun only now: a stream that fails while nobody reads it ends the whole program.
    const copied = await fill(handle, (await read()) as AsyncIterable<Buffer>, signal);
    await handle.close();
    return copied;
  } catch (thrown) {
    await handle.close();
    await rm(target, { force: true });
    throw thrown;
  }
}

async function fill(
  handle: FileHandle,
  chunks: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
): Promise<CopiedFile> {
  const hash = createHash('sha512');
  let bytes = 0;
  for await (const chunk of chunks) {
    throwIfCancelled(signal);
    hash.update(chunk);
    await handle.writeFile(chunk);
    bytes += chunk.length;
  }
  await handle.sync();
  return { bytes, sha512: hash.digest('hex') };
}

/** The digest of a file, or null where there is none. Throws `cancelled`. */
export async function hashOf(
  path: string,
  algorithm: string,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const hash = createHash(algorithm);
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      throwIfCancelled(signal);
      hash.update(chunk);
    }
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  }
  return hash.digest('hex');
}

/** Other volume; a file system without hard links; too many of them on one file. */
const noLink = new Set(['EXDEV', 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** False where a hard link can't be made here. */
export async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (thrown) {
    if (noLink.has(systemErrorCode(thrown) ?? '')) return false;
    throw thrown;
  }
}

/** Whether two paths name the very same file. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([
    stat(one, { bigint: true }).catch(() => null),
    stat(other, { bigint: true }).catch(() => null),
  ]);
  return a !== null && b !== null && a.dev === b.dev && a.ino === b.ino && a.ino !== 0n;
}
