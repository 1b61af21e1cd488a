import { describe, expect, it } from 'vitest';
import { partner, read, values } from '../reading';

describe('a release in traditional Chinese', () => {
  const text = `禁發：2024年3月1日上午9時（北京時間）前不得發佈

即時發佈

北湖理工學院獲頒創新獎

（香港，2024年2月28日）北湖理工學院今日宣佈獲頒亞洲創新獎，獎項由華光科技有限公司贊助。院長陳志偉教授表示：「這是對團隊的肯定，也是對全體師生多年努力的鼓勵。」頒獎禮將於3月15日舉行。

圖片說明：院長陳志偉教授（左二）與評審團主席黃美玲博士合照。（攝影：張曉）

關於北湖理工學院

北湖理工學院創建於1952年，是一所公立理工學院，現有學生一萬二千人。

傳媒查詢：
張小姐
電話：2345 0000

- 完 -
`;
  const release = read(text, { names: ['北湖理工學院'] });

  it('is read like one in simplified Chinese, and quoted as it is written', () => {
    expect(release.headline?.value).toBe('北湖理工學院獲頒創新獎');
    expect(release.publicationDate?.value).toBe('2024-02-28');
    expect(release.boilerplate?.value).toContain('關於北湖理工學院');
    expect(release.mediaContact?.value).toBe('傳媒查詢：\n張小姐\n電話：2345 0000');
    expect(values(release.captions)).toEqual([
      '院長陳志偉教授（左二）與評審團主席黃美玲博士合照。',
    ]);
    expect(release.photoCredit?.value).toEqual({ name: '張曉', organisation: '' });
    expect(release.embargo?.value).toMatchObject({ date: '2024-03-01', time: '09:00' });
  });

  it('names people and organisations in its own characters', () => {
    const people = values(release.people).map(({ name }) => name);
    expect(people).toContain('陳志偉');
    expect(release.partners.map(({ name }) => name)).toContain('華光科技有限公司');
  });

  it('dates what is announced in the days to come', () => {
    expect(release.eventDate?.value).toBe('2024-03-15');
  });

  it('mentions a partner whose name the archive has in simplified Chinese', () => {
    const { partners } = read(text, { partners: [partner('h', '华光科技')] });
    expect(partners.find(({ partnerId }) => partnerId === 'h')?.name).toBe('華光科技');
  });
});
