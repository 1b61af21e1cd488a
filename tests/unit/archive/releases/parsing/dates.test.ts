import { describe, expect, it } from 'vitest';
import { findDates, nearestDate } from '../../../../../src/archive/releases/parsing/dates';
import { chineseText, englishText, read } from '../reading';

describe('dates in a text', () => {
  it.each([
    ['2022-08-04', 2022, 8, 4],
    ['2022/8/4', 2022, 8, 4],
    ['2022.8.4', 2022, 8, 4],
    ['4 August 2022', 2022, 8, 4],
    ['4th Aug 2022', 2022, 8, 4],
    ['August 4, 2022', 2022, 8, 4],
    ['Aug. 4 2022', 2022, 8, 4],
    ['AUGUST 4, 2022', 2022, 8, 4],
    ['July 15–17, 2022', 2022, 7, 15],
    ['July 15', null, 7, 15],
    ['24.08.2022', 2022, 8, 24],
    ['8/24/2022', 2022, 8, 24],
    ['2022年8月4日', 2022, 8, 4],
    ['二〇二二年八月四日', 2022, 8, 4],
    ['二零二一年十二月三十一日', 2021, 12, 31],
    ['7月15日', null, 7, 15],
  ])('%s is read', (text, year, month, day) => {
    expect(findDates(`x ${text} y`)).toMatchObject([{ year, month, day }]);
  });

  it.each(['31 February 2022', '2022-13-01', '8/4/2022', '32 May', '2月30日', '1.2.3', 'may 5'])(
    '%s is none',
    (text) => {
      expect(findDates(text)).toEqual([]);
    },
  );

  it('are unsure where day and month could be exchanged', () => {
    expect(findDates('04.08.2022')).toMatchObject([{ month: 8, day: 4, sure: false }]);
  });

  it('without a year are the nearest before the publication', () => {
    expect(nearestDate({ month: 7, day: 15 }, '2022-08-04', 'before')).toBe('2022-07-15');
    expect(nearestDate({ month: 12, day: 28 }, '2023-01-03', 'before')).toBe('2022-12-28');
    expect(nearestDate({ month: 2, day: 29 }, '2023-01-03', 'before')).toBe('2020-02-29');
    expect(nearestDate({ month: 5, day: 3 }, '2024-04-01', 'after')).toBe('2024-05-03');
  });
});

describe('the publication date', () => {
  it.each([
    ['August 4, 2022 | by', '2022-08-04'],
    ['Posted on Aug 4, 2022', '2022-08-04'],
    ['2022-08-04 | Views: 123', '2022-08-04'],
    ['Release time: 2022-08-04 Source: Calder News Clicks: 7', '2022-08-04'],
    ['Updated: August 04, 2022 10:21', '2022-08-04'],
    ['作者：李四 来源：宣传部 发布时间：2022-08-04 浏览次数：213', '2022-08-04'],
    ['Published: 12 March 2021', '2021-03-12'],
    ['For Immediate Release: July 15, 2005', '2005-07-15'],
    ['Monday, 7 March 2022, 10:30 a.m.', '2022-03-07'],
    ['发布时间：2021-03-12 10:20', '2021-03-12'],
    ['日期：2022年8月4日', '2022-08-04'],
  ])('is taken from the line "%s"', (line, date) => {
    expect(read(`A new workshop opens\n\n${line}\n\n${englishText}`).publicationDate?.value).toBe(
      date,
    );
  });

  it('leaves no empty byline behind, be it in italics', () => {
    for (const line of [
      'August 4, 2022 | by',
      '*August 4, 2022 | by*',
      '**August 4, 2022** | by _',
    ]) {
      const release = read(`# A new workshop opens\n\n${line}\n\n${englishText}`);
      expect(release.publicationDate?.value).toBe('2022-08-04');
      expect(release.byline).toBeNull();
      expect(release.paragraphs.map(({ value }) => value).join()).not.toContain('by*');
    }
  });

  it('leaves source and author of its line to their fields', () => {
    const line = 'Date: 2022-08-04 Source: Publicity Department Author: Li Si';
    const release = read(`A new workshop opens\n\n${line}\n\n${englishText}`);
    expect(release.byline?.value).toContain('Li Si');
    expect(release.byline?.value).not.toContain('Publicity');
    expect(release.textCredit?.value.name).toBe('Li Si');
  });

  it('is taken from the dateline, and from the last line', () => {
    const dateline = `A new workshop opens\n\nGENEVA, 4 August 2022 – ${englishText}`;
    expect(read(dateline).publicationDate?.value).toBe('2022-08-04');
    const signed = `新车间启用\n\n${chineseText}\n\n二〇二二年八月四日`;
    expect(read(signed).publicationDate?.value).toBe('2022-08-04');
  });

  it('is null where only a sentence of the text has a date', () => {
    expect(
      read(`A new workshop opens\n\nSince 4 May 2020 it grew. ${englishText}`).publicationDate,
    ).toBeNull();
  });
});

