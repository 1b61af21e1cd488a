import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/archive/importing/text-encoding';

const simplified = '滨江职业大学与云帆集团签署战略合作协议。双方将共建学院，培养人才。';
const traditional = '記者會在圖書館舉行，校長致詞時表示，雙方將在課程開發與師資培訓等方面合作。';
const western = 'Café Müller opens – “the neighbours’ kitchen” serves crème brûlée';

describe('decoding a text', () => {
  it.each([
    ['utf-8', simplified],
    ['utf-8', western],
    ['utf-16le', `Press release\n${simplified}`],
    ['utf-16be', `Press release\n${simplified}`],
    ['gb18030', simplified],
    ['gb18030', '图为签约现场'],
    ['big5', traditional],
    ['windows-1252', western],
    ['windows-1252', 'Señor Núñez visitó São Paulo'],
  ])('finds out that the bytes are %s: %s', (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding))).toMatchObject({ ok: true, text, encoding });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'believes a byte order mark of %s and drops it',
    (encoding) => {
      const bytes = iconv.encode(simplified, encoding, { addBOM: true });
      expect(decodeText(bytes)).toEqual({ ok: true, text: simplified, encoding, sure: true });
    },
  );

  it('says that plain ASCII is UTF-8', () => {
    expect(decodeText(Buffer.from('Plain text'))).toMatchObject({ encoding: 'utf-8', sure: true });
  });

  it.each(['utf-16le', 'utf-16be'])(
    'is never sure of short Chinese in %s without a mark',
    (name) => {
      for (const text of ['图为签约现场', '签约仪式现场', '合影留念', '校長致詞']) {
        expect(decodeText(iconv.encode(text, name))).not.toMatchObject({ sure: true });
      }
    },
  );

  it('takes a forced encoding at its word', () => {
    const bytes = iconv.encode(western, 'windows-1252');
    expect(decodeText(bytes, 'gb18030')).toMatchObject({ ok: true, encoding: 'gb18030' });
    expect(decodeText(bytes, 'no-such-encoding')).toEqual({ ok: false, reason: 'unsure' });
  });

  it('reads UTF-8 whose Chinese lies behind the first quarter of a megabyte', () => {
    const text = 'a'.repeat(300_000) + simplified;
    expect(decodeText(Buffer.from(text))).toMatchObject({ ok: true, text, encoding: 'utf-8' });
  });

  it.each(['', '   \r\n\t', '\u3000\u00a0', '\ufeff', '\ufeff \n'])('calls %j empty', (text) => {
    expect(decodeText(Buffer.from(text))).toEqual({ ok: false, reason: 'empty' });
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj', 'latin1')],
    ['a ZIP', Buffer.from('PK\x03\x04\x14\0\0\0\x08\0')],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1])],
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0])],
    ['control characters', Buffer.from(Array.from({ length: 200 }, (_, i) => i % 32))],
  ])('calls %s binary, whatever its file name', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: false, reason: 'binary' });
  });

  it('gives back any text of UTF-8 unchanged, and fails on no bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '，', '华', 'é', '📷', '\n') }),
        (text) => {
          const result = decodeText(Buffer.from(text));
          expect(result).toEqual(
            text.trim() === ''
              ? { ok: false, reason: 'empty' }
              : { ok: true, text, encoding: 'utf-8', sure: true },
          );
        },
      ),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void decodeText(bytes)));
  });
});

const folder = resolve(
  process.env['PRESS_ARCHIVE_TEST_DATA'] ?? '../shared/data',
  'hostile/encodings',
);
const expected: Record<string, string> = {
  Big5: 'big5',
  GB2312: 'gb18030',
  'UTF-16': 'utf-16',
  'utf-8-sig': 'utf-8',
  'windows-1252': 'windows-1252',
};

describe.skipIf(!existsSync(folder))('files in odd encodings', () => {
  const files = existsSync(folder)
    ? Object.keys(expected).flatMap((name) =>
        readdirSync(resolve(folder, name)).map((file) => [name, file] as const),
      )
    : [];

  it.each(files)('%s: %s', (name, file) => {
    const result = decodeText(readFileSync(resolve(folder, name, file)));
    expect(result.ok && result.encoding).toContain(expected[name]);
    expect(result.ok && result.text).not.toContain('\ufffd');
  });
});
