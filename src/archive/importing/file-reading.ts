import { ArchiveError } from '../errors';
import { isForPrograms, knownFileKind } from './file-kind';
import { parsedAhead } from './parse-ahead';
import { cancelled } from './readers/cancelled';
import type { FileItem, GivenFile, Reader, ReadingOptions } from './readers/reader';
import { sha256Of } from './staging';

/** Where files are read: in a thread of their own, or here. */
export interface FileReading {
  /**
   * What a file is, and then what is in it, one by one. Nothing else is read before this one has come to its end or is left.
   * The bytes of the file are used up: they may be in another thread's memory afterwards.
   *
   * @throws ArchiveError 'file-unsupported' where no reader knows the format, the other 'file-…' codes
   *   of the reader, 'cancelled'
   */
  read(file: GivenFile, options: ReadingOptions): AsyncIterable<FileItem>;
  close(): Promise<void>;
}

/** Reads with the first of the readers that recognises the file. Throws nothing but `ArchiveError`. */
export async function* readWith(
  readers: readonly Reader[],
  file: GivenFile,
  options: ReadingOptions,
): AsyncGenerator<FileItem> {
  try {
    const reader = readers.find((candidate) => candidate.recognises(file));
    const isText = reader?.format === 'text';
    const kind =
      knownFileKind(file.bytes) ??
      (isText && isForPrograms(file.name) ? 'a file for programs' : null);
    // Rich text (RTF) decodes as a text, of which nobody wants the code.
    if (reader === undefined || (isText && kind !== null)) {
      throw unknownFormat(file.name, kind);
    }
    const holdsOthers = reader.holdsOthers === true;
    yield { kind: 'recognised', sha256: sha256Of(file.bytes), holdsOthers };
    for await (const item of reader.read(file, options)) {
      if (item.kind !== 'release' || options.context === undefined) yield item;
      else yield { ...item, release: await parsedAhead(item.release, options.context) };
    }
  } catch (thrown) {
    throw options.signal?.aborted === true ? cancelled() : namedFailure(thrown, file.name);
  }
}

function unknownFormat(fileName: string, kind: string | null): ArchiveError {
  return kind === null
    ? new ArchiveError('file-binary', `${fileName} holds binary data, not text.`, { fileName })
    : new ArchiveError(
        'file-unsupported',
        `${fileName} is ${kind}. Copy its text and paste it, or save it as plain text.`,
        { fileName, kind },
      );
}

function namedFailure(thrown: unknown, fileName: string): ArchiveError {
  if (thrown instanceof ArchiveError) return thrown;
  if (thrown instanceof RangeError) {
    // A stack that ran over, a text or buffer beyond what can be held.
    return new ArchiveError(
      'file-too-complex',
      `${fileName} is built in a way that takes more memory than a release ever should; it isn't read.`,
      { fileName },
      { cause: thrown },
    );
  }
  return new ArchiveError(
    'file-unreadable',
    `${fileName} can't be read.`,
    { fileName },
    { cause: thrown },
  );
}

/** Reads in this thread: for tests, and where a program has no other. */
export class InProcessReading implements FileReading {
  readonly #readers: () => Promise<readonly Reader[]>;

  constructor(readers: () => Promise<readonly Reader[]>) {
    this.#readers = readers;
  }

  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<FileItem> {
    yield* readWith(await this.#readers(), file, options);
  }

  async close(): Promise<void> {
    // There is nothing to end.
  }
}