describe('the event date', () => {
  const released = (body: string) =>
    read(`A new workshop opens\n\n3 January 2023\n\n${body}`).eventDate?.value ?? null;

  it('has its year from the publication', () => {
    expect(released(`On December 28, the ceremony was held. ${englishText}`)).toBe('2022-12-28');
    expect(released(`12月28日，签约仪式在报告厅举行。${chineseText}`)).toBe('2022-12-28');
  });

  it('is the first day of several', () => {
    expect(released(`From May 3 to 5, the fair was held here. ${englishText}`)).toBe('2022-05-03');
    expect(released(`From May 3, the fair is open. ${englishText}`)).toBeNull();
  });

  it('is not drawn into the future by the sentence behind it', () => {
    const text = `The fair was opened on August 1. It will travel. ${englishText}`;
    expect(released(text)).toBe('2022-08-01');
  });

  it('can lie ahead', () => {
    expect(released(`The ceremony will be held on 3 May 2024. ${englishText}`)).toBe('2024-05-03');
    expect(released(`The ceremony will be held on 20 January. ${englishText}`)).toBe('2023-01-20');
  });

  it('is null without a year and a publication date, and for "last Friday" and a deadline', () => {
    expect(
      read(`A workshop opens\n\nOn July 15, it was held. ${englishText}`).eventDate,
    ).toBeNull();
    expect(released(`Last Friday the ceremony was held. ${englishText}`)).toBeNull();
    expect(released(`The offer ends by 3 May 2024. ${englishText}`)).toBeNull();
  });
});

describe('the dateline', () => {
  it.each([
    ['YANWAN, September 26 — ', 'YANWAN, September 26'],
    ['**GENEVA, 4 August 2022** – ', 'GENEVA, 4 August 2022'],
    ['CALLOWAY, January 9, 2024 -- ', 'CALLOWAY, January 9, 2024'],
    ['Marlow, 14 February 2024. ', 'Marlow, 14 February 2024'],
    ['（滨河，2022年7月18日）', '（滨河，2022年7月18日）'],
  ])('of "%s" is without its dash, point and emphasis', (opening, value) => {
    const release = read(`A new workshop opens\n\n${opening}${englishText}`);
    expect(release.dateline?.value).toBe(value);
    expect(release.paragraphs[0]?.value).toBe(englishText);
  });
});

describe('the media contact', () => {
  it('can be two people', () => {
    const contact =
      'Media contacts:\n\nPaul Dean\npaul@calder.example\n\nJo Lind\nNorthwind\njo@north.example';
    const release = read(`A new workshop opens\n\n${englishText}\n\n${contact}\n\nENDS`);
    expect(release.mediaContact?.value).toBe(contact.replaceAll('\n\n', '\n'));
  });

  it('ends where text follows', () => {
    const text = `A new workshop opens\n\nMedia contact: Jo Lind, jo@north.example\n\n${englishText}`;
    expect(read(text).mediaContact?.value).toBe('Media contact: Jo Lind, jo@north.example');
  });
});
