import { copyFile, link, mkdir, readdir, rename, rm, truncate } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { readWholeFile } from './read-whole-file';
import { openRealFile, statOf } from './real-file';

/** An open file, as far as the store needs one. */
export interface OpenFile {
  /** Fills a buffer from a place in the file; answers how many bytes there were. */
  read(into: Uint8Array, at: number): Promise<number>;
  /** Writes all of it at the file's end. */
  writeFile(data: string | Uint8Array): Promise<void>;
  truncate(length: number): Promise<void>;
  /** Data and what is needed to find it again, but no times. */
  datasync(): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export type OpenFlags = 'r' | 'r+' | 'a' | 'wx';

export interface FileEntry {
  readonly size: number;
  readonly mtimeMs: number;
  /** Tells a file from another one that has got its name. */
  readonly ino: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

/**
 * The operations through which the store touches the disk, as in `node:fs/promises`. Tests pass one
 * that fails, or that remembers what a power cut would leave.
 */
export interface FileLayer {
  open(path: string, flags: OpenFlags): Promise<OpenFile>;
  readFile(path: string): Promise<Buffer>;
  readdir(path: string): Promise<string[]>;
  /** Makes the folders above too; answers the first one that it made. */
  mkdir(path: string): Promise<string | undefined>;
  rename(from: string, to: string): Promise<void>;
  link(existing: string, path: string): Promise<void>;
  /** Removes a file; one that isn't there is no failure. */
  rm(path: string): Promise<void>;
  stat(path: string): Promise<FileEntry>;
  truncate(path: string, length: number): Promise<void>;
  copyFile(from: string, to: string): Promise<void>;
  /** The wait between two attempts. */
  pause(milliseconds: number): Promise<void>;
}

/** The computer's own disk. */
export const realFiles: FileLayer = {
  open: openRealFile,
  readFile: readWholeFile,
  readdir: (path) => readdir(path),
  mkdir: (path) => mkdir(path, { recursive: true }),
  rename,
  link,
  rm: (path) => rm(path, { force: true }),
  stat: statOf,
  truncate,
  copyFile,
  pause: (milliseconds) => delay(milliseconds),
};
