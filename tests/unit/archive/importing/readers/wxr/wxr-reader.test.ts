import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { ArchiveError } from '../../../../../../src/archive/errors';
import type {
  ReadingOptions,
  ReadRelease,
} from '../../../../../../src/archive/importing/readers/reader';
import { wxrReader } from '../../../../../../src/archive/importing/readers/wxr/wxr-reader';
import { alone, codeOf, failuresOf, given, readAll, releasesOf, testData } from '../read-all';
import { attachment, makeExport, meta, post } from './make-export';

async function releasesIn(
  items: readonly string[],
  options: ReadingOptions = alone,
): Promise<ReadRelease[]> {
  return releasesOf(await readAll(wxrReader, given('export.xml', makeExport(items)), options));
}

async function firstIn(items: readonly string[], options?: ReadingOptions): Promise<ReadRelease> {
  const [first] = await releasesIn(items, options);
  if (first === undefined) throw new Error('no release');
  return first;
}

const shade = (value: number): Uint8Array =>
  encode({ width: 8, height: 8, channels: 1, data: new Uint8Array(64).fill(value) });

/** A folder of uploads. */
function beside(files: Readonly<Record<string, Uint8Array>>): ReadingOptions & { asked: string[] } {
  const asked: string[] = [];
  return {
    ...alone,
    asked,
    findBeside: (path) => {
      asked.push(path);
      const bytes = files[path];
      const name = path.split('/').at(-1) ?? '';
      return Promise.resolve(bytes === undefined ? null : { name, bytes: new Uint8Array(bytes) });
    },
  };
}

describe('a post', () => {
  test('becomes a release with its names, date and tags', async () => {
    const release = await firstIn([
      post({
        id: 7,
        title: 'Dean &amp; students open &#8220;Lab&#8221;',
        more: `<category domain="category" nicename="research"><![CDATA[Research &amp; teaching]]></category>
          <category domain="post_tag" nicename="lab"><![CDATA[lab]]></category>
          <category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>
          <category domain="category" nicename="x"><![CDATA[未分类]]></category>
          <category domain="post_format" nicename="post-format-image"><![CDATA[Image]]></category>`,
      }),
    ]);
    expect(release).toMatchObject({
      key: 'https://news.example.org/?p=7',
      title: 'Dean & students open “Lab”',
      byline: 'Maria Keller',
      publicationDate: '2022-08-04',
      status: 'filed',
      tags: ['Research & teaching', 'lab'],
      body: 'Text.',
      remarks: [],
    });
  });

  test('of the classic editor has its paragraphs and line breaks', async () => {
    const { body } = await firstIn([
      post({
        id: 1,
        content:
          'One\ntwo\r\n\r\nThree\n<h2>Head</h2>\nFour\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nFive',
      }),
    ]);
    expect(body).toBe('One\\\ntwo\n\nThree\n\n## Head\n\nFour\n\n- a\n- b\n\nFive');
  });

  test('of the block editor is taken as it is marked', async () => {
    const { body } = await firstIn([
      post({
        id: 1,
        content:
          '<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:freeform -->\nThree\n\nFour\n<!-- /wp:freeform -->',
      }),
    ]);
    expect(body).toBe('One two\n\nThree\n\nFour');
  });

  test('is whole where its CDATA is split and holds characters that XML forbids', async () => {
    const { body } = await firstIn([post({ id: 1, content: 'a ]]]]><![CDATA[> b\u000b c' })]);
    expect(body).toContain('b c');
    expect(body).toContain(']]');
  });

  test('keeps the summary apart', async () => {
    const item = post({ id: 1 }).replace('<excerpt:encoded><![CDATA[', '$&A <b>short</b> word');
    expect(await firstIn([item])).toMatchObject({ summary: 'A short word' });
  });

  test.each([
    ['0000-00-00 00:00:00', '2022-08-05 03:30:00', '2022-08-05'],
    ['0000-00-00 00:00:00', '0000-00-00 00:00:00', null],
    ['2022-02-31 00:00:00', '', null],
  ])('dated %s, in GMT %s, is of %s', async (date, dateGmt, expected) => {
    expect((await firstIn([post({ id: 1, date, dateGmt })])).publicationDate).toBe(expected);
  });
});

