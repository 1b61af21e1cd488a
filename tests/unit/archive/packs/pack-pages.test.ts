import { describe, expect, test } from 'vitest';
import { captionsCsv } from '../../../../src/archive/packs/export/captions-csv';
import { coverPage } from '../../../../src/archive/packs/export/cover-page';
import { html } from '../../../../src/archive/packs/export/html';
import { linesHtml } from '../../../../src/archive/packs/export/lines';
import { markdownHtml, withDateline } from '../../../../src/archive/packs/export/markdown';
import { planPack } from '../../../../src/archive/packs/export/pack-plan';
import type {
  PackToExport,
  ReleaseToExport,
} from '../../../../src/archive/packs/export/pack-to-export';
import { releasePage } from '../../../../src/archive/packs/export/release-page';
import { releaseText } from '../../../../src/archive/packs/export/release-text';
import { styleSheet } from '../../../../src/archive/packs/export/style-sheet';
import { embargoAt } from '../../../../src/shared/embargo';
import type { PhotoFormat } from '../../../../src/shared/photo';
import { photoMark } from '../../../../src/shared/photo-places';
import { jpegs, noon, pack, photo, photoUse, releaseToExport } from './pack-fixtures';

function pageOf(contents: ReleaseToExport, changes: Partial<PackToExport> = {}): string {
  const plan = planPack(pack({ ...changes, releases: [contents] }), noon);
  const [first] = plan.releases;
  return first === undefined ? '' : releasePage(plan, first);
}

function textOf(contents: ReleaseToExport, contact = 'Edna'): string {
  const [first] = planPack(pack({ releases: [contents] }), noon).releases;
  return first === undefined ? '' : releaseText(first, contact);
}

const shot = (format: PhotoFormat = 'jpg'): ReleaseToExport['photos'][number] => ({
  use: photoUse(),
  photo: photo(jpegs[0] ?? Buffer.of(), { format }),
  path: '/nowhere',
});

const hostile = '"><script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)>';

describe('html', () => {
  test('escapes every string and joins lists', () => {
    expect(html`<p title="${'"'}">${['<b>', html`<i>${"'&"}</i>`, null]}</p>`.html).toBe(
      '<p title="&quot;">&lt;b&gt;<i>&#39;&amp;</i></p>',
    );
  });
});

describe('Markdown in pages', () => {
  test('keeps no raw HTML, image or dangerous address', () => {
    const { html: markup } = markdownHtml(
      '<script>x</script>\n\n![a "cat"](https://evil.example/x.png "t") [y](javascript:alert(1))',
    );
    expect(markup).not.toMatch(/<script|<img|javascript:/u);
    expect(markup).toContain('a &quot;cat&quot;');
  });

  test('puts headings under the headline', () => {
    expect(markdownHtml('# One\n\n###### Six').html).toBe('<h2>One</h2>\n<h6>Six</h6>');
  });

  test('joins Chinese lines without a space', () => {
    expect(markdownHtml('签署\n协议。\n他说').html).toBe('<p>签署协议。他说</p>');
    expect(markdownHtml('two\nlines').html).toBe('<p>two\nlines</p>');
  });

  test('opens with the dateline, once', () => {
    expect(withDateline(markdownHtml('Text.'), 'GENEVA, 4 August -').html).toBe(
      '<p><span class="dateline">GENEVA, 4 August -</span> Text.</p>',
    );
    expect(withDateline(markdownHtml('GENEVA - Text.'), 'GENEVA -').html).toBe(
      '<p>GENEVA - Text.</p>',
    );
  });
});

test('lines of a contact become lines with mail links', () => {
  expect(linesHtml('Edna <E>\n\npress@example.org').html).toBe(
    'Edna &lt;E&gt;<br /><a href="mailto:press@example.org">press@example.org</a>',
  );
});

