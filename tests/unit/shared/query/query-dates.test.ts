import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/shared/query';
import { thursday } from './query-texts';

/** `from to`, with `…` for an open end; the kinds of the nodes where they are no dates. */
function days(text: string, today = thursday.today): string {
  return parseQuery(text, { ...thursday, today })
    .nodes.map((node) =>
      node.kind === 'date' ? `${node.from ?? '…'} ${node.to ?? '…'}` : node.kind,
    )
    .join(', ');
}

describe('a date in a query', () => {
  it.each([
    ['year:2019', '2019-01-01 2019-12-31'],
    ['year:2019..2022', '2019-01-01 2022-12-31'],
    ['year:2019-2022', '2019-01-01 2022-12-31'],
    ['年份：2019—2022', '2019-01-01 2022-12-31'],
    ['year:2022..2019', '2019-01-01 2022-12-31'],
    ['year:>2019', '2020-01-01 …'],
    ['year:>=2019', '2019-01-01 …'],
    ['year:<2019', '… 2018-12-31'],
    ['year:<=2019', '… 2019-12-31'],
    ['year:2019..', '2019-01-01 …'],
    ['year:..2022', '… 2022-12-31'],
  ])('%s gives whole years', (text, expected) => expect(days(text)).toBe(expected));

  it.each([
    ['before:2020', '… 2019-12-31'],
    ['after:2020', '2021-01-01 …'],
    ['before:2020-03', '… 2020-02-29'],
    ['after:2020/2/28', '2020-02-29 …'],
    ['早于：2022年8月4日', '… 2022-08-03'],
    ['after:"last year"', '2022-01-01 …'],
    ['after:7d', '2022-07-29 …'],
  ])('%s leaves out the time that it names', (text, expected) => expect(days(text)).toBe(expected));

  it.each([
    ['date:2022-08-04', '2022-08-04 2022-08-04'],
    ['date:2022/08', '2022-08-01 2022-08-31'],
    ['date:2022年2月', '2022-02-01 2022-02-28'],
    ['日期：2022年', '2022-01-01 2022-12-31'],
    ['date:2022-01..2022-03', '2022-01-01 2022-03-31'],
    ['date:２０２２', '2022-01-01 2022-12-31'],
  ])('%s is a stretch of days', (text, expected) => expect(days(text)).toBe(expected));

  it.each([
    ['date:today', '2022-08-04 2022-08-04'],
    ['date:昨天', '2022-08-03 2022-08-03'],
    ['date:this week', '2022-08-01 2022-08-07'],
    ['date:"last week"', '2022-07-25 2022-07-31'],
    ['date:上周', '2022-07-25 2022-07-31'],
    ['date:last-month', '2022-07-01 2022-07-31'],
    ['date:上个月', '2022-07-01 2022-07-31'],
    ['date:本月', '2022-08-01 2022-08-31'],
    ['date: last year', '2021-01-01 2021-12-31'],
    ['date:前年', '2020-01-01 2020-12-31'],
    ['date:last 7 days', '2022-07-29 2022-08-04'],
    ['date:近7天', '2022-07-29 2022-08-04'],
    ['date:"past 3 months"', '2022-05-05 2022-08-04'],
    ['date:近三个月', '2022-05-05 2022-08-04'],
    ['date:2y', '2020-08-05 2022-08-04'],
    ['date:9999y', '1000-01-01 2022-08-04'],
  ])('%s is counted from today', (text, expected) => expect(days(text)).toBe(expected));

  it('counts weeks from Monday and months by their own lengths', () => {
    expect(days('date:"this week"', '2023-01-01')).toBe('2022-12-26 2023-01-01');
    expect(days('date:"this week"', '2023-01-02')).toBe('2023-01-02 2023-01-08');
    expect(days('date:1m', '2022-03-31')).toBe('2022-03-01 2022-03-31');
    expect(days('date:"last month"', '2022-01-15')).toBe('2021-12-01 2021-12-31');
  });

  it.each([
    'date:2022-02-30',
    'before:2022-13',
    'year:abc',
    'year:0',
    'date:..',
    'date:0d',
    'date:2022-1/2',
  ])('%s is no date, so it is words with a note', (text) => {
    const { nodes, notes } = parseQuery(text, thursday);
    expect(nodes).toMatchObject([{ kind: 'words', text, field: null }]);
    expect(notes).toMatchObject([{ reason: 'impossible-date', text }]);
  });
});

describe('since and until', () => {
  it('take in the time that they name, unlike after and before', () => {
    const span = (text: string) =>
      parseQuery(text, { today: '2022-08-10', typing: false }).nodes[0];
    expect(span('since:2020')).toMatchObject({ kind: 'date', from: '2020-01-01', to: null });
    expect(span('until:2020-03')).toMatchObject({ kind: 'date', from: null, to: '2020-03-31' });
    expect(span('after:2020')).toMatchObject({ from: '2021-01-01', to: null });
    expect(span('自:2020')).toMatchObject({ from: '2020-01-01', to: null });
  });
});
