import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  markdownReader,
  textReader,
} from '../../../../../src/archive/importing/readers/text/text-reader';
import { given, itemsOf, options, png, releaseOf } from './reading-fixtures';

describe('reading a plain text', () => {
  it('keeps its lines and says how it decoded them', async () => {
    const release = await releaseOf(
      textReader,
      given('a.txt', 'Headline\r\n\r\n　　First line\r\nsecond line'),
    );
    expect(release).toMatchObject({
      title: '',
      body: 'Headline\n\nFirst line\nsecond line',
      encoding: { name: 'utf-8', sure: true },
    });
  });

  it('escapes what would only by accident be markup', async () => {
    const text =
      'Title\n=====\n# 1 in town\n> x <b>y</b> ![a](b) [c](javascript:d)\n- item\n2. item\n\n\tindented';
    const { body } = await releaseOf(textReader, given('a.txt', text));
    expect(body).toBe(
      'Title\n\\=====\n\\# 1 in town\n\\> x \\<b>y\\</b> !\\[a]\\(b) [c]\\(javascript:d)\n- item\n2. item\n\nindented',
    );
  });

  it('reads what a person chose, and asks where it can’t tell', async () => {
    const bytes = iconv.encode('Señor Núñez', 'windows-1252');
    const release = await releaseOf(textReader, given('a.txt', bytes), options({}, 'windows-1252'));
    expect(release.body).toBe('Señor Núñez');
    await expect(
      itemsOf(textReader, given('a.txt', 'x'), options({}, 'no-such-encoding')),
    ).rejects.toMatchObject({ code: 'file-encoding-unsure' });
  });

  it('leaves what is no text to others', () => {
    expect(textReader.recognises(given('a.bin', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8])))).toBe(
      false,
    );
  });
});

describe('reading Markdown', () => {
  it('takes front matter', async () => {
    const text = `---\ntitle: "Lab opens"\ndate: 2022-08-04\nauthors: [Li Na, {name: Wang Fang}]\ntags: labs, 校企合作\ndraft: true\n---\n# Lab opens\n\nText`;
    expect(await releaseOf(markdownReader, given('a.md', text))).toMatchObject({
      title: 'Lab opens',
      publicationDate: '2022-08-04',
      byline: 'Li Na, Wang Fang',
      tags: ['labs', '校企合作'],
      status: 'draft',
      body: 'Text',
    });
  });

  it.each([
    ['---\nNot a mapping\n---\nText'],
    ['---\na: &a [*a]\n---\nText'],
    ['---\na: [\n---\nText'],
    [
      `---\na: &a [x]\n${'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n'.repeat(2)}---\nText`,
    ],
  ])('keeps what only looks like front matter, or hurts', async (text) => {
    expect((await releaseOf(markdownReader, given('a.md', text))).body).toContain('Text');
  });

  it('takes the opening heading as title where nothing else says one', async () => {
    const release = await releaseOf(markdownReader, given('a.md', '# Lab *opens*\n\nText'));
    expect(release).toMatchObject({ title: 'Lab opens', body: 'Text' });
  });

  it('finds pictures beside it, and reads the HTML within it', async () => {
    const text =
      'One ![Alt](a%20b.png "Caption")\n\n![two][ref]\n\n<figure><img src="c.png"><figcaption>In HTML</figcaption></figure>\n\n![](https://example.org/x.png) <b>End</b>\n\n[ref]: two.png "Second"';
    const beside = { 'a b.png': png(1), 'two.png': png(2), 'c.png': png(3) };
    const release = await releaseOf(markdownReader, given('a.md', text), options(beside));
    expect(release.body).toBe('One\n\n![](image:0)\n\n![](image:1)\n\n![](image:2)\n\nEnd');
    expect(release.images).toMatchObject([
      { fileName: 'a b.png', caption: 'Caption', altText: 'Alt' },
      { fileName: 'two.png', caption: 'Second' },
      { fileName: 'c.png', caption: 'In HTML' },
    ]);
    expect(release.remarks).toEqual([{ code: 'pictures-not-in-file', count: 1 }]);
  });

  it.each([
    ['a.md', 'Text', true],
    ['a.txt', '---\ntitle: x\n---\nText', true],
    ['a.txt', '---\nText', false],
  ])('is recognised by name or front matter: %s', (name, text, expected) => {
    expect(markdownReader.recognises(given(name, text))).toBe(expected);
  });
});
