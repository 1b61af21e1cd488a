import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { htmlReader } from '../../../../../src/archive/importing/readers/html/html-reader';
import { given, itemsOf, options, png, releaseOf } from './reading-fixtures';

const sentence =
  'The college and its partner, who have worked together for years, opened a shared laboratory. ';
const chinese =
  '学院与合作企业共建实验室，双方将在课程开发、师资培训等方面深入合作，培养更多人才。';
const text = `<p>${sentence.repeat(4)}</p><p>${sentence.repeat(3)}</p>`;

function page(head: string, body: string): string {
  return `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
}

async function read(html: string | Uint8Array, reading = options()) {
  return releaseOf(htmlReader, given('page.html', html), reading);
}

describe('reading a web page', () => {
  it('takes the article and leaves the menu, the footer and the title out of it', async () => {
    const links = '<li><a href="/a">Admission</a></li>'.repeat(12);
    const html = page(
      '<title>Shared laboratory opened | Example College</title>',
      `<nav><ul>${links}</ul></nav><article><h1>Shared laboratory opened</h1>${text}</article><footer><ul>${links}</ul></footer>`,
    );
    const release = await read(html);
    expect(release.title).toBe('Shared laboratory opened');
    expect(release.body).toBe(`${sentence.repeat(4).trim()}\n\n${sentence.repeat(3).trim()}`);
  });

  it('reads a page with next to nothing on it', async () => {
    expect(await read(page('<title>Note</title>', '<p>Closed today.</p>'))).toMatchObject({
      title: 'Note',
      body: 'Closed today.',
    });
  });

  it.each([
    ['<meta property="og:title" content="Lab opens"><title>x</title>', '', 'Lab opens'],
    [
      '<meta property="og:title" content="Lab opens - Example College"><meta property="og:site_name" content="Example College">',
      '',
      'Lab opens',
    ],
    ['<title>Lab opens – Example College</title>', '<h1>Lab opens</h1>', 'Lab opens'],
    [
      '<title>我校与云帆集团共建实验室-滨江职业大学</title>',
      '<h1>我校与云帆集团共建实验室</h1>',
      '我校与云帆集团共建实验室',
    ],
    [
      '<title>我校与云帆集团共建实验室_新闻中心_滨江职业大学</title>',
      '',
      '我校与云帆集团共建实验室',
    ],
    ['', '<h1>Lab opens</h1>', 'Lab opens'],
    ['', '', ''],
  ])('finds the title in %s %s', async (head, heading, title) => {
    expect((await read(page(head, heading + text))).title).toBe(title);
  });

  it.each([
    [
      '<meta property="article:published_time" content="2022-08-04T23:30:00-05:00">',
      '',
      '2022-08-04',
    ],
    [
      '<script type="application/ld+json">{"@graph":[{"datePublished":"2022-08-04"}]}</script>',
      '',
      '2022-08-04',
    ],
    ['<meta name="PubDate" content="2022-08-04 10:00">', '', '2022-08-04'],
    ['<meta name="date" content="4 August 2022">', '', '2022-08-04'],
    ['', '<time datetime="2022-08-04">4 August</time>', '2022-08-04'],
    ['', '<em id="publish_time">2022年8月4日</em>', '2022-08-04'],
    ['<meta name="date" content="2022-13-45">', '', null],
    ['', '', null],
  ])('finds the date in %s %s', async (head, before, date) => {
    const release = await read(page(head, `<article>${before}${text}</article>`));
    expect(release.publicationDate).toBe(date);
  });

  it.each([
    [
      '<div class="info">发布时间：2022-08-04 10:00 来源：宣传部 作者：王芳 点击：12</div>',
      '王芳',
      '2022-08-04',
    ],
    [
      '<p class="meta">Published: August 4, 2022 by <a rel="author">By Li Na</a></p>',
      'Li Na',
      '2022-08-04',
    ],
  ])('reads the line under the title: %s', async (line, byline, publicationDate) => {
    const html = page('', `<div><h1>Lab opens</h1>${line}<div>${text}</div></div>`);
    expect(await read(html)).toMatchObject({ byline, publicationDate });
  });

  it('takes pictures that were saved beside the page, and counts the others', async () => {
    const images =
      '<p><img src="./My%20page_files/a.png" alt="A"></p><p><img data-src="https://example.org/b.jpg" src="page_files/b.png"></p><p><img src="https://example.org/c.jpg"></p>';
    const beside = { 'My page_files/a.png': png(1), 'page_files/b.png': png(2) };
    const release = await read(
      page('', `<article>${text}${images}${text}</article>`),
      options(beside),
    );
    expect(release.images.map(({ fileName }) => fileName)).toEqual(['a.png', 'b.png']);
    expect(release.remarks).toEqual([{ code: 'pictures-not-in-file', count: 1 }]);
  });

  it('reads the article that WeChat hides until its scripts have run', async () => {
    const html = page(
      '<meta property="og:title" content="共建实验室">',
      `<div id="js_content" style="visibility: hidden; opacity: 0;"><section><p><span>${chinese.repeat(3)}</span></p></section><section><p>${chinese}</p></section></div>`,
    );
    expect((await read(html)).body).toBe(`${chinese.repeat(3)}\n\n${chinese}`);
  });

  it('reads a page that is one form', async () => {
    const html = page(
      '',
      `<form id="aspnetForm"><input type="hidden" name="__VIEWSTATE">${text}</form>`,
    );
    expect((await read(html)).body).toContain(sentence.trim());
  });

  it.each([
    ['gb18030', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'],
    ['big5', '<meta charset=big5>'],
    ['utf-8', ''],
    ['gb18030', ''],
    ['gb18030', '<meta charset="utf-8">'],
  ])('reads %s with %s', async (encoding, meta) => {
    const html = page(meta, `<article><p>${chinese.repeat(3)}</p><p>${chinese}</p></article>`);
    const words = encoding === 'big5' ? html.replaceAll(/[^\p{ASCII}]/gu, '學') : html;
    const release = await read(iconv.encode(words, encoding));
    expect(release.body.slice(0, 2)).toBe(encoding === 'big5' ? '學學' : '学院');
  });

  it('takes the encoding that a person chose at its word', async () => {
    const bytes = iconv.encode(page('<meta charset="utf-8">', `<p>${chinese}</p>`), 'gb18030');
    const release = await read(bytes, options({}, 'gb18030'));
    expect(release).toMatchObject({ body: chinese, encoding: { name: 'gb18030', sure: true } });
  });

  it('completes links by the address of the page', async () => {
    const html = page(
      '<link rel="canonical" href="https://example.org/news/1.html">',
      `<article>${text}<p>${sentence}<a href="../about">About</a> <a href="#top">Top</a></p></article>`,
    );
    const { body } = await read(html);
    expect(body).toContain('[About](https://example.org/about) Top');
  });

  it.each([
    ['page.html', '<!DOCTYPE html><p>x', true],
    ['page', '\ufeff<!-- saved --><html>', true],
    ['page.xhtml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', true],
    ['feed.xml', '<?xml version="1.0"?><rss><channel>', false],
    ['a.txt', 'Profits < 5 and > 3', false],
    ['a.txt', '<name> of the officer', false],
  ])('judges by content whether it’s a page: %s %s', (name, content, expected) => {
    expect(htmlReader.recognises(given(name, content))).toBe(expected);
  });

  it('names an empty file', async () => {
    await expect(itemsOf(htmlReader, given('a.html', ''))).rejects.toMatchObject({
      code: 'file-empty',
      message: 'a.html is empty.',
    });
  });
});
