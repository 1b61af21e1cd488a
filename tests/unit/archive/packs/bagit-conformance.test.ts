import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ArchiveError } from '../../../../src/archive/errors';
import { verifyBag } from '../../../../src/archive/packs/verify-bag';

/* The conformance suite of the Library of Congress, with what each bag must come to. */

const suite = join(resolve(process.env['PRESS_ARCHIVE_TEST_DATA'] ?? '../shared/data'), 'bagit');
const expectedFile = join(suite, 'expected.json');
const present = existsSync(expectedFile);
const expected = present
  ? (JSON.parse(readFileSync(expectedFile, 'utf8')) as Record<string, { mustValidate: boolean }>)
  : {};

describe.skipIf(!present)('BagIt conformance suite', () => {
  test('is all there', () => {
    expect(Object.keys(expected).length).toBeGreaterThan(50);
  });

  test.each(Object.entries(expected).map(([bag, { mustValidate }]) => ({ bag, mustValidate })))(
    '$bag is valid: $mustValidate',
    async ({ bag, mustValidate }) => {
      const problems = await verifyBag(join(suite, bag)).then(
        (report) => report.problems,
        (thrown: unknown) => {
          if (thrown instanceof ArchiveError && thrown.code === 'pack-unreadable') return [thrown];
          throw thrown;
        },
      );
      if (mustValidate) expect(problems).toEqual([]);
      else expect(problems).not.toEqual([]);
    },
  );
});
