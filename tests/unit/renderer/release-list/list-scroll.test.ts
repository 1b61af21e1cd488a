import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ListScroll,
  rangeAt,
} from '../../../../src/renderer/src/features/release-list/list-scroll';
import { RowPlaces } from '../../../../src/renderer/src/features/release-list/row-places';

const rows = 100_000;
const line = 100;
const height = 700;
const places = new RowPlaces({
  rows,
  height: line,
  columns: 1,
  sections: [{ at: 0, heading: 0 }],
  pinned: 0,
});

function standing(): ListScroll {
  const scroll = new ListScroll(places);
  scroll.tell(0, height);
  return scroll;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a list that is scrolled', () => {
  it('draws anew once for a line, and always all that is in sight', () => {
    const scroll = standing();
    scroll.tell(5_000, height);
    vi.advanceTimersByTime(1_000);
    let drawn = 0;
    let before = scroll.stand();
    for (let top = 5_000; top < 5_000 + 10 * line; top += 10) {
      scroll.tell(top, height);
      if (scroll.stand() !== before) drawn += 1;
      before = scroll.stand();
      const { first, last } = rangeAt(places, before);
      expect(first).toBeLessThanOrEqual(places.rowAt(top));
      expect(last).toBeGreaterThanOrEqual(places.lastAt(top + height));
    }
    expect(drawn).toBe(10);
  });

  it('draws what is in sight alone while it jumps, and what lies around it when it rests', () => {
    const scroll = standing();
    const follower = vi.fn();
    scroll.follow(follower);
    scroll.tell(500_000, height);
    expect(scroll.stand().isPassing).toBe(true);
    expect(rangeAt(places, scroll.stand())).toEqual({ first: 5_000, last: 5_008 });
    vi.advanceTimersByTime(60);
    scroll.tell(600_000, height);
    vi.advanceTimersByTime(60);
    expect(scroll.stand().isPassing).toBe(true);
    follower.mockClear();
    vi.advanceTimersByTime(60);
    expect(follower).toHaveBeenCalled();
    expect(scroll.stand().isPassing).toBe(false);
    expect(rangeAt(places, scroll.stand()).first).toBeLessThan(6_000);
  });

  it('draws other releases in the elements of those that were there', () => {
    const scroll = standing();
    const before = rangeAt(places, scroll.stand()).first - scroll.stand().origin.row;
    scroll.tell(500_000, height);
    expect(rangeAt(places, scroll.stand()).first - scroll.stand().origin.row).toBe(before);
  });

  it('says which release is the first in sight with every pixel', () => {
    const scroll = standing();
    scroll.tell(line - 1, height);
    expect(scroll.firstSeen()).toBe(0);
    scroll.tell(line, height);
    expect(scroll.firstSeen()).toBe(1);
  });
});
