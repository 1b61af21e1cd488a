import { describe, expect, it } from 'vitest';
import { read, values } from '../reading';

describe('an invitation in lines of what, who, when and where', () => {
  const release = read(`Media advisory: Light and life at Calder

What: Public lecture "Light and life"
Who: Maria Keller, Nobel laureate in Chemistry
When: Wednesday, 20 November 2024, 6 p.m.
Where: Great Hall, Calder University

Journalists are asked to register with the press office by 18 November.

Press contact: press@calder.example
`);

  it('says when it takes place', () => {
    expect(release.eventDate?.value).toBe('2024-11-20');
    expect(release.publicationDate).toBeNull();
  });

  it('says who comes', () => {
    expect(values(release.people)).toEqual([
      { name: 'Maria Keller', title: 'Nobel laureate in Chemistry' },
    ]);
  });

  it('says so in Chinese', () => {
    const chinese = read(
      '采访邀请：北湖大学春季讲座\n\n时间：2024年11月20日下午6时\n地点：北湖大学礼堂\n主讲人：周明教授\n\n请于11月18日前报名。\n',
    );
    expect(chinese.eventDate?.value).toBe('2024-11-20');
  });
});

describe('a title before the name', () => {
  it('is read with its office', () => {
    const release = read(
      'Tunnel opens\n\nThe Minister for Research, Ingrid Falk, opened a wind-tunnel at Calder College on Saturday, and many people of the town came to see it for themselves.\n',
    );
    expect(values(release.people)).toEqual([
      { name: 'Ingrid Falk', title: 'Minister for Research' },
    ]);
  });
});

describe('somebody who signs', () => {
  it('is no partner organisation', () => {
    const release = read(
      '北湖大学与华光公司共建学院\n\n2022年7月15日，北湖大学与华光公司在深圳签署协议。校长李月、华光公司副总裁王强出席仪式。李月与王强签约。双方将共建5G产业学院，协议期限为五年，计划于秋季学期开始招生，首批招收三百名学生。\n',
    );
    expect(release.partners.map(({ name }) => name)).not.toContain('王强');
    expect(release.partners.map(({ name }) => name)).toContain('华光公司');
  });
});
