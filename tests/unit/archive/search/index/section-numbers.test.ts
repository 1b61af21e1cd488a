import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../../../../src/archive/search/index/memory-source';
import { SectionNumbers } from '../../../../../src/archive/search/index/section-numbers';
import {
  sectionNames,
  type SectionName,
  type SegmentData,
} from '../../../../../src/archive/search/index/segment-sections';

/** Says how often all numbers of a section were asked for. */
class WatchedSource extends MemorySource {
  wholeReads = 0;

  override numbers(name: SectionName): Uint32Array<ArrayBuffer> {
    this.wholeReads += 1;
    return super.numbers(name);
  }
}

function sourceOf(dates: Uint32Array): WatchedSource {
  const none = Object.fromEntries(sectionNames.map((name) => [name, []] as const));
  const sections = { ...none, dates: [new Uint8Array(dates.buffer)] } as unknown;
  return new WatchedSource({
    counts: { documents: dates.length, terms: 0, words: 0 },
    sections: sections as SegmentData['sections'],
    sums: {},
  });
}

describe('numbers of a section', () => {
  const dates = Uint32Array.from({ length: 1_000 }, (_, place) => 2 ** 32 - 1 - place);

  it('are the same whether single ones were read or all of them', () => {
    const source = sourceOf(dates);
    const numbers = new SectionNumbers(source, 'dates');
    expect([0, 7, 999].map((place) => numbers.at(place))).toEqual([dates[0], dates[7], dates[999]]);
    expect(source.wholeReads).toBe(0);
    expect(Array.from(dates, (_, place) => numbers.at(place))).toEqual(Array.from(dates));
    expect(source.wholeReads).toBe(1);
  });

  it('are 0 where there is none', () => {
    const numbers = new SectionNumbers(sourceOf(dates), 'dates');
    expect([-1, 1_000].map((place) => numbers.at(place))).toEqual([0, 0]);
    for (let place = 0; place < 500; place += 1) numbers.at(place);
    expect([-1, 1_000].map((place) => numbers.at(place))).toEqual([0, 0]);
  });
});
