import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ArchiveError } from '../../../errors';
import { requireGoingOn } from '../cancelled';
import type { GivenFile, Reader, ReadingOptions, ReadItem } from '../reader';
import { byName, decodeNames, isClutter, leadsOut, tidyPath } from './entry-names';
import { unpackEntry } from './unpack-entry';
import { ZipBudget, zipLimits, type ZipLimits } from './zip-budget';
import { isDocumentPackage, startsAsZip, zipNames } from './zip-directory';

/**
 * ZIP, also ZIPs inside: the files in the natural order of their paths. Word documents and other
 * packages, which are ZIPs too, are left to others. Throws `file-empty`, `file-damaged`,
 * `file-too-complex`; an entry that can't be had is an item of its own.
 */
export const zipReader: Reader = zipReaderWith(zipLimits);

export function zipReaderWith(limits: ZipLimits): Reader {
  return {
    format: 'zip',
    holdsOthers: true,
    recognises: (file) => isZipOfFiles(file.bytes),
    read: (file, options) => entriesOf(file, '', 1, new ZipBudget(file.name, limits), options),
  };
}

function isZipOfFiles(bytes: Uint8Array): boolean {
  return startsAsZip(bytes) && !isDocumentPackage(zipNames(bytes));
}

interface NamedEntry {
  readonly entry: Entry;
  readonly path: string;
}

/** `folder` is the path of a ZIP inside the given one with '/' at its end, or ''. */
async function* entriesOf(
  file: GivenFile,
  folder: string,
  depth: number,
  budget: ZipBudget,
  options: ReadingOptions,
): AsyncGenerator<ReadItem> {
  const zip = await openZip(file);
  try {
    const entries = await namedEntries(zip, file.name, budget);
    if (entries.length === 0) throw noFiles(file.name);
    for (const { entry, path } of entries) {
      requireGoingOn(options.signal);
      options.onProgress?.();
      const name = nameOf(path);
      const refusal = refusalOf(entry, path, file.name);
      if (refusal !== null) {
        yield { kind: 'failed', name, error: refusal };
        continue;
      }
      const whole = `${folder}${tidyPath(path)}`;
      const found = await given(zip, entry, whole, budget, options);
      if (found instanceof ArchiveError) {
        yield { kind: 'failed', name, error: found };
      } else if (isZipOfFiles(found.bytes)) {
        yield* inside(found, whole, depth + 1, budget, options);
      } else {
        yield { kind: 'file', file: found };
      }
    }
  } finally {
    zip.close();
  }
}

/** What is wrong with a ZIP inside is its own affair, but for the limits that all of them share. */
async function* inside(
  file: GivenFile,
  path: string,
  depth: number,
  budget: ZipBudget,
  options: ReadingOptions,
): AsyncGenerator<ReadItem> {
  if (depth > budget.limits.depth) {
    const error = new ArchiveError(
      'file-too-complex',
      `${file.name} lies in more than ${budget.limits.depth - 1} other ZIP files; it isn't opened.`,
      { fileName: file.name, limit: budget.limits.depth },
    );
    yield { kind: 'failed', name: file.name, error };
    return;
  }
  try {
    yield* entriesOf(file, `${path}/`, depth, budget, options);
  } catch (thrown) {
    if (!(thrown instanceof ArchiveError) || budget.isSpent || thrown.code === 'cancelled')
      throw thrown;
    yield { kind: 'failed', name: file.name, error: thrown };
  }
}

async function given(
  zip: ZipFile,
  entry: Entry,
  path: string,
  budget: ZipBudget,
  options: ReadingOptions,
): Promise<GivenFile | ArchiveError> {
  const name = nameOf(path);
  try {
    const bytes = await unpackEntry(zip, entry, name, budget, options);
    return { name, path, bytes };
  } catch (thrown) {
    const isOfEntry = thrown instanceof ArchiveError && thrown.code !== 'cancelled';
    if (isOfEntry && !budget.isSpent) return thrown;
    throw thrown;
  }
}

function openZip({ name, bytes }: GivenFile): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const settings = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false } as const;
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, settings, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(damagedZip(name, error));
    });
  });
}

/** All entries that are files, in the natural order of their paths. */
async function namedEntries(
  zip: ZipFile,
  name: string,
  budget: ZipBudget,
): Promise<readonly NamedEntry[]> {
  const entries = await listEntries(zip, name, budget);
  const names = decodeNames(
    entries.map((entry) => ({
      bytes: unicodePathOf(entry) ?? entry.fileNameRaw,
      isUtf8: (entry.generalPurposeBitFlag & 0x800) !== 0 || unicodePathOf(entry) !== null,
    })),
  );
  return entries
    .map((entry, index) => ({ entry, path: names[index] ?? '' }))
    .filter(({ path }) => !path.endsWith('/') && !isClutter(path))
    .sort((a, b) => byName(a.path, b.path));
}

function listEntries(zip: ZipFile, name: string, budget: ZipBudget): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const refusal = budget.countEntry();
      if (refusal !== null) {
        reject(refusal);
        return;
      }
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('error', (error: Error) => {
      reject(damagedZip(name, error));
    });
    zip.readEntry();
  });
}

/** Info-ZIP's extra field 0x7075: version, checksum of the other name, the name in UTF-8. */
function unicodePathOf(entry: Entry): Uint8Array | null {
  const field = entry.extraFields.find(({ id, data }) => id === 0x7075 && data[0] === 1);
  return field === undefined || field.data.length < 6 ? null : field.data.subarray(5);
}

const unixSystems = [3, 19];
const kindBits = 0o170000;
const symbolicLink = 0o120000;

/** Why an entry isn't even unpacked. */
function refusalOf(entry: Entry, path: string, zipName: string): ArchiveError | null {
  const details = { fileName: nameOf(path) };
  if (leadsOut(path)) {
    return new ArchiveError(
      'file-unsupported',
      `${path} in ${zipName} names a place outside of the ZIP; it isn't read.`,
      details,
    );
  }
  const mode = entry.externalFileAttributes >>> 16;
  if (unixSystems.includes(entry.versionMadeBy >> 8) && (mode & kindBits) === symbolicLink) {
    return new ArchiveError(
      'file-unsupported',
      `${path} in ${zipName} is a link to another file; it isn't followed.`,
      details,
    );
  }
  if (entry.isEncrypted()) {
    return new ArchiveError(
      'file-encrypted',
      `${path} in ${zipName} is protected with a password. Unpack the ZIP and add the file itself.`,
      details,
    );
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    return new ArchiveError(
      'file-unsupported',
      `${path} in ${zipName} is packed in a way that this program doesn't know. Unpack the ZIP and add the file itself.`,
      details,
    );
  }
  return null;
}

function nameOf(path: string): string {
  return tidyPath(path).split('/').at(-1) ?? '';
}

function noFiles(name: string): ArchiveError {
  return new ArchiveError('file-empty', `${name} holds no files.`, { fileName: name });
}

function damagedZip(name: string, cause: Error): ArchiveError {
  return new ArchiveError(
    'file-damaged',
    `${name} is damaged or was cut off; what it holds can't be listed.`,
    { fileName: name },
    { cause },
  );
}
