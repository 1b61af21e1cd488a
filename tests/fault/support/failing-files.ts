import { truncateSync } from 'node:fs';
import type { FileLayer, OpenFile, OpenFlags } from '../../../src/archive/store/file-layer';
import { unsyncedFiles } from './unsynced-files';

export const faults = [
  'ENOSPC',
  'EIO',
  'disk full from here on',
  'short write',
  'failing fsync',
  'failing fsync that drops the data',
  'EPERM of a rename that passes',
  'EPERM of every rename',
] as const;
export type Fault = (typeof faults)[number];

/** Shrinking needs no space. */
type Operation = 'read' | 'change' | 'shrink' | 'write' | 'sync' | 'rename';

const affected: Readonly<Record<Fault, readonly Operation[]>> = {
  ENOSPC: ['change', 'write', 'rename'],
  EIO: ['read', 'change', 'shrink', 'write', 'sync', 'rename'],
  'disk full from here on': ['change', 'write', 'rename'],
  'short write': ['write'],
  'failing fsync': ['sync'],
  'failing fsync that drops the data': ['sync'],
  'EPERM of a rename that passes': ['rename'],
  'EPERM of every rename': ['rename'],
};

/** A disk on which the `at`-th operation of those that a fault can hit goes wrong. */
export class FailingFiles implements FileLayer {
  readonly #fault: Fault;
  readonly #at: number;
  #count = 0;
  #failures = 0;
  #enabled = true;

  constructor(fault: Fault, at: number) {
    this.#fault = fault;
    this.#at = at;
  }

  /** How often something went wrong. */
  get failures(): number {
    return this.#failures;
  }

  /** From now on everything works. */
  repair(): void {
    this.#enabled = false;
  }

  /** Undoes `repair`. */
  breakDown(): void {
    this.#enabled = true;
  }

  async open(path: string, flags: OpenFlags): Promise<OpenFile> {
    this.#pass(flags === 'r' || flags === 'r+' ? 'read' : 'change', path);
    const handle = await unsyncedFiles.open(path, flags);
    let length = flags === 'r' ? 0 : (await unsyncedFiles.stat(path)).size;
    let synced = length;
    const write = async (data: string | Uint8Array): Promise<void> => {
      const bytes = Buffer.from(data);
      try {
        this.#pass('write', path);
      } catch (thrown) {
        // A write that fails may have written a part.
        await handle.writeFile(bytes.subarray(0, bytes.length >> 1));
        throw thrown;
      }
      await handle.writeFile(bytes);
      length += bytes.length;
    };
    const sync = async (real: () => Promise<void>): Promise<void> => {
      try {
        this.#pass('sync', path);
      } catch (thrown) {
        if (this.#fault.includes('drops') && flags !== 'r') truncateSync(path, synced);
        throw thrown;
      }
      await real();
      synced = length;
    };
    return {
      read: (into, at) => this.#do('read', path, () => handle.read(into, at)),
      writeFile: write,
      truncate: async (to) => {
        this.#pass('shrink', path);
        await handle.truncate(to);
        length = to;
      },
      datasync: () => sync(() => handle.datasync()),
      sync: () => sync(() => handle.sync()),
      close: () => handle.close(),
    };
  }

  readFile(path: string): Promise<Buffer> {
    return this.#do('read', path, () => unsyncedFiles.readFile(path));
  }
  readdir(path: string): Promise<string[]> {
    return this.#do('read', path, () => unsyncedFiles.readdir(path));
  }
  mkdir(path: string): Promise<string | undefined> {
    return this.#do('change', path, () => unsyncedFiles.mkdir(path));
  }
  rename(from: string, to: string): Promise<void> {
    return this.#do('rename', to, () => unsyncedFiles.rename(from, to));
  }
  link(existing: string, path: string): Promise<void> {
    return this.#do('change', path, () => unsyncedFiles.link(existing, path));
  }
  rm(path: string): Promise<void> {
    return this.#do('shrink', path, () => unsyncedFiles.rm(path));
  }
  stat(path: string): ReturnType<FileLayer['stat']> {
    return this.#do('read', path, () => unsyncedFiles.stat(path));
  }
  truncate(path: string, length: number): Promise<void> {
    return this.#do('shrink', path, () => unsyncedFiles.truncate(path, length));
  }
  copyFile(from: string, to: string): Promise<void> {
    return this.#do('change', to, () => unsyncedFiles.copyFile(from, to));
  }
  pause(): Promise<void> {
    return Promise.resolve();
  }

  async #do<T>(operation: Operation, path: string, work: () => Promise<T>): Promise<T> {
    this.#pass(operation, path);
    return work();
  }

  #pass(operation: Operation, path: string): void {
    if (!this.#enabled || !affected[this.#fault].includes(operation)) return;
    this.#count += 1;
    const lasting = {
      'disk full from here on': Infinity,
      'EPERM of a rename that passes': 3,
      'EPERM of every rename': Infinity,
    } as Partial<Record<Fault, number>>;
    const until = this.#at + (lasting[this.#fault] ?? 1);
    if (this.#count < this.#at || this.#count >= until) return;
    this.#failures += 1;
    const code = this.#fault.startsWith('EPERM')
      ? 'EPERM'
      : this.#fault === 'EIO' || operation === 'sync'
        ? 'EIO'
        : 'ENOSPC';
    throw Object.assign(new Error(`${code}: made for a test, ${operation} ${path}`), {
      code,
      path,
    });
  }
}
