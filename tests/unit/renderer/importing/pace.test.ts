import { describe, expect, it } from 'vitest';
import {
  paceOf,
  remainingUnits,
  shareOf,
  withSample,
  type PaceSample,
} from '../../../../src/renderer/src/features/importing/pace';
import type { ImportProgress } from '../../../../src/shared/importing';

function progress(change: Partial<ImportProgress>): ImportProgress {
  return {
    files: 100,
    filesDone: 0,
    bytes: 1_000,
    bytesDone: 0,
    elapsedMs: 0,
    current: '',
    filed: 0,
    needsLook: 0,
    alreadyHere: 0,
    failed: 0,
    ...change,
  };
}

/** One sample a second; of each second, how many files it read. */
function afterSeconds(perSecond: readonly number[]): readonly PaceSample[] {
  let samples: readonly PaceSample[] = [];
  let filesDone = 0;
  for (const [second, files] of perSecond.entries()) {
    filesDone += files;
    const told = progress({ filesDone, bytesDone: filesDone * 10, elapsedMs: second * 1_000 });
    samples = withSample(samples, told);
  }
  return samples;
}

describe('the pace of an import', () => {
  it('is unknown at first', () => {
    expect(paceOf(afterSeconds([0, 5, 5]))).toBeNull();
  });

  it('tells files a second and what remains of the time', () => {
    expect(paceOf(afterSeconds([0, 5, 5, 5, 5, 5]))).toEqual({
      perSecond: 5,
      remainingMs: expect.closeTo(15_000, 3) as number,
    });
  });

  it('does not jump where one batch comes late', () => {
    const steady = paceOf(afterSeconds([0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]));
    const batched = paceOf(afterSeconds([0, 2, 2, 2, 2, 2, 2, 0, 0, 6, 2]));
    expect(batched?.perSecond).toBeCloseTo(steady?.perSecond ?? 0, 0);
  });

  it('counts releases where all came in one file, and knows no end', () => {
    let samples: readonly PaceSample[] = [];
    for (let second = 0; second < 8; second += 1) {
      const told = progress({ files: 1, elapsedMs: second * 1_000, filed: second * 3 });
      samples = withSample(samples, told);
    }
    expect(shareOf(progress({ files: 1 }))).toBeNull();
    expect(paceOf(samples)).toEqual({ perSecond: 3, remainingMs: null });
  });

  it('takes samples a second apart, and begins anew with the next import', () => {
    const first = withSample([], progress({ elapsedMs: 5_000 }));
    expect(withSample(first, progress({ elapsedMs: 5_300 }))).toBe(first);
    expect(withSample(first, progress({ elapsedMs: 200 }))).toHaveLength(1);
  });

  it('is told in words that do not pretend to know the second', () => {
    expect(remainingUnits(20_000)).toEqual({ unit: 'moments', count: 0 });
    expect(remainingUnits(61_000)).toEqual({ unit: 'minutes', count: 2 });
    expect(remainingUnits(22 * 60_000)).toEqual({ unit: 'minutes', count: 25 });
    expect(remainingUnits(3.2 * 3_600_000)).toEqual({ unit: 'hours', count: 3 });
  });
});
