import { describe, expect, it } from 'vitest';
import { markdownOf } from '../../../../../src/archive/importing/readers/markdown/markdown-of';
import { dataAddress, png } from './reading-fixtures';

const nothing = { findPicture: async () => null };

async function written(html: string): Promise<string> {
  return (await markdownOf(html, nothing)).markdown;
}

describe('HTML as Markdown', () => {
  it('keeps headings, lists, emphasis, links and quotes', async () => {
    const html = `<h2>News</h2><p>A <b>bold</b> <em>word</em>, <a href="https://example.org/a_b">a link</a>.</p>
      <ul><li>one<ul><li>two</li></ul></li></ul><ol start="3"><li>three</li></ol><blockquote>Said.</blockquote>`;
    expect(await written(html)).toBe(
      '## News\n\nA **bold** *word*, [a link](https://example.org/a_b).\n\n- one\n  - two\n\n3. three\n\n> Said.',
    );
  });

  it('writes a table as a table, and its first row as its head', async () => {
    expect(
      await written(
        '<table><tr><td>A</td><td>B</td></tr><tr><td><p>1</p><p>2</p></td><td>x|y</td></tr></table>',
      ),
    ).toBe('| A | B |\n| - | - |\n| 1 2 | x\\|y |');
  });

  it('takes a table that only places things for blocks', async () => {
    const html =
      '<table role="presentation"><tr><td><h1>News</h1></td></tr><tr><td><table><tr><td>Text</td></tr></table></td></tr></table>';
    expect(await written(html)).toBe('# News\n\nText');
  });

  it.each([
    ['<script>alert(1)</script><style>p{}</style>x', 'x'],
    ['<p onclick="alert(1)">x</p>', 'x'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href=" java&#10;script:alert(1)">x</a>', 'x'],
    ['<a href="data:text/html,1">x</a>', 'x'],
    ['<iframe src="https://example.org"></iframe><object data="a"></object>x', 'x'],
    ['<form><label>Mail</label><input name="a"><button>Send</button></form>x', 'x'],
    ['<p style="display:none">secret</p><p hidden>secret</p>x', 'x'],
    ['<svg><script>alert(1)</script><text>y</text></svg>x', 'x'],
    ['<math><mtext><img src=x onerror=alert(1)></mtext></math>x', 'x'],
  ])('leaves out what runs, asks or hides: %s', async (html, text) => {
    expect(await written(html)).toBe(text);
  });

  it('writes no character references where emphasis touches Chinese', async () => {
    expect(await written('<p><strong>深圳，</strong>电话<b>“标题”</b>后</p>')).toBe(
      '**深圳**，电话“**标题**”后',
    );
  });

  it('begins a paragraph at two breaks and at an indented line', async () => {
    expect(await written('<p>One<br><br>Two<br>　　三<br>more</p>')).toBe(
      'One\n\nTwo\n\n三\\\nmore',
    );
  });

  it('leaves addresses in the text as they are', async () => {
    expect(await written('<p>press@example.org, https://example.org/a_b</p>')).toBe(
      'press@example.org, https://example.org/a_b',
    );
  });

  it('leaves brackets bare that can’t become a link', async () => {
    const html = '<p>Said[1] [图片] a[b](c) [d]: e [<b>f</b>](https://g)</p>';
    expect(await written(html)).toBe('Said[1] [图片] a[b]\\(c) \\[d]: e \\[**f**]\\(https://g)');
  });

  it('takes the items of a list of Word’s for one list', async () => {
    const item = (text: string) =>
      `<p class="MsoListParagraph"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;
    expect(await written(item('One') + item('Two'))).toBe('- One\n- Two');
  });

  it('sets text in lines as lines', async () => {
    expect(await written('<pre>One\nTwo\n\nThree</pre>')).toBe('One\\\nTwo\n\nThree');
  });
});

describe('pictures in HTML', () => {
  it('are paragraphs of their own, with what the figure says', async () => {
    const html = `<p>Before</p><figure><a href="big.jpg"><img src="${dataAddress(png())}" alt="Two people"></a>
      <figcaption>The signing. <span class="photo-credit">Photo: Li Na</span></figcaption></figure><p>After</p>`;
    const { markdown, images } = await markdownOf(html, nothing);
    expect(markdown).toBe('Before\n\n![](image:0)\n\nAfter');
    expect(images).toMatchObject([
      {
        fileName: 'picture-1.png',
        caption: 'The signing.',
        creditLine: 'Photo: Li Na',
        altText: 'Two people',
      },
    ]);
  });

  it('stand before or behind the paragraph that holds them', async () => {
    const [one, two] = [dataAddress(png(1)), dataAddress(png(2))];
    const { markdown } = await markdownOf(
      `<p><img src="${one}">See <img src="${two}"> this</p>`,
      nothing,
    );
    expect(markdown).toBe('![](image:0)\n\nSee this\n\n![](image:1)');
  });

  it.each([
    ['[caption id="a" align="left"]IMG In the hall[/caption]'],
    ['[caption caption="In the hall"]IMG[/caption]'],
    ['<div class="wp-caption">IMG<p class="wp-caption-text">In the hall</p></div>'],
    ['<p>IMG</p><p class="img-desc">In the hall</p>'],
    ['<figure><figcaption>In the hall</figcaption>IMG</figure>'],
  ])('have the caption of %s', async (html) => {
    const image = `<img src="${dataAddress(png())}">`;
    const { markdown, images } = await markdownOf(html.replace('IMG', image), nothing);
    expect(images[0]?.caption).toBe('In the hall');
    expect(markdown).toBe('![](image:0)');
  });

  it('elsewhere are counted, not fetched, and their captions stay', async () => {
    const html =
      '<figure><img src="https://example.org/a.jpg"><figcaption>In the hall</figcaption></figure>';
    expect(await markdownOf(html, nothing)).toEqual({
      markdown: 'In the hall',
      images: [],
      remarks: [{ code: 'pictures-not-in-file', count: 1 }],
    });
  });

  it('that count readers or hold a place are no pictures', async () => {
    const html = `<img src="https://example.org/t.gif" width="1" height="1"><img src="${dataAddress(png(0, 1))}">x`;
    expect(await markdownOf(html, nothing)).toEqual({ markdown: 'x', images: [], remarks: [] });
  });

  it('shown twice are kept once', async () => {
    const image = `<p><img src="${dataAddress(png())}"></p>`;
    const { markdown, images } = await markdownOf(image + image, nothing);
    expect(markdown).toBe('![](image:0)\n\n![](image:0)');
    expect(images).toHaveLength(1);
  });

  it('that can’t be read are counted', async () => {
    const { remarks } = await markdownOf('<img src="data:image/png;base64,AAAA">', nothing);
    expect(remarks).toEqual([{ code: 'pictures-unreadable', count: 1 }]);
  });
});

describe('HTML built to hurt', () => {
  it.each([
    ['blocks', '<div>'.repeat(100_000) + 'end'],
    ['marks', '<b>'.repeat(100_000) + 'end'],
    ['lists', '<ul><li>'.repeat(50_000) + 'end'],
    ['tables', '<table><tr><td>'.repeat(20_000) + 'end'],
    ['quotes', '<blockquote>'.repeat(50_000) + 'end'],
  ])('by the nesting of %s is read to its end', async (_, html) => {
    expect(await written(html)).toMatch(/end\**$/);
  });

  it('by marks that multiply is cut off, and says so', async () => {
    const html = Array.from({ length: 60_000 }, (_, i) => `<font size=${i}><p>t`).join('');
    const { remarks } = await markdownOf(html, nothing);
    expect(remarks).toEqual([{ code: 'text-cut-off', count: 1 }]);
  });

  it.each([['<'.repeat(500_000)], ['<!--'.repeat(500_000)], ['<a title="'.repeat(100_000)]])(
    'by openings without an end takes no time in the square of its length',
    async (html) => {
      await expect(written(html)).resolves.toBeTypeOf('string');
    },
    10_000,
  );
});
