import { close, fdatasync, fsync, ftruncate, open, read, stat, write, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import type { FileEntry, OpenFile, OpenFlags } from './file-layer';

/*
 * By descriptors, not by `FileHandle`s of `node:fs/promises`: those take a third more processor time
 * for every text that is written, and a person who saves a change waits a little longer.
 */

/**
 * What is no longer than this goes into the system's memory within microseconds, less than sending it to
 * another thread and back would take. Waiting for the disk is always the other threads' business.
 */
const smallWrite = 64 * 1024;

const openDescriptor = promisify(open);
const closeDescriptor = promisify(close);
const readSome = promisify(read);
const writeSome = promisify(write);
const cutTo = promisify(ftruncate);
const syncAll = promisify(fsync);
const syncData = promisify(fdatasync);

export const statOf: (path: string) => Promise<FileEntry> = promisify(stat);

export async function openRealFile(path: string, flags: OpenFlags): Promise<OpenFile> {
  return new RealFile(await openDescriptor(path, flags));
}

class RealFile implements OpenFile {
  readonly #descriptor: number;
  #closed = false;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  async read(into: Uint8Array, at: number): Promise<number> {
    let filled = 0;
    while (filled < into.length) {
      const rest = into.length - filled;
      const { bytesRead } = await readSome(this.#open(), into, filled, rest, at + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled;
  }

  async writeFile(data: string | Uint8Array): Promise<void> {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    let at = bytes.length > smallWrite ? 0 : writeSync(this.#open(), bytes);
    // A disk that is full, and some network drives, take a part only.
    while (at < bytes.length) {
      const { bytesWritten } = await writeSome(this.#open(), bytes, at, bytes.length - at, null);
      at += bytesWritten;
    }
  }

  truncate(length: number): Promise<void> {
    return cutTo(this.#open(), length);
  }

  datasync(): Promise<void> {
    return syncData(this.#open());
  }

  sync(): Promise<void> {
    return syncAll(this.#open());
  }

  async close(): Promise<void> {
    const descriptor = this.#open();
    // The number may soon be another file's.
    this.#closed = true;
    await closeDescriptor(descriptor);
  }

  #open(): number {
    if (this.#closed) throw new Error('The file is closed.');
    return this.#descriptor;
  }
}
