import { describe, expect, it } from 'vitest';
import { ask, document, found, indexOf, today, uuid } from '../documents';

const padding = 'The university held its annual open day for pupils of all schools. '.repeat(4);

describe('where a word stands', () => {
  it('decides how much it counts: headline, partner, person, caption, credit in this order', () => {
    const index = indexOf({
      headline: { headline: 'zeppelin', body: padding },
      partner: { partners: ['zeppelin'], body: padding },
      person: { people: ['zeppelin'], body: padding },
      caption: { captions: ['zeppelin'], body: padding },
      credit: { credits: ['zeppelin'], body: padding },
    });
    const { ids, scores } = ask(index, 'zeppelin ');
    expect(ids).toEqual(['headline', 'partner', 'person', 'caption', 'credit']);
    expect(new Set(scores).size).toBe(5);
  });

  it('counts for less in a long text than in a short one', () => {
    const index = indexOf({
      long: `zeppelin ${padding.repeat(10)}`,
      short: `zeppelin ${padding}`,
    });
    expect(found(index, 'zeppelin ')).toEqual(['short', 'long']);
  });

  it('counts the same whatever else was filed', () => {
    const texts = { a: 'zeppelin over the lake', b: `lake ${padding}` };
    const alone = ask(indexOf(texts), 'zeppelin lake ');
    const other = indexOf({ ...texts, c: padding.repeat(30) });
    other.remove('c');
    expect(ask(other, 'zeppelin lake ')).toEqual(alone);
  });
});

describe('several words', () => {
  it('come first where all of them are, however often one of them stands elsewhere', () => {
    const index = indexOf({
      all: { body: `${padding} radio ${padding} network ${padding} harbour` },
      some: { headline: 'Radio network', body: 'radio network '.repeat(20) },
    });
    expect(ask(index, 'radio network harbour ')).toMatchObject({
      ids: ['all', 'some'],
      complete: 1,
    });
  });

  it('count as often as they were typed', () => {
    const index = indexOf({ radio: 'radio radio', harbour: 'harbour harbour' });
    expect(found(index, 'harbour harbour radio zebra ')[0]).toBe('harbour');
    expect(found(index, 'radio radio harbour zebra ')[0]).toBe('radio');
  });

  it('are better close to each other', () => {
    // By their dates it would be the other way round.
    const index = indexOf({
      apart: { body: `radio ${padding} network`, publicationDate: '2024-01-01' },
      close: { body: `radio network ${padding}`, publicationDate: '2023-01-01' },
    });
    const { ids, scores } = ask(index, 'radio network ');
    expect(ids).toEqual(['close', 'apart']);
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
  });

  it.each([
    ['planned ', 'a planned', 'a plan'],
    ['plan ', 'a plan', 'a planned'],
    ['résumé ', 'his résumé', 'his resume'],
    ['resume ', 'his resume', 'his résumé'],
  ])('are better in the very form that was typed: %s', (text, same, other) => {
    const index = indexOf({
      other: { body: other, publicationDate: '2024-01-01' },
      same: { body: same, publicationDate: '2001-01-01' },
    });
    expect(found(index, text)).toEqual(['same', 'other']);
  });
});

describe('recency', () => {
  const index = indexOf({
    old: { body: 'harbour', publicationDate: '2004-06-15' },
    new: { body: `harbour and something`, publicationDate: '2026-06-01' },
    best: { headline: 'Harbour', body: 'harbour', publicationDate: '2004-06-15' },
    undated: { body: 'harbour' },
  });

  it('lifts the newer of two about equally good ones, and only where it is asked for', () => {
    const plain = ask(index, 'harbour ');
    const recent = ask(index, 'harbour ', { recentTo: today });
    expect(recent.ids).toEqual(['best', 'new', 'old', 'undated']);
    const lift = (id: string): number =>
      (recent.scores[recent.ids.indexOf(id)] ?? 0) / (plain.scores[plain.ids.indexOf(id)] ?? 1);
    expect(lift('new')).toBeGreaterThan(1.05);
    expect(lift('new')).toBeLessThan(1.15);
    expect(lift('old')).toBeLessThan(1.01);
    expect(lift('undated')).toBe(1);
  });
});

describe('what the best answers have in common', () => {
  it('finds more where little has all the words, and never above what has them all', () => {
    const index = indexOf();
    const about = 'turbine blade current tank measurement prototype';
    for (let at = 0; at < 6; at += 1) index.put(document(`related${at}`, `tidal ${about}`));
    for (let at = 0; at < 60; at += 1)
      index.put(document(`other${at}`, `harbour school day ${at}`));
    index.put(document('all', 'tidal energy laboratory'));
    index.put(document('energy', `energy ${about}`));
    index.put(document('laboratory', 'laboratory of chemistry'));
    const with_ = ask(index, 'tidal energy laboratory ', { feedback: 'thin' });
    const without = ask(index, 'tidal energy laboratory ', { feedback: 'never' });
    expect(with_.complete).toBe(1);
    expect(with_.ids[0]).toBe('all');
    expect(without.ids[0]).toBe('all');
    expect([...with_.ids].sort()).toEqual([...without.ids].sort());
    // Its other words are those of the subject.
    expect(with_.ids.indexOf('energy')).toBeLessThan(with_.ids.indexOf('laboratory'));
    expect(with_.scores).not.toEqual(without.scores);
  });
});

describe('more like one', () => {
  const [tidal1, tidal2, tidal3, chess1, chess2] = [1, 2, 3, 4, 5].map(uuid) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const index = indexOf({
    [tidal1]: 'tidal turbine in the harbour tank',
    [tidal2]: 'a turbine of the tidal tank',
    [tidal3]: 'the turbine once again',
    [chess1]: 'chess tournament of the pupils',
    [chess2]: 'the pupils win the chess tournament',
  });

  it('is about the same, the best first, without the one itself', () => {
    expect(found(index, `like:${tidal1}`)).toEqual([tidal2, tidal3]);
    expect(found(index, `like:${chess2}`)).toEqual([chess1]);
  });

  it('heeds the other conditions, and finds nothing for what is not there', () => {
    expect(found(index, `like:${tidal1} -tidal`)).toEqual([tidal3]);
    expect(found(index, `like:${uuid(9)}`)).toEqual([]);
  });

  it('has at most fifty', () => {
    const many = indexOf();
    for (let at = 0; at < 9; at += 1) many.put(document(uuid(at), `turbine tank`));
    for (let at = 9; at < 1_000; at += 1) {
      many.put(document(uuid(at), at < 80 ? 'turbine tank harbour' : `pupils ${at}`));
    }
    expect(ask(many, `like:${uuid(3)}`)).toMatchObject({ total: 50, facets: null });
  });
});
