import { stat } from 'node:fs/promises';
import { openPromise, type Entry } from 'yauzl';
import type { VerifyProblem } from '../../../../shared/press-pack';
import { foldedPath, pathInside } from './bag-path';
import { malformed, type BagSource } from './bag-source';
import { decodeEntryName } from './zip-names';

/*
 * Limits against ZIPs made to exhaust a reader. Nothing is ever unpacked to disk and tag files have
 * a limit of their own, so these only bound the time: no pack has more files, and photos and text
 * together never shrink to a hundredth (Fifield, "A better zip bomb", WOOT 2019, reaches far more).
 * yauzl ends a stream with an error where an entry holds more or less than it declares.
 */
export const zipLimits = {
  entries: 200_000,
  /** The ratio counts from this size on; a short text may well shrink that much. */
  unpackedBytes: 100_000_000,
  ratio: 100,
} as const;

/** A bag in a ZIP: at its top, or in the one folder there. Throws what yauzl throws. */
export async function openZip(path: string): Promise<BagSource> {
  const packedBytes = (await stat(path)).size;
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false });
  const entries = new Map<string, Entry>();
  const problems: VerifyProblem[] = [];
  let readable = true;
  try {
    const folded = new Set<string>();
    let count = 0;
    let unpackedBytes = 0;
    for await (const entry of zip.eachEntry()) {
      const name = decodeEntryName(entry);
      count += 1;
      unpackedBytes += entry.uncompressedSize;
      const excess = limitExceeded(count, unpackedBytes, packedBytes);
      if (excess !== null) {
        problems.push(malformed(name, excess));
        readable = false;
        break;
      }
      const complaint = complaintAbout(entry, name);
      if (complaint !== null) {
        problems.push(malformed(name, complaint));
      } else if (!name.endsWith('/')) {
        const inside = pathInside(name) ?? name;
        if (folded.has(foldedPath(inside))) {
          problems.push(
            malformed(name, `The ZIP holds ${name} twice, or names that differ only in case.`),
          );
        } else if (!name.startsWith('__MACOSX/')) {
          // What macOS puts beside the files it zips is no part of the bag.
          entries.set(inside, entry);
        }
        folded.add(foldedPath(inside));
      }
    }
  } catch (thrown) {
    zip.close();
    throw thrown;
  }

  const top = topFolder([...entries.keys()]);
  const files = new Map<string, number>();
  for (const [name, entry] of entries) {
    if (name.startsWith(top)) files.set(name.slice(top.length), entry.uncompressedSize);
    else problems.push({ kind: 'unknown', path: name, message: `${name} lies outside the bag.` });
  }
  return {
    files,
    problems,
    readable,
    read: (file) => {
      const entry = entries.get(top + file);
      return entry === undefined
        ? Promise.reject(new Error(`no entry ${file}`))
        : zip.openReadStreamPromise(entry);
    },
    close: () => zip.close(),
  };
}

function limitExceeded(count: number, unpackedBytes: number, packedBytes: number): string | null {
  if (count > zipLimits.entries) {
    return `The ZIP holds more than ${zipLimits.entries} files and was not read.`;
  }
  return unpackedBytes > zipLimits.unpackedBytes && unpackedBytes > packedBytes * zipLimits.ratio
    ? `The ZIP would unpack to more than ${zipLimits.ratio} times its size and was not read.`
    : null;
}

const unixLink = 0o120000;
const unixKind = 0o170000;

function complaintAbout(entry: Entry, name: string): string | null {
  if (pathInside(name) === null) return `The name ${name} leads out of the bag.`;
  if (((entry.externalFileAttributes >>> 16) & unixKind) === unixLink) {
    return `${name} is a link, not a file.`;
  }
  return entry.canDecodeFileData() ? null : `${name} is encrypted or packed in an unknown way.`;
}

/** '' where `bagit.txt` lies at the top, else the one folder that everything is in, with '/'. */
function topFolder(names: readonly string[]): string {
  if (names.includes('bagit.txt')) return '';
  const declaration = names.find((name) => /^[^/]+\/bagit\.txt$/u.test(name));
  const name = declaration ?? names.find((candidate) => candidate.includes('/')) ?? '';
  return name.slice(0, name.indexOf('/') + 1);
}
