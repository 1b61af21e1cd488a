import { maxTextBytes } from '../../../shared/intake';
import { ArchiveError } from '../../errors';
import { knownFileKind } from '../file-kind';
import { decodeText } from '../text-encoding';
import type { GivenFile, ReadItem, Reader, ReadingOptions } from './reader';

export const plainTextReader: Reader = {
  format: 'text',
  recognises: ({ bytes }) => knownFileKind(bytes) === null,
  read: readText,
};

async function* readText(
  { name, bytes }: GivenFile,
  { encoding }: ReadingOptions,
): AsyncGenerator<ReadItem> {
  await Promise.resolve();
  if (bytes.length > maxTextBytes) {
    const limit = Math.round(maxTextBytes / 1024 / 1024);
    throw new ArchiveError(
      'file-too-large',
      `${name} is larger than ${String(limit)} MB, the most that a text may have.`,
      { fileName: name, limit },
    );
  }
  const decoded = decodeText(bytes, encoding ?? undefined);
  if (!decoded.ok) throw undecodable(name, decoded.reason);
  yield {
    kind: 'release',
    release: {
      key: '',
      title: '',
      byline: '',
      publicationDate: null,
      status: 'filed',
      tags: [],
      body: decoded.text,
      images: [],
      remarks: [],
      encoding: { name: decoded.encoding, sure: decoded.sure },
    },
  };
}

function undecodable(name: string, reason: 'empty' | 'binary' | 'unsure'): ArchiveError {
  switch (reason) {
    case 'empty':
      return new ArchiveError('file-empty', `${name} is empty.`, { fileName: name });
    case 'binary':
      return new ArchiveError('file-binary', `${name} holds binary data, not text.`, {
        fileName: name,
      });
    case 'unsure':
      return new ArchiveError(
        'file-encoding-unsure',
        `${name} is written in an encoding that can't be told. Save it as UTF-8 and try again.`,
        { fileName: name },
      );
  }
}
