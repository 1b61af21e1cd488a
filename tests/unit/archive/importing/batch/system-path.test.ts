import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  legiblePath,
  nameOfPath,
  pathOfBytes,
  systemPath,
} from '../../../../../src/archive/importing/batch/system-path';

describe('a path of any bytes', () => {
  it('leads back to the very bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const there = systemPath(pathOfBytes(bytes));
        expect(Buffer.from(there as string)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('is read in the encoding that it is most likely in', () => {
    const chinese = pathOfBytes(iconv.encode('深圳大学新闻稿2008年.txt', 'gb18030'));
    expect(nameOfPath(`/in/${chinese}`)).toBe('深圳大学新闻稿2008年.txt');
    const french = pathOfBytes(iconv.encode('Université de Genève.txt', 'windows-1252'));
    expect(legiblePath(`/数据/${french}`)).toBe('/数据/Université de Genève.txt');
  });

  it('shows the bytes that nobody can read', () => {
    expect(nameOfPath(pathOfBytes(Uint8Array.of(0x61, 0xff, 0x2e, 0x64)))).toMatch(
      /^a(?:\\xff|ÿ)\.d$/,
    );
  });
});
