import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface RotatingFileOptions {
  /** Size in bytes from which on a file is followed by a new one. */
  readonly mostBytes: number;
  /** Files that stay, the newest included. */
  readonly mostFiles: number;
}

/**
 * Lines in a file `<name>.log`; when it is full it becomes `<name>.1.log`, that one `<name>.2.log`,
 * and so on. Writing waits for the system, so that the last line before a crash is there, and never
 * throws: a log must not be what ends a program.
 */
export class RotatingFile {
  readonly #folder: string;
  readonly #name: string;
  readonly #options: RotatingFileOptions;
  #bytes: number;

  constructor(folder: string, name: string, options: RotatingFileOptions) {
    this.#folder = folder;
    this.#name = name;
    this.#options = options;
    this.#bytes = sizeOf(this.#path(0));
  }

  /** `line` without its end. */
  append(line: string): void {
    const text = `${line}\n`;
    const bytes = Buffer.byteLength(text);
    try {
      if (this.#bytes > 0 && this.#bytes + bytes > this.#options.mostBytes) this.#rotate();
      mkdirSync(this.#folder, { recursive: true });
      appendFileSync(this.#path(0), text);
      this.#bytes += bytes;
    } catch {
      // The disk is full, or the folder may not be written.
    }
  }

  /** The last `count` lines, the oldest first. */
  async last(count: number): Promise<readonly string[]> {
    const lines: string[] = [];
    for (let age = 0; age < this.#options.mostFiles && lines.length < count; age += 1) {
      const text = await readFile(this.#path(age), 'utf8').catch(() => '');
      lines.unshift(...text.split('\n').filter((line) => line !== ''));
    }
    return lines.slice(-count);
  }

  #rotate(): void {
    rmSync(this.#path(this.#options.mostFiles - 1), { force: true });
    for (let age = this.#options.mostFiles - 2; age >= 0; age -= 1) {
      if (sizeOf(this.#path(age)) > 0) renameSync(this.#path(age), this.#path(age + 1));
    }
    this.#bytes = 0;
  }

  #path(age: number): string {
    return join(this.#folder, age === 0 ? `${this.#name}.log` : `${this.#name}.${age}.log`);
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
