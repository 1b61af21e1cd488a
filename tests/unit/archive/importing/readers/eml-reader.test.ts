import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { emlReader } from '../../../../../src/archive/importing/readers/eml/eml-reader';
import { given, itemsOf, png, releaseOf } from './reading-fixtures';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function letter(headers: string, body: string): string {
  return `From: Press Office <press@example.org>\r\nTo: all@example.org\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`;
}

function mixed(headers: string, ...parts: string[]): string {
  const body = parts.map((part) => `--edge\r\n${part}\r\n`).join('');
  return letter(
    `${headers}\r\nContent-Type: multipart/mixed; boundary=edge`,
    `${body}--edge--\r\n`,
  );
}

function attachment(name: string, type: string, bytes: Uint8Array, more = ''): string {
  return `Content-Type: ${type}; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n${more}\r\n${base64(bytes)}`;
}

async function read(content: string | Uint8Array) {
  return releaseOf(emlReader, given('letter.eml', content));
}

describe('reading a letter', () => {
  it.each([
    ['Lab opens', 'Lab opens'],
    ['Re: Fwd: [EXTERNAL] Lab opens', 'Lab opens'],
    ['=?utf-8?B?5Zue5aSN77yaIOi9rOWPke+8muWFseW7uuWunumqjOWupA==?=', '共建实验室'],
    ['=?gb2312?B?ubK9qMq10enK0g==?=', '共建实验室'],
    ['Regional lab opens', 'Regional lab opens'],
  ])('takes the subject %s as title', async (subject, title) => {
    expect((await read(letter(`Subject: ${subject}`, 'Text'))).title).toBe(title);
  });

  it.each([
    ['Thu, 04 Aug 2022 23:30:00 -0500', '2022-08-04'],
    ['4 Aug 22 01:00 +0800', '2022-08-04'],
    ['Thu Aug  4 10:00:00 2022', '2022-08-04'],
    ['tomorrow', null],
  ])('takes the day of %s as its writer had it', async (date, expected) => {
    expect((await read(letter(`Date: ${date}`, 'Text'))).publicationDate).toBe(expected);
  });

  it('prefers HTML, puts inline pictures where they stand and adds attached ones', async () => {
    const html = `Content-Type: text/html; charset=utf-8\r\n\r\n<p>One</p><img src="cid:a@b" alt="Two people"><p>Two <img src="https://example.org/open.gif" width="1" height="1"></p>`;
    const release = await read(
      mixed(
        'Subject: s',
        html,
        attachment('a.png', 'image/png', png(1), 'Content-ID: <a@b>\r\n'),
        attachment('hall.jpg', 'image/jpeg', png(2)),
      ),
    );
    expect(release.body).toBe('One\n\n![](image:0)\n\nTwo');
    expect(release.images).toMatchObject([
      { fileName: 'a.png', altText: 'Two people' },
      { fileName: 'hall.png', altText: '' },
    ]);
    expect(release.remarks).toEqual([]);
  });

  it('hands on texts that came with it, letters by their subject', async () => {
    const inner = letter('Subject: Inner: letter', 'Inside');
    const items = await itemsOf(
      emlReader,
      given(
        'letter.eml',
        mixed(
          'Subject: s',
          'Content-Type: text/plain\r\n\r\nOutside',
          attachment('release.docx', 'application/octet-stream', Buffer.from('PK')),
          attachment('numbers.xlsx', 'application/octet-stream', Buffer.from('PK')),
          `Content-Type: message/rfc822\r\n\r\n${inner}`,
        ),
      ),
    );
    expect(items.map((item) => (item.kind === 'file' ? item.file.name : item.kind))).toEqual([
      'release',
      'release.docx',
      'Inner letter.eml',
    ]);
    expect(items[0]).toMatchObject({ release: { body: 'Outside' } });
  });

  it('without a word hands on what it carries', async () => {
    const items = await itemsOf(
      emlReader,
      given('a.eml', mixed('X: y', attachment('a.png', 'image/png', png()))),
    );
    expect(items).toMatchObject([{ kind: 'file', file: { name: 'a.png' } }]);
  });

  it.each(['gb18030', 'big5', 'iso-2022-jp', 'windows-1252'])(
    'reads text in %s',
    async (charset) => {
      const words = charset === 'windows-1252' ? 'Café Müller' : '会場の写真';
      const encoded =
        charset === 'iso-2022-jp'
          ? Buffer.from('\x1b$B2q>l$N<L??\x1b(B', 'latin1')
          : iconv.encode(charset === 'big5' ? '會場' : words, charset);
      const expected = charset === 'big5' ? '會場' : words;
      const head = letter(
        `Content-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: base64`,
        base64(encoded),
      );
      expect((await read(head)).body).toBe(expected);
    },
  );

  it('reads bytes of GB 18030 that nobody announced', async () => {
    const words = '滨江职业大学与云帆集团签署战略合作协议。双方将共建学院，培养人才。';
    expect((await read(iconv.encode(letter('Subject: x', words), 'gb18030'))).body).toBe(words);
  });

  it('joins flowed lines and sets the signature apart', async () => {
    const flowed = 'One line \r\ngoes on.\r\n-- \r\nPress Office';
    expect((await read(letter('Content-Type: text/plain; format=flowed', flowed))).body).toBe(
      'One line goes on.\n\nPress Office',
    );
  });

  it('says that an encrypted letter is one', async () => {
    const locked = letter(
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data',
      'AAAA',
    );
    await expect(read(locked)).rejects.toMatchObject({ code: 'file-encrypted' });
  });

  it.each([
    ['a.eml', 'Subject: x\r\n\r\ny', true],
    ['a', letter('Subject: x', 'y'), true],
    ['a.txt', 'Date: 4 August 2022\nContact: Li Na\nSubject: Lab\n\nThe lab opens.', false],
    ['a.eml', 'Nothing of a letter', false],
  ])('judges by its headers whether it’s a letter: %s', (name, content, expected) => {
    expect(emlReader.recognises(given(name, content))).toBe(expected);
  });
});
