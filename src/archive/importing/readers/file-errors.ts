import { basename } from 'node:path';
import { ArchiveError } from '../../errors';
import type { FailureCode } from '../../../shared/reply';
import type { DecodedText } from '../text-encoding';

/** The last part of a name, whichever system it comes from. */
export function shortName(name: string): string {
  return basename(name.replaceAll('\\', '/')) || name;
}

/** A failure about one file; the sentence goes on after its name. */
export function fileError(
  code: FailureCode & `file-${string}`,
  name: string,
  predicate: string,
  cause?: unknown,
): ArchiveError {
  const fileName = shortName(name);
  return new ArchiveError(code, `${fileName} ${predicate}`, { fileName }, { cause });
}

export function requireSize(name: string, bytes: number, limit: number): void {
  if (bytes === 0) throw fileError('file-empty', name, 'is empty.');
  if (bytes <= limit) return;
  const megabytes = Math.round(limit / 1024 / 1024);
  throw new ArchiveError(
    'file-too-large',
    `${shortName(name)} is larger than ${megabytes} MB, the most that a text may have.`,
    { fileName: shortName(name), limit: megabytes },
  );
}

export function requireDecoded(
  name: string,
  decoded: DecodedText,
): Extract<DecodedText, { ok: true }> {
  if (decoded.ok) return decoded;
  switch (decoded.reason) {
    case 'empty':
      throw fileError('file-empty', name, 'is empty.');
    case 'binary':
      throw fileError('file-binary', name, 'holds binary data, not text.');
    case 'unsure':
      throw fileError(
        'file-encoding-unsure',
        name,
        "is written in an encoding that can't be told. Save it as UTF-8 and try again.",
      );
  }
}

/**
 * Runs what reads a file with a library and gives whatever it throws a name: 'file-too-complex' where
 * the stack ran out, 'file-damaged' else.
 */
export async function named<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof ArchiveError) throw thrown;
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    throw thrown instanceof RangeError
      ? fileError('file-too-complex', name, "is built in a way that can't be read safely.", thrown)
      : fileError('file-damaged', name, "is damaged and can't be read.", thrown);
  }
}