describe('photos in the flow', () => {
  const [first, second] = jpegs.map((bytes, index) => {
    const described = photo(bytes);
    const caption = `Photo of *number* ${String(index + 1)}`;
    return { use: photoUse({ photoId: described.id, caption }), photo: described, path: '/x' };
  }) as [ReleaseToExport['photos'][number], ReleaseToExport['photos'][number]];
  const body = `Before.\n\n${photoMark(second.photo.id)}\n\nAfter.`;

  test('stand in their place in the page, the others around the text', () => {
    const page = pageOf(releaseToExport({ body, dateline: '' }, [first, second]));
    expect(page.match(/<figure class="(\w+)/gu)).toEqual([
      '<figure class="lead',
      '<figure class="inline',
    ]);
    const places = ['Before.', '<figure class="inline', 'After.'].map((text) => page.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(page).toContain('Photo of *number* 2');
  });

  test('leave the dateline with the first words', () => {
    const page = pageOf(
      releaseToExport({ body: `${photoMark(first.photo.id)}\n\nText.`, dateline: 'BERN' }, [first]),
    );
    expect(page).toContain('<p><span class="dateline">BERN</span> Text.</p>');
  });

  test('go where the pack does not have them', () => {
    expect(pageOf(releaseToExport({ body }))).not.toMatch(/<figure|photo\/|photo:/u);
    expect(textOf(releaseToExport({ body, dateline: '' }))).toContain('Before.\n\nAfter.');
  });

  test('are a note with their number in plain text', () => {
    const text = textOf(releaseToExport({ body, dateline: '' }, [first, second]));
    expect(text).toContain('Before.\n\n[Photo 2: Photo of *number* 2]\n\nAfter.');
    const chinese = releaseToExport({ body, dateline: '', language: 'zh' }, [first, second]);
    expect(textOf(chinese)).toContain('[图片2：Photo of *number* 2]');
  });
});

test('tables and struck words are shown as such', () => {
  const { html: markup } = markdownHtml('| a | b |\n|---|---|\n| 1 | ~~2~~ |\n\n3~5 和 8~10');
  expect(markup).toContain('<td><del>2</del></td>');
  expect(markup).toContain('<p>3~5 和 8~10</p>');
  expect(
    textOf(releaseToExport({ body: '| a | b |\n|---|---|\n| 1 | 2 |', dateline: '' })),
  ).toContain('a | b\n\n1 | 2');
});

describe('pages', () => {
  const pages = [
    pageOf(
      releaseToExport(
        { headline: hostile, body: hostile, byline: hostile, dateline: hostile, tags: [hostile] },
        [{ ...shot(), use: photoUse({ caption: hostile, altText: hostile, creditLine: hostile }) }],
      ),
      { title: hostile, contact: hostile },
    ),
    coverPage(
      planPack(
        pack({
          title: hostile,
          coverNote: hostile,
          contact: hostile,
          releases: [releaseToExport({ headline: hostile, subheadline: hostile }, [shot()])],
        }),
        noon,
      ),
    ),
  ];

  test('hold no script and nothing remote, whatever the texts hold', () => {
    for (const page of pages) {
      expect(page).not.toMatch(/<script|onerror=(?!alert\(1\)&gt;)/u);
      for (const [, source] of page.matchAll(/<(?:img|link)[^>]*(?:src|href)="([^"]*)"/gu)) {
        expect(source).toMatch(/^(?:\.\.\/)?(?:photos\/[^/]+|style\.css)$/u);
      }
    }
    expect(styleSheet).not.toMatch(/url\(|@import/u);
  });

  test('give every image an alternative text', () => {
    for (const page of pages) {
      for (const [image] of page.matchAll(/<img[^>]*>/gu)) expect(image).toMatch(/ alt="[^"]+"/u);
    }
  });

  test('speak the language of the release', () => {
    const page = pageOf(releaseToExport({ language: 'zh', headline: '签署协议' }, [shot()]));
    expect(page).toContain('<html lang="zh">');
    expect(page).toContain('2024年8月4日');
    expect(page).toContain('媒体联系');
    expect(pageOf(releaseToExport())).toContain('4 August 2024');
  });

  test.each([
    ['draft', 'Draft'],
    ['withdrawn', 'Withdrawn'],
  ] as const)('label a %s release', (status, label) => {
    const contents = releaseToExport({ status });
    expect(pageOf(contents)).toContain(`<strong>${label}</strong>`);
    expect(coverPage(planPack(pack({ releases: [contents] }), noon))).toContain(
      `>${label}</strong`,
    );
    expect(textOf(contents)).toMatch(new RegExp(`^\\*\\*\\* ${label} \\*\\*\\*`, 'u'));
  });

  test('offer formats that browsers do not show as a file', () => {
    const page = pageOf(releaseToExport({}, [shot('heic')]));
    expect(page).not.toContain('<img');
    expect(page).toMatch(/href="\.\.\/photos\/[^"]+\.heic"/u);
  });
});

describe('a credit line under a photo', () => {
  test.each([
    ['He Muchen / YHP', 'Photo: He Muchen / YHP'],
    ['Photo: He Muchen / YHP', 'Photo: He Muchen / YHP'],
    ['photograph by He Muchen', 'photograph by He Muchen'],
  ])('%s is printed as %s', (creditLine, printed) => {
    const contents = releaseToExport({}, [{ ...shot(), use: photoUse({ creditLine }) }]);
    expect(pageOf(contents).replaceAll(/\s*\n\s*/g, '')).toContain(`>${printed}</span`);
  });
});

describe('plain text of a release', () => {
  test('has a line for each paragraph and no Markdown', () => {
    const text = textOf(
      releaseToExport(
        {
          headline: 'Signed',
          subheadline: 'At last',
          byline: 'By A',
          dateline: 'GENEVA -',
          eventDate: '2024-08-03',
          body: '## What\n\nTwo\n**bold** lines & [a link](https://example.org/x).\n\n- one\n- two\n  1. deep\n\n> said <https://example.org/>\n\n![pic](x.png)',
          boilerplate: 'About *us*.',
          textCredit: { name: 'A', organisation: 'B' },
        },
        [shot()],
      ),
      'Edna\npress@example.org',
    );
    expect(text).toBe(`Signed
At last

By A
Published: 4 August 2024
Event: 3 August 2024

GENEVA -

What

Two bold lines & a link (https://example.org/x).

- one
- two
  1. deep

said https://example.org/

pic

Partners: Harbour Works, 华为
Text: A / B

About us.

Photos

photos/01-signed-01.jpg
The two presidents sign.
Credit: Ana Silva / Harbour Works

Media contact
Edna
press@example.org
`);
  });

  test('prefers the contact of the release', () => {
    const text = textOf(releaseToExport({ mediaContact: 'Mr. Lee' }), 'Edna');
    expect(text).toContain('Mr. Lee');
    expect(text).not.toContain('Edna');
  });
});

describe('an embargo', () => {
  const embargo = embargoAt('2026-12-01T00:01', 'Asia/Shanghai');
  const held = releaseToExport({ embargo });
  const plan = planPack(pack({ title: 'Tidal lab', releases: [held, releaseToExport()] }), noon);
  const notice =
    'EMBARGOED UNTIL 1 December 2026 at 00:01 (Asia/Shanghai), that is 30 November 2026 at 16:01 UTC';

  test('is the first line of a text, and of no other', () => {
    expect(textOf(held).split('\n')[0]).toBe(`*** ${notice} ***`);
    expect(textOf(releaseToExport())).not.toContain('EMBARGOED');
  });

  test('opens the page of its release and the cover', () => {
    expect(pageOf(held)).toContain(notice);
    expect(coverPage(plan).match(/EMBARGOED UNTIL/gu)).toHaveLength(2);
  });

  test('is said in Chinese for a Chinese release', () => {
    const text = textOf(releaseToExport({ language: 'zh', embargo }));
    expect(text).toMatch(
      /^\*\*\* 禁发：2026年12月1日 00:01（Asia\/Shanghai）前不得发布，即协调世界时 2026年11月30日 16:01 \*\*\*/u,
    );
  });

  test('is in the name of the pack, by the clock of the place and in UTC', () => {
    expect(plan.name).toBe(
      '2026-11-23-tidal-lab-embargoed-until-2026-12-01-0001-asia-shanghai-2026-11-30-1601-utc',
    );
  });

  test('stands beside each photo in the list for a spreadsheet', () => {
    const photographed = planPack(pack({ releases: [{ ...held, photos: [shot()] }] }), noon);
    expect(captionsCsv(photographed)).toContain(`,"${notice}"`);
  });

  test('that is over is said nowhere', () => {
    const over = releaseToExport({ embargo: embargoAt('2026-11-01T00:01', 'Asia/Shanghai') });
    const past = planPack(pack({ releases: [over] }), noon);
    expect(past.name).not.toContain('embargo');
    expect(textOf(over) + coverPage(past) + pageOf(over)).not.toContain('EMBARGO');
  });
});
