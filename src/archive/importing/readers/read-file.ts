import { ArchiveError } from '../../errors';
import { knownFileKind } from '../file-kind';
import type { GivenFile, ReadingOptions, ReadItem, Reader } from './reader';

/** Reads a file by whichever reader recognises it. Throws what `Reader.read` throws. */
export type ReadFile = (file: GivenFile, options: ReadingOptions) => AsyncIterable<ReadItem>;

/** Reads in this thread, with the first of the readers that recognises a file. */
export function readWith(readers: readonly Reader[]): ReadFile {
  return (file, options) => {
    const reader = readers.find((each) => each.recognises(file));
    if (reader === undefined) throw unknownFormat(file);
    return reader.read(file, options);
  };
}

function unknownFormat({ name, bytes }: GivenFile): ArchiveError {
  const kind = knownFileKind(bytes);
  return kind === null
    ? new ArchiveError('file-binary', `${name} holds binary data, not text.`, { fileName: name })
    : new ArchiveError(
        'file-unsupported',
        `${name} is ${kind}. Copy its text and paste it, or save it as plain text.`,
        { fileName: name, kind },
      );
}
