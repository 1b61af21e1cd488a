import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { Low, type Adapter } from 'lowdb';
import { ArchiveError, systemErrorCode } from '../errors';
import { writeFileDurably } from './durable-file';
import { realFiles, type FileLayer } from './file-layer';

const opening = '{"checksum":"sha256:';
const between = '","data":';
const closing = '}\n';

/** The data of a file whose checksum is right. */
export interface CheckedData<T> {
  /** SHA-256 of its text. */
  readonly checksum: string;
  /** Length of its text in UTF-8. */
  readonly bytes: number;
  /** Costs more than the checking, so that some wait with it until the data is needed. */
  readonly parse: () => T;
}

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
  #written: string | null = null;

  constructor(path: string, files: FileLayer = realFiles) {
    this.path = path;
    this.#files = files;
  }

  /** SHA-256 of the text of the data that was last written. */
  get writtenChecksum(): string | null {
    return this.#written;
  }

  async read(): Promise<T | null> {
    return (await this.readChecked())?.parse() ?? null;
  }

  async readChecked(): Promise<CheckedData<T> | null> {
    let bytes: Buffer;
    try {
      bytes = await this.#files.readFile(this.path);
    } catch (thrown) {
      if (systemErrorCode(thrown) === 'ENOENT') return null;
      throw thrown;
    }
    return checkedData<T>(bytes, this.path);
  }

  async write(data: T): Promise<void> {
    await this.writeText(encodeChecked(data));
  }

  /** Writes what `encodeChecked` made. */
  async writeText(text: string): Promise<void> {
    await writeFileDurably(this.path, text, this.#files);
    this.#written = text.slice(opening.length, opening.length + 64);
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

function checkedData<T>(bytes: Buffer, path: string): CheckedData<T> {
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
  return {
    checksum,
    bytes: data.length,
    // The checksum proves that this program wrote the text, from a value of this type.
    parse: () => JSON.parse(textOf(data)) as T,
  };
}

/** UTF-8 as text. Decodings of ASCII are all the same; this one is much the fastest. */
export function textOf(data: Buffer): string {
  return data.toString(isAscii(data) ? 'latin1' : 'utf8');
}

function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
