import type { VerifyProblem } from '../../../../shared/press-pack';
import { decodeBagPath, pathInside } from './bag-path';
import { malformed } from './bag-source';
import type { FileFinder } from './file-finder';

/**
 * What `fetch.txt` (RFC 8493, section 2.2.3) says: files that are to come over the network. They
 * are never fetched; those that aren't there make the bag incomplete.
 */
export function checkFetchList(text: string, finder: FileFinder): readonly VerifyProblem[] {
  return text
    .split(/\r\n|[\n\r]/u)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const path = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/u.exec(line)?.[1];
      if (path === undefined) {
        return [malformed('fetch.txt', `fetch.txt has a line that is no entry: "${line}".`)];
      }
      const inside = pathInside(path);
      if (inside === null || pathInside(decodeBagPath(inside)) === null) {
        return [malformed(path, `fetch.txt lists ${path}, which leads out of the bag.`)];
      }
      if (!inside.startsWith('data/')) {
        return [malformed(path, `fetch.txt lists ${path}, which is not under data/.`)];
      }
      if (finder.find(inside) !== null) return [];
      return [
        {
          kind: 'missing',
          path: inside,
          message: `${inside} is not in the bag, it would have to be fetched over the network.`,
        },
      ] satisfies VerifyProblem[];
    });
}