describe('the status of a post', () => {
  test.each([
    ['publish', 'filed'],
    ['draft', 'draft'],
    ['pending', 'draft'],
    ['private', 'draft'],
    ['future', 'draft'],
  ])('%s comes in as %s', async (status, expected) => {
    expect((await firstIn([post({ id: 1, status })])).status).toBe(expected);
  });

  test('an embargo and a password are remarked', async () => {
    const scheduled = await firstIn([
      post({ id: 1, status: 'future', date: '2031-01-01 08:00:00' }),
    ]);
    expect(scheduled.publicationDate).toBe('2031-01-01');
    expect(scheduled.remarks).toEqual([{ code: 'embargoed', count: 1 }]);
    const locked = post({ id: 1 }).replace('<wp:post_password>', '$&secret');
    expect((await firstIn([locked])).remarks).toEqual([{ code: 'password-protected', count: 1 }]);
  });

  test('what was deleted or is a page is counted and left out', async () => {
    const items = await readAll(
      wxrReader,
      given(
        'export.xml',
        makeExport([
          post({ id: 1, status: 'trash' }),
          post({ id: 2, status: 'auto-draft' }),
          post({ id: 3, type: 'page' }),
          post({ id: 4, type: 'nav_menu_item' }),
          post({ id: 5, type: 'press_release' }),
        ]),
      ),
    );
    expect(releasesOf(items).map(({ title }) => title)).toEqual(['Post 5']);
    expect(items.flatMap((item) => (item.kind === 'remark' ? [item.remark] : []))).toEqual([
      { code: 'pages-left-out', count: 1 },
      { code: 'deleted-left-out', count: 2 },
    ]);
  });
});

describe('the pictures of a post', () => {
  const flow =
    'Before\n\n[caption id="attachment_21" width="300"]<img class="wp-image-21" src="https://news.example.org/wp-content/uploads/2022/08/lab-300x200.jpg" /> The lab[/caption]\n\nAfter';

  test('are found by path, in whatever size, and stand where they stood', async () => {
    const options = beside({
      '2022/08/lab.jpg': shade(1),
      'lead.png': shade(2),
      '2022/08/more.png': shade(3),
    });
    const release = await firstIn(
      [
        post({ id: 9, content: flow, more: meta('_thumbnail_id', '22') }),
        attachment(21, 9, '2022/08/lab.jpg', 'never shown', 'A room'),
        attachment(22, 0, '2022/07/lead.png', 'The lead', 'Two people'),
        attachment(23, 9, '2022/08/more.png', 'One <em>more</em>'),
        attachment(24, 9, '2022/08/leaflet.pdf'),
      ],
      options,
    );
    expect(release.images.map(({ caption, altText }) => [caption, altText])).toEqual([
      ['The lead', 'Two people'],
      ['The lab', 'A room'],
      ['One more', ''],
    ]);
    expect(release.body).toBe('Before\n\n![](image:1)\n\nAfter');
    expect(release.remarks).toEqual([]);
  });

  test('that are not beside the export are counted once each', async () => {
    const options = beside({});
    const release = await firstIn(
      [post({ id: 9, content: `${flow}\n\n${flow}` }), attachment(21, 9, '2022/08/lab.jpg')],
      options,
    );
    expect(release.images).toEqual([]);
    expect(release.remarks).toEqual([{ code: 'pictures-not-in-file', count: 1 }]);
    expect(new Set(options.asked).size).toBe(options.asked.length);
    expect(options.asked).toContain('2022/08/lab-scaled.jpg');
  });

  test('of a gallery stand in its place', async () => {
    const options = beside({ '2022/a.png': shade(1), '2022/b.png': shade(2) });
    const release = await firstIn(
      [
        post({ id: 9, content: 'One\n\n[gallery ids="32,31"]\n\nTwo' }),
        attachment(31, 9, '2022/a.png', 'A'),
        attachment(32, 9, '2022/b.png', 'B'),
      ],
      options,
    );
    expect(release.images.map(({ caption }) => caption)).toEqual(['B', 'A']);
    expect(release.body).toBe('One\n\n![](image:0)\n\n![](image:1)\n\nTwo');
  });

  test('are never looked for outside of the folder', async () => {
    const options = beside({});
    await releasesIn(
      [
        post({
          id: 1,
          content:
            '<img src="https://x.org/uploads/../../etc/passwd.png"><img src="../../a.png"><img src="file:///etc/b.png">',
        }),
      ],
      options,
    );
    expect(options.asked.filter((path) => path.split('/').includes('..'))).toEqual([]);
  });
});

