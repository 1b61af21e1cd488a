import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../../src/shared/parsed-release';
import { chineseText, englishText, partner, read, values } from './reading';

describe('an English release', () => {
  const text = `FOR IMMEDIATE RELEASE

Calder University and Northwind Turbines open joint wind laboratory

Students to test full-size blades from autumn

CALDER BAY, 12 March 2021 – Calder University and Northwind Turbines Ltd opened a laboratory for wind energy on March 9. The laboratory cost four million and was paid for by both partners in equal parts, as agreed.

Maria de la Cruz (left) and Tom Okafor sign the guest book. (Photo by Ines Weber/Calder University)

"This is the largest thing that we have built together," said Maria de la Cruz, rector of Calder University. "It will be here for a generation of engineers, and for those who come after them."

## Key facts

- 40 metres long
- 12 staff

About Calder University

Calder University was founded in 1921. It has 14,000 students.

Media contact:
Petra Lang
press@calder.example

ENDS
`;
  const release = read(text, { names: ['Calder University'] });

  it('is read field by field', () => {
    expect(release.language).toBe('en');
    expect(release.headline?.value).toBe(
      'Calder University and Northwind Turbines open joint wind laboratory',
    );
    expect(release.subheadline?.value).toBe('Students to test full-size blades from autumn');
    expect(release.dateline?.value).toBe('CALDER BAY, 12 March 2021');
    expect(release.publicationDate?.value).toBe('2021-03-12');
    expect(release.eventDate?.value).toBe('2021-03-09');
    expect(release.boilerplate?.value).toBe(
      'About Calder University\n\nCalder University was founded in 1921. It has 14,000 students.',
    );
    expect(release.mediaContact?.value).toBe('Media contact:\nPetra Lang\npress@calder.example');
  });

  it('keeps a caption apart from the credit in it', () => {
    expect(values(release.captions)).toEqual([
      'Maria de la Cruz (left) and Tom Okafor sign the guest book.',
    ]);
    expect(release.photoCredit?.value).toEqual({
      name: 'Ines Weber',
      organisation: 'Calder University',
    });
  });

  it('keeps the body as Markdown, without dateline, label and end mark', () => {
    expect(values(release.paragraphs).map((value) => value.slice(0, 24))).toEqual([
      'Calder University and No',
      '"This is the largest thi',
      '## Key facts',
      '- 40 metres long\n- 12 st',
    ]);
  });

  it('proposes the other party in its fullest form, and not the institution', () => {
    expect(release.partners[0]).toMatchObject({
      name: 'Northwind Turbines Ltd',
      partnerId: null,
      inHeadline: true,
      confidence: 'high',
    });
    expect(release.partners.map(({ name }) => name)).not.toContain('Calder University');
  });

  it('lists people with their titles', () => {
    expect(values(release.people)).toContainEqual({
      name: 'Maria de la Cruz',
      title: 'rector of Calder University',
    });
  });
});

describe('a Chinese release', () => {
  const text = `我校与蓝海科技有限公司签署战略合作协议

发布时间：2023-03-15 10:20　来源：党委宣传部　点击数：123

本报讯（记者 张三 通讯员 李四）3月12日，滨江职业技术大学与蓝海科技有限公司战略合作签约仪式举行。滨江职业技术大学党委书记陈建国、校长王丽华，蓝海科技有限公司总经理赵明出席仪式。仪式由副校长周强主持。

签约仪式现场

王丽华在致辞中指出，${chineseText}

图为赵明致辞（刘洋 摄）

赵明表示，蓝海科技将充分发挥技术优势。${chineseText}

文字：教务处 何平　摄影：宣传部 刘洋
（完）
`;
  const release = read(text);

  it('is read field by field', () => {
    expect(release.language).toBe('zh');
    expect(release.headline?.value).toBe('我校与蓝海科技有限公司签署战略合作协议');
    expect(release.publicationDate?.value).toBe('2023-03-15');
    expect(release.eventDate?.value).toBe('2023-03-12');
    expect(release.dateline?.value).toBe('本报讯');
    expect(release.byline?.value).toBe('记者 张三 通讯员 李四');
    expect(release.textCredit?.value).toEqual({ name: '何平', organisation: '教务处' });
    expect(release.photoCredit?.value).toEqual({ name: '刘洋', organisation: '宣传部' });
    expect(values(release.captions)).toEqual(['签约仪式现场', '图为赵明致辞']);
    expect(release.paragraphs).toHaveLength(3);
  });

  it('lists people with their titles', () => {
    expect(values(release.people)).toEqual([
      { name: '陈建国', title: '滨江职业技术大学党委书记' },
      { name: '王丽华', title: '校长' },
      { name: '赵明', title: '蓝海科技有限公司总经理' },
      { name: '周强', title: '副校长' },
    ]);
  });

  it('proposes with whom the agreement was signed', () => {
    expect(release.partners[0]).toMatchObject({ name: '蓝海科技有限公司', confidence: 'high' });
  });
});

describe('partners of the authority file', () => {
  const partners = [partner('p1', 'Northwind', '北风'), partner('p2', 'Harbour Bank')];

  it('are found under every alias with all mentions', () => {
    const release = read(`Northwind opens a school\n\n${englishText} 北风 and Northwind.`, {
      partners,
    });
    expect(release.partners[0]).toMatchObject({
      partnerId: 'p1',
      inHeadline: true,
      confidence: 'high',
    });
    expect(release.partners[0]?.mentions).toHaveLength(3);
  });

  it('are not proposed a second time as something unknown', () => {
    const release = read(
      `Riverside signs agreement with Harbour Bank\n\nThe agreement with Harbour Bank was signed. ${englishText}`,
      { partners },
    );
    expect(release.partners.filter(({ name }) => name.includes('Harbour'))).toHaveLength(1);
  });
});

