import type { Limits } from '../../../src/archive/store/limits';

/** Limits that the workload meets all the time: new segments, bodies written ahead, changes that wait. */
export const smallLimits: Limits = {
  segmentBytes: 3_000,
  journalBytes: 30_000,
  manyLetters: 1_500,
  mostLetters: 4_000,
};