describe('an export', () => {
  test('is known by what it says, whatever its name', () => {
    expect(wxrReader.recognises(given('a.txt', makeExport([])))).toBe(true);
    expect(wxrReader.recognises(given('a.xml', '\ufeff' + makeExport([])))).toBe(true);
    expect(wxrReader.recognises(given('a.xml', '<?xml version="1.0"?><rss><channel/></rss>'))).toBe(
      false,
    );
    expect(wxrReader.recognises(given('a.txt', 'About <rss and wordpress.org/export/'))).toBe(
      false,
    );
  });

  test('that was cut off gives what was whole, and says so', async () => {
    const text = makeExport([post({ id: 1 }), post({ id: 2 }), post({ id: 3, title: 'Lost' })]);
    const items = await readAll(
      wxrReader,
      given('export.xml', text.slice(0, text.indexOf('Lost') + 60)),
    );
    expect(releasesOf(items).map(({ title }) => title)).toEqual(['Post 1', 'Post 2']);
    expect(failuresOf(items)).toEqual([
      'export.xml is damaged or was cut off after 2 entries; what comes behind them is missing.',
    ]);
  });

  test.each([
    ['<!DOCTYPE rss [<!ENTITY a "b">]>', 'file-unsupported'],
    ['<!DOCTYPE rss SYSTEM "http://example.org/x.dtd">', 'file-unsupported'],
  ])('with %s is refused', async (doctype, code) => {
    const text = makeExport([post({ id: 1 })]).replace('<rss ', `${doctype}<rss `);
    expect(await codeOf(wxrReader, given('export.xml', text))).toBe(code);
  });

  test('tells two posts of one address apart', async () => {
    const same = post({ id: 2 }).replaceAll('?p=2', '?p=1');
    const keys = (await releasesIn([post({ id: 1 }), same])).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    expect((await releasesIn([post({ id: 1 }), same])).map(({ key }) => key)).toEqual(keys);
  });

  test('in another encoding is read in it', async () => {
    const text = makeExport([post({ id: 1, title: 'Universit\u00e9' })]).replace(
      'UTF-8',
      'ISO-8859-1',
    );
    const [release] = releasesOf(
      await readAll(wxrReader, given('a.xml', Buffer.from(text, 'latin1'))),
    );
    expect(release?.title).toBe('Université');
  });
});

test('broken exports end in releases, sentences or an ArchiveError', async () => {
  const whole = makeExport([
    post({
      id: 1,
      content: '[caption]<img src="x.png"> a[/caption]\n\n[gallery]<pre>x</pre><table><tr><td>a',
    }),
    attachment(2, 1, 'x.png'),
    post({ id: 3, content: '<!-- wp:freeform -->a\n\nb<!-- /wp:freeform --><div><p>' }),
  ]);
  const piece = fc.constantFrom(
    ']]>',
    '<![CDATA[',
    '<item>',
    '</item>',
    '&x;',
    '<!--',
    '<pre',
    '[gallery',
    '\0',
    '<',
    '&#0;',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length), piece), { maxLength: 4 }),
      async (changes) => {
        let text = whole;
        for (const [at, added] of changes) text = text.slice(0, at) + added + text.slice(at);
        try {
          await readAll(wxrReader, given('a.xml', text));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ArchiveError);
        }
      },
    ),
    { numRuns: 200 },
  );
});

interface Expected {
  readonly wellFormed: boolean;
  readonly byType?: Readonly<Record<string, number>>;
  readonly passwordProtected?: number;
  readonly wxrVersion?: string | null;
}

const folder = join(testData, 'wxr');
const expected = existsSync(folder)
  ? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expected>)
  : {};

describe.skipIf(!existsSync(folder))('the exports of the test data', () => {
  test.each(Object.entries(expected))(
    '%s',
    async (name, { wellFormed, byType, passwordProtected, wxrVersion }) => {
      const file = given(name, new Uint8Array(readFileSync(join(folder, name))));
      if (!wellFormed || wxrVersion == null) {
        expect(await codeOf(wxrReader, file)).toMatch(/^file-/);
        return;
      }
      const releases = releasesOf(await readAll(wxrReader, file));
      expect(releases).toHaveLength(byType?.['post'] ?? 0);
      const locked = releases.filter(({ remarks }) =>
        remarks.some(({ code }) => code === 'password-protected'),
      );
      expect(locked).toHaveLength(passwordProtected ?? 0);
    },
  );
});
