import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeBagPath,
  encodeBagPath,
  pathInside,
} from '../../../../src/archive/packs/export/bagit/bag-path';
import {
  bagInfoValues,
  formatBagInfo,
  parseDeclaration,
} from '../../../../src/archive/packs/export/bagit/declaration';
import { formatManifest, parseManifest } from '../../../../src/archive/packs/export/bagit/manifest';

describe('paths in manifests', () => {
  test('encode CR, LF and % and nothing else', () => {
    expect(encodeBagPath('data/100% ~a b\r\n海.txt')).toBe('data/100%25 ~a b%0D%0A海.txt');
  });

  test('decode those three and nothing else', () => {
    expect(decodeBagPath('data/%7E%0a%0D%25%2e')).toBe('data/%7E\n\r%%2e');
  });

  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        expect(decodeBagPath(encodeBagPath(path))).toBe(path);
        expect(encodeBagPath(path)).not.toMatch(/[\r\n]/u);
      }),
    );
  });

  test.each([
    '/etc/passwd',
    '../a',
    'data/../../a',
    '~/a',
    '~root/a',
    'C:\\a',
    'C:/a',
    '\\\\s\\a',
    'data/a\\..\\b',
    '',
    '.',
    'a\0b',
  ])('%j leads out of the bag', (path) => {
    expect(pathInside(path)).toBeNull();
  });

  test.each([
    ['./data/a', 'data/a'],
    ['data//a', 'data/a'],
    ['data/..a/b..', 'data/..a/b..'],
    ['data/~a', 'data/~a'],
  ])('%j is %j', (path, inside) => {
    expect(pathInside(path)).toBe(inside);
  });
});

test('a manifest comes back through the parser', () => {
  const path = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((name) => `data/${name}`)
    // A path can't hold other line separators that the format does not know as such.
    .filter((name) => !/[\u2028\u2029]/u.test(name));
  const digest = fc.stringMatching(/^[0-9a-f]{128}$/u);
  fc.assert(
    fc.property(fc.array(fc.tuple(path, digest)), (pairs) => {
      const digests = new Map(pairs);
      const { entries, strangeLines } = parseManifest(formatManifest(digests));
      expect(strangeLines).toEqual([]);
      expect(new Map(entries.map((entry) => [decodeBagPath(entry.path), entry.digest]))).toEqual(
        digests,
      );
    }),
  );
});

test('bag-info keeps a value on its line', () => {
  const text = formatBagInfo([
    ['Contact-Name', 'Edna\r\nPayload-Oxum: 0.0'],
    ['Source-Organization', ''],
  ]);
  expect(text).toBe('Contact-Name: Edna Payload-Oxum: 0.0\n');
  expect(bagInfoValues(text, 'payload-oxum')).toEqual([]);
});

describe('bagit.txt', () => {
  const lines = (version: string): Buffer =>
    Buffer.from(`BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n`);

  test('is accepted in a known version', () => {
    expect(parseDeclaration(lines('1.0'))).toEqual({ version: '1.0', encoding: 'UTF-8' });
  });

  test.each([
    ['unknown version', lines('2.0')],
    ['version without a major number', lines('.97')],
    ['byte-order mark', Buffer.concat([Buffer.from('\ufeff'), lines('1.0')])],
    [
      'space before the colon',
      Buffer.from('BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    ],
    ['space at the end', lines('1.0 ')],
    ['further line', Buffer.concat([lines('1.0'), Buffer.from('More: yes\n')])],
    ['unknown encoding', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-9\n')],
  ])('is refused with an %s', (_, bytes) => {
    expect(parseDeclaration(bytes)).toEqual(expect.any(String));
  });
});
