import type { FileReading } from '../../../../../src/archive/importing/file-reading';
import { resolve } from 'node:path';
import { ArchiveError } from '../../../../../src/archive/errors';
import type {
  GivenFile,
  Reader,
  ReadingOptions,
  ReadItem,
  ReadRelease,
} from '../../../../../src/archive/importing/readers/reader';

/** Real material that isn't part of the project; tests that need it are skipped where it's absent. */
export const testData = resolve(process.env['PRESS_ARCHIVE_TEST_DATA'] ?? '../shared/data');

export const alone: ReadingOptions = {
  encoding: null,
  findBeside: () => Promise.resolve(null),
  signal: null,
};

export function given(name: string, bytes: Uint8Array | string): GivenFile {
  return { name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes };
}

export async function readAll(
  reader: Pick<Reader | FileReading, 'read'>,
  file: GivenFile,
  options: ReadingOptions = alone,
): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of reader.read(file, options)) {
    if (item.kind !== 'recognised') items.push(item);
  }
  return items;
}

export function releasesOf(items: readonly ReadItem[]): ReadRelease[] {
  return items.flatMap((item) => (item.kind === 'release' ? [item.release] : []));
}

/** The sentences of what couldn't be read. */
export function failuresOf(items: readonly ReadItem[]): string[] {
  return items.flatMap((item) => (item.kind === 'failed' ? [item.error.message] : []));
}

/** The code of the `ArchiveError` with which reading ends; '' where it ends well. */
export async function codeOf(
  reader: Pick<Reader | FileReading, 'read'>,
  file: GivenFile,
  options: ReadingOptions = alone,
): Promise<string> {
  try {
    await readAll(reader, file, options);
    return '';
  } catch (thrown) {
    if (thrown instanceof ArchiveError) return thrown.code;
    throw thrown;
  }
}
