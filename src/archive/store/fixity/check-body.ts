import { systemErrorCode } from '../../errors';
import { bodyDigest, bodyFromMarkdown } from '../body-file';
import type { Layout } from '../layout';
import { problemOf, type Check } from './check';

/**
 * The text of a release against the SHA-256 in its record; whole in any of `places` is enough, since a
 * text that is on its way to another month lies in two.
 */
export function checkBody(layout: Layout, places: readonly string[], sha256: string): Check {
  const name = layout.nameOf(places[0] ?? '');
  return {
    path: name,
    files: 1,
    run: async () => {
      let bytes = 0;
      let found: 'missing' | 'changed' | 'malformed' = 'missing';
      for (const place of places) {
        try {
          const file = await layout.files.readFile(place);
          bytes += file.length;
          if (bodyDigest(bodyFromMarkdown(file.toString('utf8'))) === sha256) {
            return { bytes, problems: [] };
          }
          found = 'changed';
        } catch (thrown) {
          if (systemErrorCode(thrown) !== 'ENOENT') found = 'malformed';
        }
      }
      return { bytes, problems: [problemOf(found, name)] };
    },
  };
}
