import { createHash } from 'node:crypto';
import { Low, type Adapter } from 'lowdb';
import { ArchiveError, systemErrorCode } from '../errors';
import { writeFileDurably } from './durable-file';
import { realFiles, type FileLayer } from './file-layer';

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
  readonly path: string;
  readonly #files: FileLayer;

  constructor(path: string, files: FileLayer = realFiles) {
    this.path = path;
    this.#files = files;
  }

  async read(): Promise<T | null> {
    let bytes: Buffer;
    try {
      bytes = await this.#files.readFile(this.path);
    } catch (thrown) {
      if (systemErrorCode(thrown) === 'ENOENT') return null;
      throw thrown;
    }
    return decodeChecked<T>(bytes, this.path);
  }

  async write(data: T): Promise<void> {
    await this.writeText(encodeChecked(data));
  }

  /** Writes what `encodeChecked` made. */
  async writeText(text: string): Promise<void> {
    await writeFileDurably(this.path, text, this.#files);
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

function decodeChecked<T>(bytes: Buffer, path: string): T {
  // Bytes, not text: decoding would turn different damaged bytes into the same replacement character.
  const dataStart = opening.length + 64 + between.length;
  const data = bytes.subarray(dataStart, -closing.length);
  const checksum = bytes.toString('latin1', opening.length, opening.length + 64);
  const whole =
    bytes.length >= dataStart + closing.length &&
    bytes.toString('latin1', 0, opening.length) === opening &&
    bytes.toString('latin1', opening.length + 64, dataStart) === between &&
    bytes.toString('latin1', bytes.length - closing.length) === closing &&
    sha256Hex(data) === checksum;
  if (!whole) {
    throw new ArchiveError('archive-damaged', `${path} is damaged: its checksum doesn't match.`, {
      path,
    });
  }
  // The checksum proves that this program wrote the text, from a value of this type.
  return JSON.parse(data.toString('utf8')) as T;
}

function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
