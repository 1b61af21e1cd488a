import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ArchiveError, systemErrorCode } from '../../errors';
import type { PhotoToExport } from './pack-to-export';

/**
 * The bytes of an original, checked on the way: after the last of them it throws 'photo-missing'
 * where their SHA-256 isn't the photo's identity, and at once where there is no such file.
 */
export async function* readOriginal(
  { photo, path }: PhotoToExport,
  headline: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  const details = { fileName: photo.fileName, headline };
  const name = `The original of photo "${photo.fileName}" in release "${headline}"`;
  const hash = createHash('sha256');
  try {
    const stream = createReadStream(path, signal === undefined ? {} : { signal });
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (thrown) {
    if (systemErrorCode(thrown) !== 'ENOENT') throw thrown;
    throw new ArchiveError('photo-missing', `${name} is missing.`, details, { cause: thrown });
  }
  if (hash.digest('hex') !== photo.id) {
    throw new ArchiveError(
      'photo-missing',
      `${name} is damaged: its checksum is no longer that of the filed photo.`,
      details,
    );
  }
}
