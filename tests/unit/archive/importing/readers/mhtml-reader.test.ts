import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { emlReader } from '../../../../../src/archive/importing/readers/eml/eml-reader';
import { mhtmlReader } from '../../../../../src/archive/importing/readers/mhtml/mhtml-reader';
import { readers } from '../../../../../src/archive/importing/readers/table';
import { given, itemsOf, png, releaseOf } from './reading-fixtures';

const text =
  'The college and its partner opened a laboratory for machines that mend ships. '.repeat(4);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function part(type: string, headers: string, content: string): string {
  return `--edge\r\nContent-Type: ${type}\r\n${headers}\r\n${content}\r\n`;
}

function picture(headers: string, shade: number): string {
  return part(
    'image/png',
    `Content-Transfer-Encoding: base64\r\n${headers}`,
    base64(png(shade)).replaceAll(/(.{76})/g, '$1\r\n'),
  );
}

/** As a browser built on Chromium saves a page. */
function saved(page: string, ...others: string[]): string {
  return [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://news.example.org/2022/lab.html',
    'Subject: =?utf-8?Q?A=20lab?=',
    'Date: Mon, 6 Nov 2023 10:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="edge"',
    '',
    '',
    part(
      'text/html',
      'Content-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://news.example.org/2022/lab.html\r\n',
      page,
    ),
    ...others,
    '--edge--\r\n',
  ].join('\r\n');
}

const page = `<html><head><meta charset=3D"utf-8"><title>College opens lab</title><script>alert(1)</sc=\r\nript></head><body><article><h1>College opens lab</h1><p>${text}</p><figure><img src=3D"https://news.example.org/img/hall.png?w=3D800" alt=3D"A hall"><figcaption>=E5=AE=9E=E9=AA=8C=E5=AE=A4</figcaption></figure><p>${text} <a href=3D"/about">About</a></p><img src=3D"cid:c1@x"><img src=3D"https://elsewhere.example.org/gone.png"><p>${text}</p></article></body></html>`;

describe('reading a page that was saved into one file', () => {
  it('takes the article with its pictures, by address and by id, and fetches nothing', async () => {
    const file = given(
      'lab.mhtml',
      saved(
        page,
        picture('Content-Location: https://news.example.org/img/hall.png?w=800\r\n', 1),
        picture('Content-ID: <c1@x>\r\n', 2),
        part('text/css', 'Content-Location: cid:css-1@mhtml.blink\r\n', 'p { color: red }'),
      ),
    );
    expect(readers.find((reader) => reader.recognises(file))).toBe(mhtmlReader);
    const release = await releaseOf(mhtmlReader, file);
    expect(release).toMatchObject({
      title: 'College opens lab',
      // The day on which it was saved isn't the one on which it was published.
      publicationDate: null,
      images: [
        { fileName: 'hall.png', altText: 'A hall', caption: '实验室' },
        { fileName: 'picture-2.png' },
      ],
      remarks: [{ code: 'pictures-not-in-file', count: 1 }],
    });
    expect(release.body).toContain('![](image:0)');
    expect(release.body).toContain('![](image:1)');
    expect(release.body).toContain('[About](https://news.example.org/about)');
    expect(release.body).not.toContain('alert');
  });

  it('reads what Word and Internet Explorer save: paths beside, and a text in GBK', async () => {
    const words = '滨江职业大学与云帆集团签署战略合作协议，双方将共建学院，培养人才。'.repeat(3);
    const html = `<html><head><title>签约</title></head><body><h1>签约</h1><p>${words}</p><p><img src="release_files/image001.png"></p></body></html>`;
    const content = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="edge"',
      '',
      'This document is a Single File Web Page, also known as a Web Archive file.',
      '',
      part(
        'text/html; charset="gb2312"',
        'Content-Location: file:///C:/A1B2/release.htm\r\nContent-Transfer-Encoding: base64\r\n',
        base64(iconv.encode(html, 'gbk')),
      ),
      picture('Content-Location: file:///C:/A1B2/release_files/image001.png\r\n', 3),
      '--edge--',
    ].join('\r\n');
    const file = given('release.dat', content);
    expect(mhtmlReader.recognises(file)).toBe(true);
    const release = await releaseOf(mhtmlReader, file);
    expect(release).toMatchObject({
      title: '签约',
      encoding: { name: 'gb18030', sure: true },
      images: [{ fileName: 'image001.png' }],
    });
    expect(release.body).toContain(words);
  });

  it('reads the frame of a page of frames', async () => {
    const frames =
      '<html><head><title>Site</title></head><frameset><frame src=3D"cid:frame-2@x"></frameset></html>';
    const inner = part(
      'text/html; charset=utf-8',
      'Content-ID: <frame-2@x>\r\n',
      `<html><body><h1>Inside</h1><p>${text}</p></body></html>`,
    );
    const release = await releaseOf(mhtmlReader, given('a.mht', saved(frames, inner)));
    expect(release.body).toContain('laboratory');
  });

  it('keeps what came of a file that was cut off', async () => {
    const whole = saved(page, picture('Content-ID: <c1@x>\r\n', 2));
    const file = given('a.mhtml', whole.slice(0, whole.indexOf('cid:c1')));
    expect((await releaseOf(mhtmlReader, file)).body).toContain('laboratory');
  });

  it('leaves letters to their reader', () => {
    const letter =
      'From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=edge\r\n\r\n--edge\r\nContent-Type: text/html\r\nContent-Location: https://example.org/\r\n\r\n<p>Hello</p>\r\n--edge--';
    for (const name of ['a.eml', 'a.mht']) {
      expect(mhtmlReader.recognises(given(name, letter))).toBe(false);
      expect(emlReader.recognises(given(name, letter))).toBe(true);
    }
  });

  it('says that there is no page', async () => {
    const file = given(
      'a.mht',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=edge\r\n\r\n--edge--',
    );
    await expect(itemsOf(mhtmlReader, file)).rejects.toMatchObject({
      code: 'file-empty',
      message: 'a.mht holds no page.',
    });
  });

  it('takes time in proportion to a hostile size', async () => {
    const parts = Array.from({ length: 20_000 }, (_, i) => `--edge\r\nContent-ID: <${i}>\r\n\r\n`);
    const images = Array.from({ length: 4000 }, (_, i) => `<img src=3D"x${i}.png">`).join('');
    const file = given('a.mht', saved(`<p>${text}</p>${images}`, parts.join('')));
    const started = process.cpuUsage();
    await releaseOf(mhtmlReader, file);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(20);
  });
});
