import { describe, expect, it } from 'vitest';
import { chineseText, englishText, read, values } from '../reading';

describe('a letterhead', () => {
  const release = read(
    `NORTHQUAY POLYTECHNIC
Office of Communications

News Release No. 17/2018                                        Sept. 9, 2018

University and city sign memorandum on district heating

${englishText}

# # #

Contact: Eva Lindt, +49 000 555, press@nqp.example
`,
    { names: ['Northquay Polytechnic'] },
  );

  it('is no headline; but for the own name it stays in the text', () => {
    expect(release.headline?.value).toBe('University and city sign memorandum on district heating');
    expect(values(release.paragraphs)).toEqual(['Office of Communications', englishText]);
  });

  it('dates the release in the line with its number', () => {
    expect(release.publicationDate?.value).toBe('2018-09-09');
    expect(release.eventDate).toBeNull();
  });

  it('is only one where a line says that a press release follows', () => {
    const other = read(`Northquay Polytechnic\n\nUniversity and city sign\n\n${englishText}\n`, {
      names: ['Northquay Polytechnic'],
    });
    expect(other.headline?.value).toBe('Northquay Polytechnic');
  });
});

describe('a headline that stands twice', () => {
  it('is taken once, without what the paper is called', () => {
    const release = read(
      `Subject: PRESS RELEASE: Record number of students at Calder\n\nFor release: 09:00 hrs BST Friday 3 October 2014\n\nRecord number of students at Calder\n\n${englishText}\n`,
    );
    expect(release.headline?.value).toBe('Record number of students at Calder');
    expect(release.publicationDate?.value).toBe('2014-10-03');
    expect(values(release.paragraphs)).toEqual([englishText]);
  });
});

describe('whom to ask', () => {
  it('is said in a sentence', () => {
    const release = read(
      `Calder bridge opens\n\n${englishText}\n\nFor more information, call Tom Reed on 020 7000 0000.\n`,
    );
    expect(release.mediaContact?.value).toBe(
      'For more information, call Tom Reed on 020 7000 0000.',
    );
  });
});

describe('an "About" part in one short line', () => {
  it('is the boilerplate', () => {
    const about = 'About the Orlin Trust: The Orlin Trust supports research on the sea since 1972.';
    const release = read(`Calder bridge opens\n\n${englishText}\n\n${about}\n`);
    expect(release.boilerplate?.value).toBe(about);
  });
});

describe('several titles', () => {
  it('stand before one name', () => {
    const release = read(
      'Record number of students\n\nVice-Chancellor Prof. Helen Carr said that the growth came from abroad, and that nobody had expected so many new students in the first week of the year.\n',
    );
    expect(values(release.people)).toEqual([
      { name: 'Helen Carr', title: 'Vice-Chancellor Prof.' },
    ]);
  });
});

describe('a visit in Chinese', () => {
  const release = read(
    `北湖大学代表团访问里斯本大学

来源：国际处 | 作者：孙涛 | 2019年11月20日

应里斯本大学邀请，11月14日至17日，北湖大学副校长吴静率团访问葡萄牙里斯本大学。里斯本大学校长安东尼奥·席尔瓦会见了代表团一行。${chineseText}

吴静与席尔瓦校长交换礼品

双方签署了《合作备忘录》。${chineseText}

（国际处 供稿  图/李梅）
`,
  );

  it('has the exchange of presents as a caption, and the credits in brackets as credits', () => {
    expect(values(release.captions)).toEqual(['吴静与席尔瓦校长交换礼品']);
    expect(release.photoCredit?.value).toEqual({ name: '李梅', organisation: '' });
    expect(release.textCredit?.value).toEqual({ name: '孙涛', organisation: '国际处' });
    expect(values(release.paragraphs).join()).not.toContain('供稿');
  });

  it('names the host without the word of the invitation', () => {
    const names = release.partners.map(({ name }) => name);
    expect(names).toContain('里斯本大学');
    expect(names).not.toContain('应里斯本大学');
  });
});