describe('an unusual text', () => {
  it.each(['', ' \r\n\t\u3000', '\ufeff', '###', '。', '\ud83d', '(', '![](', '📷'])(
    'like %j is returned unchanged, and nothing is invented',
    (text) => {
      const release = read(text);
      expect(release.text).toBe(text);
      expect(release.publicationDate).toBeNull();
      expect(release.captions).toEqual([]);
      expect(release.people).toEqual([]);
      expect(release.partners).toEqual([]);
    },
  );

  it('with a byte order mark, CRLF, hard spaces and full-width forms keeps its offsets', () => {
    const text = `\ufeff北辰大学举行开学典礼\r\n\r\n发布时间：２０２２－０９－０１\r\n\r\n９月１日，开学典礼在\u00a0体育馆举行。${chineseText}\r\n`;
    const release = read(text);
    expect(release.publicationDate?.value).toBe('2022-09-01');
    expect(release.eventDate?.value).toBe('2022-09-01');
    const { start = 0, end = 0 } = release.headline?.span ?? {};
    expect(text.slice(start, end)).toBe('北辰大学举行开学典礼');
  });

  it('of one long paragraph has no headline', () => {
    const release = read(`${englishText} ${englishText} ${englishText}`);
    expect(release.headline).toBeNull();
    expect(release.paragraphs).toHaveLength(1);
  });

  it.each([
    ['one endless word', 'Ab'.repeat(500_000)],
    ['nothing but brackets', '('.repeat(1_000_000)],
    ['nothing but dates', '7月15日'.repeat(100_000)],
    ['nothing but short lines', '签约现场\n\n'.repeat(100_000)],
  ])('of %s is read in seconds', (_, text) => {
    const started = performance.now();
    read(text);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('whatever the text', () => {
  const fragment = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      englishText,
      chineseText,
      'August 4, 2022 | by',
      'Published: 12 March 2021 Category: News',
      '发布时间：2021-03-12 10:20 来源：宣传部 编辑：王五',
      'GENEVA, 4 August 2022 – The talks began.',
      '新华社深圳7月15日电',
      '本报讯（记者 张三）昨日',
      'Anna Roe delivered a speech',
      'Two guests (left) look on. (Photo by Ann Lee)',
      '图为签约现场（张三 摄）',
      '(Text by A. Roe from Office B,',
      'Photo by C. Doe)',
      '文字：张三 摄影：李四 编辑：王五',
      'About Calder University',
      'Media contact: Ann Lee, +44 20 7946 0000',
      '联系人：张三 电话：12345678',
      '## Background',
      '- one\n- two',
      '![A ship](ship.jpg)',
      'FOR IMMEDIATE RELEASE',
      '###',
      'By Jane Roe',
    ),
  );
  const anyText = fc
    .array(fc.tuple(fragment, fc.constantFrom('\n', '\n\n', '\r\n\r\n', ' ', '\u3000\n \n')), {
      maxLength: 14,
    })
    .map((parts) => parts.flat().join(''));

  it('every span lies in it, and no paragraph overlaps a caption or another paragraph', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const release = read(text);
        expect(release.text).toBe(text);
        for (const { start, end } of spansOf(release)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const pieces = [...release.paragraphs, ...release.captions].map(({ span }) => span);
        pieces.sort((a, b) => a.start - b.start);
        pieces.forEach((piece, i) => {
          expect(piece.end).toBeLessThanOrEqual(pieces[i + 1]?.start ?? Infinity);
        });
      }),
      { numRuns: 400 },
    );
  });

  /**
   * All that may go without being anywhere in the form: labels, times, a publication date that is
   * said twice, and the source in a publication line where the text names its author.
   */
  const dropped =
    /12 March 2021|2021-03-12|August 4, 2022|宣传部|FOR IMMEDIATE RELEASE|Published|发布时间|来源|点击数|图为|Photo by|摄影?|\bby\b|on|\d{1,2}:\d{2}|jpg|ship|Text|文字/gu;

  it('no letter of it vanishes, but of labels and around a publication date', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = new Uint8Array(text.length);
        const release = read(text);
        for (const { start, end } of spansOf(release)) kept.fill(1, start, end);
        // The headline is kept once, however many lines say it.
        const { start: from = 0, end: to = 0 } = release.headline?.span ?? {};
        const headline = text.slice(from, to).toLowerCase();
        for (const line of text.matchAll(/[^\n]+/g)) {
          if (line[0].trim().toLowerCase() === headline) {
            kept.fill(1, line.index, line.index + line[0].length);
          }
        }
        const lost = Array.from({ length: text.length }, (_, i) =>
          kept[i] ? ' ' : text.charAt(i),
        );
        expect(lost.join('').replace(dropped, ' ')).not.toMatch(/[\p{L}\p{N}]{3}/u);
      }),
      { numRuns: 400 },
    );
  });
});

function spansOf(release: ReturnType<typeof read>): readonly Span[] {
  const single = [
    release.headline,
    release.subheadline,
    release.dateline,
    release.byline,
    release.publicationDate,
    release.eventDate,
    release.textCredit,
    release.photoCredit,
    release.boilerplate,
    release.mediaContact,
  ].filter((guess) => guess !== null);
  const lists = [...release.paragraphs, ...release.captions, ...release.people];
  return [
    ...[...single, ...lists].map(({ span }) => span),
    ...release.partners.flatMap(({ mentions }) => mentions),
  ];
}
