import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Low, type Adapter } from 'lowdb';
import { ArchiveError, systemErrorCode } from '../errors';
import { writeFileDurably } from './durable-file';

const opening = '{"checksum":"sha256:';
const between = '","data":';
const closing = '}\n';

/**
 * lowdb adapter for one JSON file: compact JSON beside the SHA-256 of its own text, written durably,
 * checked when read. The file stays plain JSON: `{"checksum":"sha256:…","data":…}`.
 *
 * `read` answers null where there is no file, and throws `archive-damaged` where the text isn't what
 * was written.
 */
export class DurableJson<T> implements Adapter<T> {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<T | null> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (thrown) {
      if (systemErrorCode(thrown) === 'ENOENT') return null;
      throw thrown;
    }
    return decodeChecked<T>(text, this.#path);
  }

  async write(data: T): Promise<void> {
    await writeFileDurably(this.#path, encodeChecked(data));
  }
}

/** One lowdb database over a durable file. */
export function durableLow<T>(path: string, initial: T): Low<T> {
  return new Low<T>(new DurableJson<T>(path), initial);
}

export function encodeChecked(data: unknown): string {
  const text = JSON.stringify(data);
  return opening + sha256Hex(text) + between + text + closing;
}

function decodeChecked<T>(text: string, path: string): T {
  const dataStart = opening.length + 64 + between.length;
  const checksum = text.slice(opening.length, opening.length + 64);
  const data = text.slice(dataStart, -closing.length);
  const whole =
    text.startsWith(opening) &&
    text.slice(opening.length + 64, dataStart) === between &&
    text.endsWith(closing) &&
    sha256Hex(data) === checksum;
  if (!whole) {
    throw new ArchiveError('archive-damaged', `${path} is damaged: its checksum doesn't match.`, {
      path,
    });
  }
  // The checksum proves that this program wrote the text, from a value of this type.
  return JSON.parse(data) as T;
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
