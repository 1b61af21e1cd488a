import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QuietMoment } from '../../../../src/archive/store/quiet-moment';

describe('a quiet moment', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('comes a while after the last change, not after the first', () => {
    const came = vi.fn();
    const quiet = new QuietMoment(came);
    for (let change = 0; change < 5; change += 1) {
      quiet.wish();
      vi.advanceTimersByTime(1_000);
    }
    expect(came).not.toHaveBeenCalled();
    vi.advanceTimersByTime(600);
    expect(came).toHaveBeenCalledTimes(1);
  });

  it('comes at last while changes go on and on', () => {
    const came = vi.fn();
    const quiet = new QuietMoment(came);
    for (let change = 0; change < 152; change += 1) {
      quiet.wish();
      vi.advanceTimersByTime(100);
    }
    expect(came).toHaveBeenCalledTimes(1);
  });

  it('comes later and later while nothing can be saved, and then as usual', () => {
    const came = vi.fn();
    const quiet = new QuietMoment(came);
    quiet.putOff();
    quiet.putOff();
    expect(quiet.isPutOff).toBe(true);
    quiet.wish();
    vi.advanceTimersByTime(5_900);
    expect(came).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(came).toHaveBeenCalledTimes(1);
    quiet.asUsual();
    quiet.wish();
    vi.advanceTimersByTime(1_600);
    expect(came).toHaveBeenCalledTimes(2);
  });

  it('does not come when nothing waits for it any more', () => {
    const came = vi.fn();
    const quiet = new QuietMoment(came);
    quiet.wish();
    quiet.clear();
    vi.advanceTimersByTime(60_000);
    expect(came).not.toHaveBeenCalled();
  });
});
