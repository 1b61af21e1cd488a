import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './browser/profile-folder';

export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

const HAND_OVER_LIMIT = 2_000;

/** One running program per user data folder: a lock file, and a socket to be called at. */
export class SingleInstance {
  private server: Server | undefined;
  private handOver: Promise<void> = Promise.resolve();

  constructor(private readonly onSecond: (second: SecondInstance) => void) {}

  request(folder: string, second: SecondInstance): boolean {
    if (this.server !== undefined) return true;
    mkdirSync(folder, { recursive: true });
    const lock = lockFile(folder);
    if (!take(lock)) {
      const holder = Number(readFileSync(lock, 'utf8'));
      if (isRunning(holder)) {
        this.handOver = call(socketOf(folder), second);
        return false;
      }
      rmSync(lock, { force: true });
      if (!take(lock)) return false;
    }
    this.listen(folder);
    return true;
  }

  release(folder: string): void {
    if (this.server === undefined) return;
    this.server.close();
    this.server = undefined;
    rmSync(lockFile(folder), { force: true });
    rmSync(socketOf(folder), { force: true });
  }

  has(): boolean {
    return this.server !== undefined;
  }

  /** A second instance quits at once; what it has to say must be said first. */
  whenHandedOver(): Promise<void> {
    return this.handOver;
  }

  private listen(folder: string): void {
    const path = socketOf(folder);
    rmSync(path, { force: true });
    this.server = createServer((socket) => {
      let text = '';
      socket.setEncoding('utf8');
      socket.on('data', (data: string) => (text += data));
      socket.on('end', () => {
        this.onSecond(JSON.parse(text) as SecondInstance);
        socket.end();
      });
      socket.on('error', () => undefined);
    });
    this.server.on('error', () => undefined);
    this.server.listen(path).unref();
  }
}

function lockFile(folder: string): string {
  return join(folder, 'electron-standin.lock');
}

/** Not in the folder itself: the length of a socket's path is narrowly limited. */
function socketOf(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `electron-standin-${name}.sock`);
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function call(path: string, second: SecondInstance): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.end(JSON.stringify(second)));
    socket.setTimeout(HAND_OVER_LIMIT, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
}
