import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { systemErrorCode } from '../../errors';
import type { Layout } from '../layout';
import { problemOf, type Check } from './check';

/** Bytes at once: a disk gives larger pieces faster, and each costs a turn of the thread. */
const pieceBytes = 512 * 1024;

/** A photo or source file against the SHA-256 that its record has. */
export function checkOriginal(layout: Layout, path: string, sha256: string): Check {
  const name = layout.nameOf(path);
  return {
    path: name,
    files: 1,
    run: async (signal) => {
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        const pieces = createReadStream(path, { highWaterMark: pieceBytes });
        for await (const piece of pieces as AsyncIterable<Buffer>) {
          // A film of many gigabytes must not keep somebody waiting who has cancelled.
          signal?.throwIfAborted();
          hash.update(piece);
          bytes += piece.length;
        }
      } catch (thrown) {
        signal?.throwIfAborted();
        const kind = systemErrorCode(thrown) === 'ENOENT' ? 'missing' : 'malformed';
        return { bytes, problems: [problemOf(kind, name)] };
      }
      const isWhole = hash.digest('hex') === sha256;
      return { bytes, problems: isWhole ? [] : [problemOf('changed', name)] };
    },
  };
}
